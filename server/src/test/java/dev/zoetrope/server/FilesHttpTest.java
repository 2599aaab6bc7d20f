package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesHttpTest {
    @TempDir
    static Path data;

    private static TestServer server;
    private static String url;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
        url = server.run(Map.of("text", "0123456789")).text("output");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer.Reply get(String... headers) {
        var request = HttpRequest.newBuilder(server.uri(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    private static String body(TestServer.Reply reply) {
        return new String(reply.raw().body(), StandardCharsets.UTF_8);
    }

    @Test
    void an_output_needs_no_token_and_says_what_it_is() {
        var reply = get();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(body(reply)).isEqualTo("0123456789");
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
        assertThat(reply.header("Content-Length")).isEqualTo("10");
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Content-Disposition")).isEqualTo("inline; filename*=UTF-8''out_put.txt");
    }

    @Test
    void ranges_are_exact() {
        var part = get("Range", "bytes=2-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(body(part)).isEqualTo("234");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(body(get("Range", "bytes=7-"))).isEqualTo("789");
        assertThat(body(get("Range", "bytes=-2"))).isEqualTo("89");
        assertThat(get("Range", "bytes=8-99").header("Content-Range")).isEqualTo("bytes 8-9/10");
        var beyond = get("Range", "bytes=10-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */10");
        assertThat(get("Range", "bytes=5-2").status()).isEqualTo(200);
        assertThat(get("Range", "bytes=2-4", "If-Range", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void a_head_has_the_length_and_no_body() {
        var reply = server.send(
                HttpRequest.newBuilder(server.uri(url)).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Length")).isEqualTo("10");
        assertThat(reply.raw().body()).isEmpty();
    }

    @Test
    void a_reader_that_has_it_gets_304() {
        assertThat(get("If-None-Match", get().header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void a_wrong_secret_is_404() {
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/files/" + "0".repeat(40) + "/out.txt")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_upload_is_described_used_and_deleted() {
        String boundary = "----zoetrope";
        String form = String.join(
                "\r\n",
                "--" + boundary,
                "Content-Disposition: form-data; name=\"content\"; filename=\"../board 1.png\"",
                "Content-Type: image/png",
                "",
                "not really a picture",
                "--" + boundary,
                "Content-Disposition: form-data; name=\"metadata\"",
                "Content-Type: application/json",
                "",
                "{\"scene\":\"7\"}",
                "--" + boundary + "--",
                "");
        var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/files"))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
        assertThat(reply.json()).containsEntry("content_type", "image/png").containsEntry("size", 20);
        assertThat(reply.text("name")).doesNotContain("/").endsWith(".png");
        assertThat(reply.json().get("metadata")).isEqualTo(Map.of("scene", "7"));
        String id = reply.text("id");
        assertThat(server.get("/v1/files/" + id).text("etag")).hasSize(32);
        assertThat(server.get("/v1/files").json().toString()).contains(id);
        var deleted = server.send(HttpRequest.newBuilder(server.uri("/v1/files/" + id))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .DELETE());
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(server.get("/v1/files/" + id).status()).isEqualTo(404);
    }

    @Test
    void an_upload_without_content_is_refused() {
        var reply = server.post("/v1/files", "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("detail")).contains("multipart/form-data");
    }
}
