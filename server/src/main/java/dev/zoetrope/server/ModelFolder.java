package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the registrations in a folder: each file `*.json` is one model. What `docs/models.md` describes.
final class ModelFolder {
    private ModelFolder() {}

    /// All of them, by file name. Throws [IllegalArgumentException] that names the file and what is wrong in
    /// it: a server that starts without a model that its operator counts on would be worse than one that does
    /// not start.
    static List<Registration> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the folder of models " + folder + " does not exist");
        }
        var registrations = new ArrayList<Registration>();
        Map<String, Path> seen = new HashMap<>();
        for (Path file : files(folder)) {
            Registration registration = one(file);
            Path other = seen.put(registration.slug(), file);
            if (other != null) {
                throw new IllegalArgumentException(file + " and " + other + " both register " + registration.slug());
            }
            registrations.add(registration);
        }
        return registrations;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of models " + folder + " cannot be read", e);
        }
    }

    private static Registration one(Path file) {
        try {
            Map<String, @Nullable Object> json = new LinkedHashMap<>(Codec.readObject(Files.readString(file)));
            if (json.remove("readme_file") instanceof String name) {
                json.put("readme", Files.readString(file.resolveSibling(name)));
            }
            return resolved(Registration.read(json, false), file);
        } catch (ApiException | Codec.MalformedJson e) {
            throw new IllegalArgumentException(file + " is no registration of a model: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /// A relative working folder is one beside the file.
    private static Registration resolved(Registration read, Path file) {
        RunSpec run = read.run();
        if (run == null || run.command().isEmpty()) {
            return read;
        }
        String folder = run.folder();
        if (folder == null) {
            return read;
        }
        var placed = new RunSpec(
                run.command(),
                null,
                run.environment(),
                file.toAbsolutePath().resolveSibling(folder).normalize().toString(),
                run.concurrency(),
                run.perProcess(),
                run.eager(),
                run.idle(),
                run.memoryLimit(),
                run.version());
        return new Registration(
                read.slug(), read.isOfficial(), read.visibility(), read.hardware(), placed, read.about());
    }
}
