package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies as other people's programs send them.
@Timeout(90)
class OddBodiesTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";
    private static final String BODY = "{\"input\":{\"text\":\"x\"}}";
    private static final String HEAD = "\nHost: localhost\nAuthorization: Bearer " + TestServer.TOKEN + "\n";

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
        server.run(Map.of("text", "x"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Wire.Answer raw(String request) {
        try (var wire = new Wire(server)) {
            return wire.send(request).read();
        }
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1" + HEAD + headers + "Content-Length: " + body.length() + "\n\n" + body;
    }

    @Test
    void bodies_may_come_in_chunks_and_wait_to_be_asked_for() {
        String chunked = "b\n" + BODY.substring(0, 11) + "\n" + Integer.toHexString(BODY.length() - 11) + "\n"
                + BODY.substring(11) + "\n0\n\n";
        assertThat(raw("POST " + CREATE + " HTTP/1.1" + HEAD + "Transfer-Encoding: chunked\n\n" + chunked)
                        .status())
                .isEqualTo(201);
        try (var wire = new Wire(server)) {
            wire.send("POST " + CREATE + " HTTP/1.1" + HEAD + "Expect: 100-continue\nContent-Length: " + BODY.length()
                    + "\n\n");
            assertThat(wire.read().status()).isEqualTo(100);
            assertThat(wire.send(BODY).read().status()).isEqualTo(201);
        }
    }

    @Test
    void a_body_may_be_gzipped() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(BODY.getBytes(StandardCharsets.UTF_8));
        }
        var reply = gzipped(packed.toByteArray());
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);

        assertThat(gzipped(BODY.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 64; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertThat(gzipped(bomb.toByteArray()).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{\"input\":}", "{\"input\":{}} x", "\u0000", "NaN"})
    void a_body_that_is_no_json_object_is_400_with_a_text_for_a_reader(String body) {
        var answer = raw(post(CREATE, "Content-Type: application/json\n", body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.json().get("detail")).isInstanceOf(String.class);
        assertThat(answer.json()).containsEntry("status", 400);
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        String deep = "{\"input\":{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        assertThat(server.post(CREATE, deep).status()).isEqualTo(400);
        assertThat(server.post(CREATE, BODY).status()).isEqualTo(201);
    }

    @Test
    void wrong_fields_of_the_body_have_replicates_names() {
        var missing = server.post(CREATE, "{}");
        assertThat(missing.json().get("invalid_fields"))
                .isEqualTo(List.of(Map.of("type", "required", "field", "", "description", "input is required")));
        var extra = server.post(CREATE, "{\"input\":{\"text\":\"x\"},\"inputs\":1}");
        assertThat(extra.json().get("invalid_fields"))
                .isEqualTo(List.of(Map.of(
                        "type", "additional_property_not_allowed",
                        "field", "",
                        "description", "Additional property inputs is not allowed")));
        assertThat(server.post(CREATE, "{\"input\":null}").status()).isEqualTo(422);
        assertThat(server.post(CREATE, "{\"input\":{\"text\":\"x\"},\"webhook\":7}")
                        .status())
                .isEqualTo(422);
        assertThat(server.post(CREATE, "{\"input\":{\"text\":\"x\"},\"webhook_events_filter\":\"all\"}")
                        .status())
                .isEqualTo(422);
        assertThat(server.post(CREATE, "{\"input\":{\"text\":\"x\"},\"webhook\":null,\"stream\":null}")
                        .status())
                .isEqualTo(201);
    }

    private static TestServer.Reply gzipped(byte[] body) {
        return server.send(HttpRequest.newBuilder(server.uri(CREATE))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }
}
