package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collections of models: the built-in one, and one for each file `*.json` in the folder `collections` of the
/// data. Read anew each time, so that an edited file counts at once.
final class ModelCollections {
    private static final Logger LOG = LoggerFactory.getLogger(ModelCollections.class);

    private static final String BUILT_IN = "/collections/video.json";

    private final Path folder;

    /// A collection.
    ///
    /// @param name for people
    /// @param slug its name in paths
    /// @param description one line about it
    /// @param fullDescription more about it, in Markdown
    /// @param models `owner/name` of each; those that are not here are not shown
    record Entry(
            String name,
            String slug,
            String description,
            @Nullable String fullDescription,
            List<String> models) {
        static Entry read(Map<String, @Nullable Object> json) {
            var fields = new Fields(json, "");
            var entry = new Entry(
                    fields.required("name"),
                    fields.required("slug"),
                    fields.required("description"),
                    fields.text("full_description"),
                    fields.texts("models"));
            fields.rejectOthers();
            fields.done();
            return entry;
        }
    }

    ModelCollections(Path folder) {
        this.folder = folder;
    }

    /// All of them, by slug. A file that is wrong is left out and named in the log.
    Collection<Entry> all() {
        var entries = new TreeMap<String, Entry>();
        Entry builtIn = builtIn();
        entries.put(builtIn.slug(), builtIn);
        for (Path file : files()) {
            try {
                Entry entry = Entry.read(Codec.readObject(Files.readString(file)));
                entries.put(entry.slug(), entry);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} is no collection: {}", file, e.getMessage());
            }
        }
        return entries.values();
    }

    Optional<Entry> find(String slug) {
        return all().stream().filter(entry -> entry.slug().equals(slug)).findFirst();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the collections in " + folder + " cannot be read", e);
        }
    }

    private static Entry builtIn() {
        try (InputStream in = ModelCollections.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + BUILT_IN);
            }
            return Entry.read(Codec.readObject(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
