package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people get wrong, sent to the whole product: a clear answer each time, and a server that goes on.
class BadInputTest {
    @TempDir
    static Path folder;

    private static LiveServer live;

    @BeforeAll
    static void start() throws IOException {
        live = new LiveServer(folder.resolve("data"), true);
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @AfterEach
    void the_server_is_well() throws Exception {
        assertThat(live.get("/health/ready").status()).isEqualTo(200);
    }

    private static String failure(Map<String, Object> input) throws Exception {
        LiveServer.Reply reply = live.run(input);
        if (reply.status() == 422) {
            return reply.text("detail");
        }
        assertThat(reply.text("status")).as(reply.json().toString()).isEqualTo("failed");
        return reply.text("error");
    }

    private static Map<String, Object> references(String... urls) {
        return Map.of("prompt", "x", "duration", 4, "resolution", "480p", "reference_images", List.of(urls));
    }

    @Test
    void ten_images_are_one_too_many() throws Exception {
        String url = "https://example.com/a.jpg";
        assertThat(failure(references(Collections.nCopies(10, url).toArray(String[]::new))))
                .contains("reference_images")
                .contains("9")
                .contains("10");
    }

    @Test
    void frames_and_references_exclude_each_other() throws Exception {
        assertThat(failure(Map.of(
                        "prompt",
                        "x",
                        "image",
                        "https://example.com/a.jpg",
                        "reference_images",
                        List.of("https://example.com/b.jpg"))))
                .contains("image")
                .contains("reference_images");
    }

    @Test
    void audio_needs_something_to_see() throws Exception {
        assertThat(failure(Map.of("prompt", "x", "reference_audios", List.of("https://example.com/a.wav"))))
                .contains("reference_audios");
    }

    @Test
    void missing_and_wrong_fields_are_named() throws Exception {
        assertThat(failure(Map.of())).contains("prompt");
        assertThat(failure(Map.of("prompt", 7))).contains("prompt");
        assertThat(failure(Map.of("prompt", "x", "duration", 2)))
                .contains("Duration must be between 4 and 15 seconds, or -1");
        assertThat(failure(Map.of("prompt", "x", "resolution", "8k")))
                .contains("resolution")
                .contains("480p");
    }

    @Test
    void what_cannot_be_fetched_says_why() throws Exception {
        String here = live.host("here.txt", "text/plain", new byte[0]);
        assertThat(failure(references(here.replace("here.txt", "missing.jpg"))))
                .contains("404")
                .contains("reference_images");
        assertThat(failure(references("http://127.0.0.1:1/a.jpg"))).contains("127.0.0.1:1");
        assertThat(failure(references("file:///etc/passwd"))).contains("file").doesNotContain("root:");
    }

    @Test
    void what_is_no_picture_says_what_it_is() throws Exception {
        byte[] html = "<!doctype html><html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(failure(references(live.host("page.jpg", "image/jpeg", html))))
                .containsIgnoringCase("html");
        byte[] whole;
        try (var in = BadInputTest.class.getResourceAsStream("/dev/zoetrope/animatic/boards/english-3x3.jpg")) {
            whole = in.readAllBytes();
        }
        String cut = live.host("cut.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 3));
        assertThat(failure(references(cut))).contains("reference_images").contains("cut.jpg");
        assertThat(failure(references(live.host("huge.png", "image/png", hugePng()))))
                .contains("30000");
    }

    @Test
    void private_addresses_are_refused_unless_allowed() throws Exception {
        try (var guarded = new LiveServer(folder.resolve("guarded"), false)) {
            LiveServer.Reply reply = guarded.run(references(guarded.host("a.jpg", "image/jpeg", new byte[100])));
            assertThat(reply.text("status")).isEqualTo("failed");
            assertThat(reply.text("error")).contains("private").contains("--allow-private-urls");
        }
    }

    @Test
    void requests_that_are_wrong_themselves() throws Exception {
        var create = "/v1/models/bytedance/seedance-2.0/predictions";
        assertThat(live.send(live.request(create).POST(HttpRequest.BodyPublishers.ofString("{\"input\":")))
                        .status())
                .isEqualTo(400);
        assertThat(live.get("/v1/models/bytedance/seedance-3.0").status()).isEqualTo(404);
        assertThat(live.get("/v1/predictions/0123456789abcdefghjkmnpqrs").status())
                .isEqualTo(404);
    }

    /// A PNG whose header promises 30,000 x 30,000 pixels, with a few bytes to show for it.
    private static byte[] hugePng() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", new byte[100]);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] body = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var checksum = new CRC32();
        checksum.update(body);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
