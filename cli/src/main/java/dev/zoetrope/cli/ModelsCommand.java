package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Model;
import dev.zoetrope.api.Page;
import dev.zoetrope.client.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `models`: looks at the models of a running server, registers and removes them.
@Command(name = "models", description = "List, register and remove models of a running server.")
final class ModelsCommand {
    private final Surroundings surroundings;

    /// How a model is run, as the command line says it.
    static final class RunOptions {
        @Option(names = "--endpoint", paramLabel = "URL", description = "A Cog process that is running there.")
        private @Nullable String endpoint;

        @Option(
                names = "--env",
                paramLabel = "NAME=VALUE",
                description = "A variable for the command; may be given several times.")
        private Map<String, String> environment = new LinkedHashMap<>();

        @Option(
                names = "--concurrency",
                paramLabel = "N",
                defaultValue = "1",
                description = "Predictions at the same time (1).")
        private int concurrency;

        @Option(names = "--official", description = "Run it by its name, without a version.")
        private boolean official;

        /// As a registration has it; null for a model that cannot be run yet.
        private @Nullable Map<String, Object> toJson(List<String> command) {
            if (endpoint == null && command.isEmpty()) {
                return null;
            }
            var run = new LinkedHashMap<String, Object>();
            if (endpoint != null) {
                run.put("endpoint", endpoint);
            }
            if (!command.isEmpty()) {
                run.put("command", command);
            }
            run.put("environment", environment);
            run.put("concurrency", concurrency);
            run.put("official", official);
            return run;
        }
    }

    ModelsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(name = "list", description = "All models, one a line: name, how it is run, its version, what it is.")
    int list(
            @Mixin DataOptions data,
            @Option(names = "--json", description = "Print them as a JSON list.") boolean json) {
        return with(data, models -> {
            List<Model> found = all(models);
            if (json) {
                surroundings.out().println(Codec.writePretty(found));
            } else {
                found.forEach(this::printLine);
            }
            return ExitCode.OK;
        });
    }

    @Command(
            name = "add",
            description = "Register a model: by a file, or by a name and an endpoint or a command.",
            footer = {
                "",
                "models add wan.json",
                "models add acme/wan --endpoint http://127.0.0.1:5000 --official",
                "models add acme/wan --env CUDA_VISIBLE_DEVICES=0 -- python -m cog.server.http",
                "",
                "Commands are taken by servers that were started with --allow-model-commands."
            })
    int add(
            @Mixin DataOptions data,
            @Mixin RunOptions run,
            @Parameters(index = "0", paramLabel = "NAME|FILE", description = "owner/name, or a registration in JSON.")
                    String name,
            @Parameters(
                            index = "1..*",
                            paramLabel = "COMMAND",
                            description = "The command that starts a Cog process, after --; {port} is its port.")
                    @Nullable
                    List<String> command,
            @Option(names = "--description", paramLabel = "TEXT", description = "A line about it.") @Nullable
                    String description,
            @Option(names = "--hardware", paramLabel = "SKU", defaultValue = "cpu", description = "A label (cpu).")
                    String hardware,
            @Option(names = "--private", description = "Leave it out of searches without a token.") boolean hidden) {
        Map<String, @Nullable Object> registration;
        if (name.endsWith(".json")) {
            registration = read(surroundings.path(name));
        } else {
            registration = new LinkedHashMap<>();
            int slash = name.indexOf('/');
            if (slash < 0) {
                throw new CommandFailure(ExitCode.USAGE, "a model is named owner/name, got " + name);
            }
            registration.put("owner", name.substring(0, slash));
            registration.put("name", name.substring(slash + 1));
            registration.put("description", description);
            registration.put("hardware", hardware);
            registration.put("visibility", hidden ? "private" : "public");
            registration.put("run", run.toJson(command == null ? List.of() : command));
        }
        registration.putIfAbsent("hardware", hardware);
        registration.putIfAbsent("visibility", "public");
        registration.values().removeIf(value -> value == null);
        return with(data, models -> {
            Model created = models.create(registration);
            surroundings.err().println("registered " + created.slug());
            return ExitCode.OK;
        });
    }

    private static Map<String, @Nullable Object> read(Path file) {
        try {
            return new LinkedHashMap<>(Codec.readObject(Files.readString(file)));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage(), e);
        } catch (Codec.MalformedJson e) {
            throw new CommandFailure(ExitCode.USAGE, file + " is no registration: " + e.getMessage(), e);
        }
    }

    @Command(name = "remove", description = "Remove a model that was registered over the API; predictions stay.")
    int remove(@Mixin DataOptions data, @Parameters(paramLabel = "NAME", description = "owner/name.") String name) {
        return with(data, models -> {
            models.delete(name);
            surroundings.err().println("removed " + name);
            return ExitCode.OK;
        });
    }

    private int with(DataOptions data, Function<Models, ExitCode> action) {
        try (Target server = Target.running(surroundings, data.read(surroundings, Map.of()))) {
            return action.apply(server.replicate().models()).number();
        }
    }

    private static List<Model> all(Models models) {
        Page<Model> page = models.list();
        List<Model> found = new ArrayList<>(page.results());
        while (page.next() != null) {
            page = models.page(page.next());
            found.addAll(page.results());
        }
        return found;
    }

    private void printLine(Model model) {
        String version =
                model.latestVersion() == null ? "-" : model.latestVersion().id().substring(0, 12);
        surroundings
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%-32s  %-9s  %-12s  %s",
                        model.slug(),
                        model.isOfficial() ? "official" : "versioned",
                        version,
                        model.description() == null ? "" : model.description()));
    }
}
