package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.cog.InputReader;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole model with its real engine.
class SeedanceModelTest {
    private static FileServer server;
    private static SeedanceModel model;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        server = new FileServer();
        server.put("board.png", Drawings.sheet(3, 3));
        model = new SeedanceModel(config(SeedanceConfig.DEFAULT_ENGINE));
        model.setup();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    @SuppressWarnings("unchecked") // JSON objects are maps
    void the_request_on_record_becomes_a_film() throws Exception {
        RecordingContext context = context("one");
        Path film = model.predict(seedRequest(4, 99), context);
        assertThat(film).hasFileName("seedance-480p-4s-99.mp4").hasParent(context.workFolder());
        assertThat(Mp4Length.seconds(film)).hasValueCloseTo(4.04, within(0.1));
        assertThat(context.log())
                .startsWith("Using seed: 99")
                .contains("Engine: animatic (local renderer, no generative model)")
                .contains("Read Image 1: storyboard, 9 panels")
                .contains("Film: 4 seconds, 97 frames of 864x496");
        assertThat(context.log().getLast()).matches("Saved [0-9.]+MB in [0-9.]+sec");
        assertThat(context.metrics())
                .isEqualTo(Map.of(
                        "model_variant",
                        "non_video_in",
                        "resolution_target",
                        "480p",
                        "token_output_count",
                        40_594,
                        "video_output_duration_seconds",
                        4));
        var metrics = (Map<String, Object>) SeedRequest.prediction().get("metrics");
        metrics.keySet().removeAll(List.of("predict_time", "total_time"));
        assertThat(context.metrics().keySet()).isEqualTo(metrics.keySet());
        assertThat(context.progress()).isSorted().endsWith(1.0);
    }

    @Test
    void the_same_input_and_seed_give_the_same_bytes() throws Exception {
        Inputs inputs = new Inputs()
                .referenceImages(server.put("four.png", Drawings.sheet(2, 2)))
                .duration(4)
                .resolution("480p");
        byte[] film = Files.readAllBytes(model.predict(inputs.seed(99).build(), context("one")));
        assertThat(Files.readAllBytes(model.predict(inputs.build(), context("two"))))
                .isEqualTo(film);
        assertThat(Files.readAllBytes(model.predict(inputs.seed(100).build(), context("three"))))
                .isNotEqualTo(film);
    }

    @Test
    void an_open_length_follows_the_panels() throws Exception {
        RecordingContext context = context("one");
        server.put("four.png", Drawings.sheet(2, 2));
        model.predict(
                new Inputs()
                        .referenceImages(server.address("four.png"))
                        .duration(-1)
                        .resolution("480p")
                        .build(),
                context);
        assertThat(context.metrics()).containsEntry("video_output_duration_seconds", 6);
    }

    @Test
    void an_adaptive_shape_follows_the_first_picture() throws Exception {
        RecordingContext context = context("one");
        String upright = server.put("upright.jpg", Drawings.picture(360, 640, "jpg"));
        model.predict(
                new Inputs()
                        .image(upright)
                        .aspectRatio("adaptive")
                        .duration(4)
                        .resolution("480p")
                        .silent()
                        .build(),
                context);
        assertThat(context.log()).contains("Read First frame: one picture", "Film: 4 seconds, 97 frames of 496x864");
    }

    @Test
    void a_video_lends_its_camera_and_counts() throws Exception {
        RecordingContext context = context("one");
        model.predict(
                new Inputs()
                        .referenceVideos(server.put("a.mp4", Movies.panning(120)))
                        .prompt("a quiet sea, with the camera movement of Video 1")
                        .referenceAudios(server.put("a.wav", Sounds.wav(3)))
                        .duration(4)
                        .resolution("480p")
                        .build(),
                context);
        assertThat(context.log())
                .contains(
                        "Read Video 1: 5.0 s of 400x304 at 24.0 frames a second, one shot",
                        "Sound track: the recording given, 3.0 s, repeated to fill the film's 4.0 s");
        assertThat(context.log()).anyMatch(line -> line.contains("follows Video 1's camera (pan right "));
        assertThat(context.metrics())
                .containsEntry("model_variant", "video_in")
                .containsEntry("token_output_count", 864 * 496 * (97 + 120) / 1024);
    }

    @Test
    void a_video_is_extended_and_its_timeline_films_again() throws Exception {
        RecordingContext context = context("one");
        String video = server.put("a.mp4", Movies.panning(60));
        var inputs = new Inputs()
                .prompt("extend Video 1")
                .referenceVideos(video)
                .duration(4)
                .resolution("480p")
                .aspectRatio("adaptive")
                .silent()
                .seed(3);
        byte[] film = Files.readAllBytes(model.predict(inputs.build(), context));
        assertThat(context.log())
                .contains("Film: 4 seconds, 97 frames of 752x560")
                .anyMatch(line -> line.contains("plays Video 1 from 1.2 s"));
        String timeline = Files.readString(Path.of(java.net.URI.create(context.log().stream()
                .filter(line -> line.startsWith("Timeline: "))
                .findFirst()
                .orElseThrow()
                .substring("Timeline: ".length()))));
        byte[] again =
                Files.readAllBytes(model.predict(inputs.timeline(timeline).build(), context("again")));
        assertThat(again).isEqualTo(film);
    }

    @Test
    void a_cancel_ends_the_run() throws Exception {
        RecordingContext context = context("one");
        SeedanceInput input = new Inputs()
                .referenceImages(server.address("board.png"))
                .duration(15)
                .resolution("1080p")
                .build();
        var run = new FutureTask<>(() -> model.predict(input, context));
        Thread.ofPlatform().start(run);
        await().until(() -> context.progress().size() > 3);
        context.cancel();
        assertThatThrownBy(run::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledException.class);
        assertThat(context.metrics()).isEmpty();
    }

    @Test
    void an_unknown_engine_fails_the_setup_and_lists_the_known() {
        assertThatThrownBy(() -> new SeedanceModel(config("dream")).setup())
                .isInstanceOf(ModelException.class)
                .hasMessage("there is no engine \"dream\"; set ZOETROPE_SEEDANCE_ENGINE to one of animatic");
    }

    @Test
    void the_environment_names_the_engine() {
        FetchPolicy policy = FetchPolicy.publicOnly();
        assertThat(SeedanceConfig.fromEnvironment(Map.of(), policy)).isEqualTo(new SeedanceConfig("animatic", policy));
        assertThat(SeedanceConfig.fromEnvironment(Map.of("ZOETROPE_SEEDANCE_ENGINE", " ark "), policy)
                        .engine())
                .isEqualTo("ark");
        assertThat(SeedanceConfig.fromEnvironment(Map.of("ZOETROPE_SOUNDFONT", " /fonts/gm.sf2 "), policy)
                        .soundFont())
                .contains(java.nio.file.Path.of("/fonts/gm.sf2"));
    }

    @Test
    void a_soundfont_that_is_not_there_fails_the_setup_and_names_the_variable() {
        var config = new SeedanceConfig(
                "animatic", FetchPolicy.publicOnly(), java.util.Optional.of(java.nio.file.Path.of("no.sf2")));
        assertThatThrownBy(() -> new SeedanceModel(config).setup())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("ZOETROPE_SOUNDFONT")
                .hasMessageContaining("no.sf2");
    }

    @Test
    void nothing_is_made_before_the_setup() {
        assertThatThrownBy(() -> new SeedanceModel(config("animatic")).predict(seedRequest(4, 1), context("one")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("setup()");
    }

    @Test
    void the_fast_model_keeps_its_own_rules() {
        var fast = new SeedanceFastModel(config("animatic"));
        assertThatThrownBy(() -> fast.validate(new FastInput(
                        "p", null, null, List.of(), List.of(), List.of(), 5, "1080p", "16:9", true, null, null)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("bytedance/seedance-2.0-fast");
    }

    @Test
    void a_timeline_is_stored_with_each_film_and_can_be_filmed_again() throws Exception {
        var model = new SeedanceModel(config("animatic"));
        model.setup();
        var first = context("first");
        byte[] film = Files.readAllBytes(model.predict(seedRequest(4, 99), first));
        String address = first.log().stream()
                .filter(line -> line.startsWith("Timeline: "))
                .findFirst()
                .orElseThrow()
                .substring("Timeline: ".length());
        String timeline = Files.readString(Path.of(java.net.URI.create(address)));

        byte[] again = Files.readAllBytes(model.predict(filmed(timeline), context("again")));

        assertThat(again).isEqualTo(film);
        assertThatThrownBy(() -> model.predict(filmed(timeline.replace("\"amount\"", "\"much\"")), context("wrong")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("timeline: $.shots[0].move.much is unknown");
    }

    private static SeedanceInput filmed(String timeline) throws IOException {
        return new Inputs()
                .prompt("as planned")
                .referenceImages(server.address("board.png"))
                .timeline(timeline)
                .build();
    }

    private RecordingContext context(String name) throws IOException {
        return new RecordingContext(Files.createDirectories(folder.resolve(name)));
    }

    private static SeedanceConfig config(String engine) {
        return new SeedanceConfig(engine, new FetchPolicy(false, List.of(server.origin())));
    }

    /// The request on record, with our own sheet in place of the one that is gone.
    private static SeedanceInput seedRequest(int duration, long seed) throws IOException {
        Map<String, Object> input = SeedRequest.input();
        input.put("reference_images", List.of(server.address("board.png")));
        input.put("duration", duration);
        input.put("seed", seed);
        return ((InputReader.Valid<SeedanceInput>) new InputReader<>(SeedanceInput.class).read(input)).input();
    }
}
