package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.client.Replicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run`: one prediction, from the words of a command line to its output.
@Command(
        name = "run",
        description = "Run a model and wait for its output.",
        footer = {
            "",
            "A value is typed by the model's schema. key=@path uploads a file and sends its URL; a list is written by",
            "repeating its key, or as JSON. The server is ZOETROPE_URL (or REPLICATE_BASE_URL), else the one at",
            "http://127.0.0.1:8484, else one that is started for this command.",
            "",
            "  zoetrope run bytedance/seedance-2.0 prompt=\"Animate Image 1\" reference_images=@board.jpg -o film.mp4"
        })
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "MODEL", description = "owner/name, owner/name:version, or a version id.")
    private String model = "";

    @Parameters(index = "1..*", paramLabel = "key=value", description = "The model's input.")
    private List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Save the output here; several files get -1, -2, ... in their names.")
    private @Nullable String target;

    @Option(names = "--json", description = "Print the whole prediction as JSON.")
    private boolean json;

    @Mixin
    private final DataOptions data = new DataOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Config config = data.read(surroundings, Map.of());
        try (Target server = Target.runningOrEmbedded(surroundings, config)) {
            Prediction ended = run(server.replicate());
            if (ended.status() != Status.SUCCEEDED) {
                return fail(ended);
            }
            give(server, ended);
            return ExitCode.OK.number();
        }
    }

    private Prediction run(Replicate replicate) {
        var schema = schema(replicate);
        var arguments = new InputArguments(schema, path -> {
            Path file = surroundings.path(path);
            surroundings.err().println("uploading " + file);
            return replicate.files().upload(file).urls().get();
        });
        Map<String, @Nullable Object> input = arguments.read(words);
        String unknown = input.keySet().stream()
                .filter(key -> !schema.names().isEmpty() && !schema.names().contains(key))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            surroundings
                    .err()
                    .println("note: the schema of " + model + " does not name " + unknown + "; it names "
                            + schema.names().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Prediction created = replicate.predictions().create(model, input);
        try (var progress = new Progress(surroundings.err(), surroundings.terminal(), InstantSource.system())) {
            return replicate.predictions().await(created.id(), progress);
        }
    }

    /// A bare version id names no model to look up, so its input is typed by its looks.
    private InputSchema schema(Replicate replicate) {
        int colon = model.indexOf(':');
        String slug = colon < 0 ? model : model.substring(0, colon);
        return slug.contains("/") ? InputSchema.of(replicate.models().get(slug)) : new InputSchema(Map.of(), Map.of());
    }

    private int fail(Prediction ended) {
        if (json) {
            surroundings.out().println(Codec.writePretty(ended));
        }
        surroundings
                .err()
                .println("zoetrope: the prediction " + ended.status().wire()
                        + (ended.error() == null ? "" : ": " + ended.error()));
        return ExitCode.FAILED.number();
    }

    private void give(Target server, Prediction ended) {
        var out = surroundings.out();
        List<String> files = Outputs.files(ended.output());
        List<Path> saved = List.of();
        // The URLs of a server that ends with this command lead nowhere afterwards.
        if (!files.isEmpty() && (target != null || server.embedded() != null)) {
            Path path = surroundings.path(target == null ? Outputs.nameOf(files.getFirst()) : target);
            saved = Outputs.save(server.replicate(), files, path);
        }
        if (target != null && files.isEmpty()) {
            saved = List.of(write(surroundings.path(target), text(ended.output())));
        }
        if (json) {
            saved.forEach(path -> surroundings.err().println("saved " + path));
            out.println(Codec.writePretty(ended));
        } else if (!saved.isEmpty()) {
            saved.forEach(out::println);
        } else if (!files.isEmpty()) {
            files.forEach(out::println);
        } else {
            out.println(text(ended.output()));
        }
    }

    private static Path write(Path path, String text) {
        try {
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    /// An output that is no file, for reading: the pieces of a text joined, anything else as JSON.
    private static String text(@Nullable Object output) {
        return switch (output) {
            case null -> "";
            case String text -> text;
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String::valueOf).collect(Collectors.joining());
            case Object other -> Codec.writePretty(other);
        };
    }
}
