package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.client.Replicate;
import dev.zoetrope.server.RegistryOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: the whole way once, from a storyboard sheet that comes with the program to a finished film, through
/// the same API, queue, model process and files as any prediction.
@Command(
        name = "demo",
        description = "Make a film from a storyboard that comes with the program, and say how long each step took.")
final class DemoCommand implements Callable<Integer> {
    static final String SHEET = "/dev/zoetrope/animatic/boards/english-3x3.jpg";

    /// A model process on two slow cores is ready within seconds; this only catches one that will never be.
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final Surroundings surroundings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "film.mp4",
            description = "Where the film goes (film.mp4).")
    private String target = "film.mp4";

    @Mixin
    private final DataOptions data = new DataOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path film = surroundings.path(target);
        requireFolderOf(film);
        Config config = data.read(surroundings, Map.of());
        var stages = new Stages(InstantSource.system());
        // A folder of its own, so that the demo runs beside a server that holds the data folder.
        var server = EmbeddedServer.start(surroundings.launcher(), forDemo(config));
        stages.end("server started");
        try (Target here = Target.embedded(server)) {
            surroundings.err().println("the server is at " + server.url() + "; waiting for the model");
            if (!server.awaitReady(READY_LIMIT)) {
                surroundings.err().println("the model is not ready yet; sending the prediction all the same");
            }
            stages.end("model ready");
            Prediction ended = predict(here.replicate(), stages);
            if (ended.status() != Status.SUCCEEDED) {
                throw new CommandFailure(
                        ExitCode.FAILED, "the prediction " + ended.status().wire() + ": " + ended.error());
            }
            List<String> files = Outputs.files(ended.output());
            if (files.isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, "the prediction succeeded but gave no file");
            }
            Path saved = here.replicate().download(files.getFirst(), film);
            stages.end("film saved");
            report(saved, stages, ended);
            showPage(server, ended);
        }
        return ExitCode.OK.number();
    }

    /// Where a person watches, the server stays for a look at the page; elsewhere nobody could open the link.
    private void showPage(EmbeddedServer server, Prediction ended) {
        var out = surroundings.out();
        if (surroundings.terminal()) {
            server.signInLink("/p/" + ended.id()).ifPresent(link -> {
                out.println();
                out.println("Look at it here, signed in once: " + link);
                out.println("The server stays until you press Ctrl+C.");
                awaitInterrupt(server);
            });
        } else {
            out.println();
            out.println("`zoetrope serve` prints a link to the page that is signed in once.");
        }
    }

    private static void awaitInterrupt(EmbeddedServer server) {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    server.close();
                    ended.countDown();
                }));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Config forDemo(Config config) {
        return new Config(
                config.host(),
                config.port(),
                config.data().resolve("demo"),
                null,
                config.allowPrivateUrls(),
                null,
                config.policies(),
                RegistryOptions.none(),
                config.web());
    }

    private static void requireFolderOf(Path film) {
        Path folder = film.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "cannot write " + film + ": its folder is not there or not writable; choose another -o");
        }
    }

    private Prediction predict(Replicate replicate, Stages stages) {
        String sheet =
                replicate.files().upload("english-3x3.jpg", sheet()).urls().get();
        Prediction created = replicate.predictions().create(OwnModels.SEEDANCE, input(sheet));
        stages.end("storyboard uploaded, prediction " + created.id() + " created");
        try (var progress = new Progress(surroundings.err(), surroundings.terminal(), InstantSource.system())) {
            Prediction ended = replicate.predictions().await(created.id(), progress);
            stages.end("prediction " + ended.status().wire());
            return ended;
        }
    }

    /// The input of the published record that this project began with, with a sheet of our own.
    private static Map<String, @Nullable Object> input(String sheet) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("prompt", "按 Image 1 的故事版生成视频");
        input.put("reference_images", List.of(sheet));
        input.put("duration", 15);
        input.put("resolution", "480p");
        input.put("aspect_ratio", "16:9");
        input.put("generate_audio", true);
        input.put("seed", 99);
        return input;
    }

    private static byte[] sheet() {
        try (InputStream sheet = DemoCommand.class.getResourceAsStream(SHEET)) {
            if (sheet == null) {
                throw new CommandFailure(
                        ExitCode.FAILED, "this build has no storyboard in it: " + SHEET + " is missing");
            }
            return sheet.readAllBytes();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.FAILED, "cannot read the storyboard: " + e.getMessage(), e);
        }
    }

    private void report(Path film, Stages stages, Prediction ended) {
        var out = surroundings.out();
        out.println(film);
        out.println();
        stages.print(out);
        var metrics = ended.metrics();
        if (metrics != null && metrics.get("predict_time") instanceof Number seconds) {
            out.println("  of which the model worked " + Stages.seconds(seconds.doubleValue()));
        }
        out.println();
        out.println(Codec.writePretty(ended));
    }
}
