package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.cog.CancelledException;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.cog.Fetcher;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaInputsTest {
    private FileServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        server = new FileServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pictures_come_in_the_order_of_the_input() throws Exception {
        String wide = server.put("wide.png", Drawings.picture(640, 360, "png"));
        String square = server.put("square.jpg", Drawings.picture(400, 400, "jpg"));
        Media media = load(new Inputs().referenceImages(wide, square, wide));
        assertThat(media.stills().stream()
                        .map(still ->
                                still.item().title() + " " + still.picture().width() + "x"
                                        + still.picture().height()))
                .containsExactly("Image 1 640x360", "Image 2 400x400", "Image 3 640x360");
    }

    @Test
    void first_and_last_frame_are_told_apart() throws Exception {
        String first = server.put("first.png", Drawings.picture(640, 360, "png"));
        String last = server.put("last.png", Drawings.picture(600, 400, "png"));
        Media media = load(new Inputs().image(first).lastFrameImage(last));
        assertThat(media.stills().stream().map(still -> still.item().title()))
                .containsExactly("First frame", "Last frame");
    }

    @Test
    void data_uris_are_taken() throws Exception {
        String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawings.picture(300, 300, "png"));
        assertThat(load(new Inputs().referenceImages(uri)).stills()).hasSize(1);
    }

    @Test
    void large_pictures_are_halved() throws Exception {
        String large = server.put("large.png", Drawings.picture(5000, 4000, "png"));
        var picture =
                load(new Inputs().referenceImages(large)).stills().getFirst().picture();
        assertThat(picture.width()).isEqualTo(2500);
        assertThat(picture.height()).isEqualTo(2000);
    }

    @Test
    void a_missing_file_is_named() {
        String good = server.put("good.png", Drawings.picture(300, 300, "png"));
        refused(
                new Inputs().referenceImages(good, server.address("gone.png")),
                "reference_images[1]",
                "gone.png",
                "404");
    }

    @Test
    void a_web_page_is_not_taken_for_a_picture() {
        String page = server.put("a.jpg", "<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
        refused(new Inputs().referenceImages(page), "reference_images[0] (" + page + "): it is an HTML page");
    }

    @Test
    void a_truncated_jpeg_is_refused() {
        byte[] whole = Drawings.picture(640, 360, "jpg");
        String half = server.put("half.jpg", Arrays.copyOf(whole, whole.length / 2));
        refused(new Inputs().referenceImages(half), "reference_images[0] (" + half + ")", "truncated");
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_never_decoded() {
        String bomb = server.put("bomb.png", Drawings.pngClaiming(30_000, 30_000));
        refused(new Inputs().referenceImages(bomb), "30000x30000", "6000");
    }

    @Test
    void small_and_narrow_pictures_are_refused() {
        String small = server.put("small.png", Drawings.picture(299, 400, "png"));
        refused(
                new Inputs().image(small),
                "image (" + small + "): the picture is 299x400, but each side must be 300 to 6000");
        String narrow = server.put("narrow.png", Drawings.picture(300, 800, "png"));
        refused(new Inputs().referenceImages(narrow), "300x800", "its width must be 0.4 to 2.5 times its height");
    }

    @Test
    void files_of_this_machine_cannot_be_read() {
        refused(
                new Inputs().referenceImages("file:///etc/hostname"),
                "reference_images[0] (file:///etc/hostname)",
                "file");
    }

    @Test
    void private_addresses_are_refused_unless_allowed() {
        String picture = server.put("a.png", Drawings.picture(300, 300, "png"));
        assertThatThrownBy(() -> load(new Inputs().referenceImages(picture), FetchPolicy.publicOnly()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void secrets_in_an_address_are_not_repeated() {
        refused(new Inputs().referenceImages(server.address("gone.png?signature=topsecret")), "gone.png)");
        assertThatThrownBy(() -> load(new Inputs().referenceImages(server.address("gone.png?signature=topsecret"))))
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void videos_are_measured_together() throws Exception {
        String short4 = server.put("four.mp4", Movies.panning(97));
        String long12 = server.put("twelve.mp4", Movies.mp4(12_042));
        assertThat(load(new Inputs().referenceVideos(short4, short4)).videoSeconds())
                .isCloseTo(8.084, within(0.01));
        refused(
                new Inputs().referenceVideos(short4, long12),
                "reference_videos[1] (" + long12 + "): with it the references of its kind are 16.1 seconds long");
        String empty = server.put("empty.mp4", Movies.mp4(0));
        refused(new Inputs().referenceVideos(empty), "its length cannot be read");
        String hollow = server.put("hollow.mp4", Movies.mp4(4_042));
        refused(new Inputs().referenceVideos(short4, hollow), "reference_videos[1] (" + hollow + "): ", ";");
    }

    @Test
    void sounds_are_measured_together() throws Exception {
        String picture = server.put("a.png", Drawings.picture(300, 300, "png"));
        String sound = server.put("a.wav", Sounds.wav(3));
        String song = server.put("a.mp3", Sounds.mp3(100));
        assertThat(load(new Inputs().referenceImages(picture).referenceAudios(sound, song))
                        .videoSeconds())
                .isZero();
        String longSound = server.put("long.wav", Sounds.wav(16));
        refused(
                new Inputs().referenceImages(picture).referenceAudios(longSound),
                "reference_audios[0] (" + longSound + "): it is 16.0 seconds long, but 2 to 15 are taken; cut it");
        String half = server.put("half.wav", Sounds.wav(8));
        refused(
                new Inputs().referenceImages(picture).referenceAudios(half, half),
                "reference_audios[1]",
                "16.0 seconds long, but at most 15 in all");
        refused(new Inputs().referenceVideos(sound), "reference_videos[0]", "it is a WAV sound");
    }

    @Test
    void a_file_over_its_limit_is_refused() {
        String large = server.put("large.wav", new byte[15 * 1024 * 1024 + 1]);
        refused(
                new Inputs()
                        .referenceImages(large.replace("large.wav", "a.png"))
                        .referenceAudios(large),
                "a.png");
        String picture = server.put("a.png", Drawings.picture(300, 300, "png"));
        refused(new Inputs().referenceImages(picture).referenceAudios(large), "reference_audios[0]", "15728640");
    }

    @Test
    void an_interrupt_ends_the_wait_for_a_slow_server() throws Exception {
        SeedanceInput input =
                new Inputs().referenceImages(server.address("never-ends")).build();
        var load = new FutureTask<>(() -> inputs(allowing()).load(input, new RecordingContext(folder)));
        Thread thread = Thread.ofPlatform().start(load);
        server.awaitSlowRequest();
        thread.interrupt();
        assertThatThrownBy(load::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancelledException.class);
    }

    private Media load(Inputs inputs) throws Exception {
        return load(inputs, allowing());
    }

    private Media load(Inputs inputs, FetchPolicy policy) throws Exception {
        return inputs(policy).load(inputs.build(), new RecordingContext(folder));
    }

    private static MediaInputs inputs(FetchPolicy policy) {
        return new MediaInputs(new Fetcher(policy));
    }

    private FetchPolicy allowing() {
        return new FetchPolicy(false, List.of(server.origin()));
    }

    private void refused(Inputs inputs, String... parts) {
        assertThatThrownBy(() -> load(inputs))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(parts);
    }
}
