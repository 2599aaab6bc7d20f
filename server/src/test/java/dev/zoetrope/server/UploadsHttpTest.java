package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsHttpTest {
    private static final String BOUNDARY = "----zoetrope";

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// A part: its disposition after the name, its other headers, and its body.
    private record Part(String disposition, String type, String body) {}

    private static TestServer.Reply upload(Part... parts) {
        var form = new ByteArrayOutputStream();
        for (Part part : parts) {
            String type = part.type().isEmpty() ? "" : "Content-Type: " + part.type() + "\r\n";
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + part.disposition() + "\r\n" + type;
            form.writeBytes((head + "\r\n" + part.body() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return server.send(HttpRequest.newBuilder(server.uri("/v1/files"))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    @Test
    void the_form_of_each_client_is_understood() {
        var javascript = upload(
                new Part("name=\"content\"; filename=\"buffer_1700000000000\"", "application/octet-stream", "abc"),
                new Part("name=\"metadata\"; filename=\"blob\"", "application/json", "{\"a\":1}"));
        assertThat(javascript.status()).isEqualTo(201);
        assertThat(javascript.json())
                .containsEntry("name", "buffer_1700000000000")
                .containsEntry("content_type", "application/octet-stream")
                .containsEntry("metadata", Map.of("a", 1));
        assertThat(javascript.text("etag")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");

        var python = upload(new Part("name=\"content\"; filename=\"my board.png\"", "image/png", "abc"));
        assertThat(python.json())
                .containsEntry("name", "my board.png")
                .containsEntry("content_type", "image/png")
                .containsEntry("metadata", Map.of());

        var stainless = upload(
                new Part("name=\"metadata[scene]\"", "", "7"),
                new Part("name=\"filename\"", "", "own.txt"),
                new Part("name=\"type\"", "", "text/plain"),
                new Part("name=\"content\"; filename=\"upload\"", "application/octet-stream", "abc"));
        assertThat(stainless.json())
                .containsEntry("name", "own.txt")
                .containsEntry("content_type", "text/plain")
                .containsEntry("metadata", Map.of("scene", "7"));

        var nameless = upload(new Part("name=\"content\"", "", "abc"));
        assertThat(nameless.status()).isEqualTo(201);
        assertThat(nameless.json()).containsEntry("name", "file").containsEntry("size", 3);

        var go = upload(
                new Part("name=\"content\"; filename=\"file\"", "application/octet-stream", "abc"),
                new Part("name=\"metadata\"", "application/json", "null"));
        assertThat(go.status()).as(go.json().toString()).isEqualTo(201);
    }

    @Test
    void names_are_kept_as_they_are_but_never_as_paths() {
        var reply = upload(new Part("name=\"content\"; filename=\"../分镜 1.png\"", "image/png", "abc"));
        assertThat(reply.text("name")).isEqualTo("分镜 1.png");
        var lengthy =
                upload(new Part("name=\"content\"; filename=\"" + "x".repeat(300) + ".png\"", "image/png", "abc"));
        assertThat(lengthy.text("name")).hasSize(255).endsWith(".png");
    }

    @Test
    void an_upload_is_an_input_by_any_of_its_urls() {
        var file = upload(new Part("name=\"content\"; filename=\"a b.txt\"", "text/plain", "abc"));
        for (String url : List.of(
                String.valueOf(file.map("urls").get("get")),
                String.valueOf(file.map("urls").get("download")))) {
            var run = server.run(Map.of("text", "x", "files", List.of(url)));
            assertThat(run.text("status")).as(run.json().toString()).isEqualTo("succeeded");
        }
    }

    @Test
    void more_than_the_limit_is_refused_as_a_problem() {
        var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/files"))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a\"\r\n\r\n"),
                        BodyPublishers.ofByteArrays(java.util.Collections.nCopies(101, new byte[1 << 20])),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("detail")).contains("less than 100MB");
    }

    @Test
    void a_signed_url_gives_the_bytes_without_a_token() throws Exception {
        var file = upload(new Part("name=\"content\"; filename=\"a.txt\"", "text/plain", "abc"));
        String id = file.text("id");
        var own = server.send(HttpRequest.newBuilder(
                server.uri(String.valueOf(file.map("urls").get("download")))));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(new String(own.raw().body(), StandardCharsets.UTF_8)).isEqualTo("abc");

        String key = server.get("/v1/files/default/secret").text("key");
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/v1/files/default/secret")))
                        .status())
                .isEqualTo(401);
        long later = System.currentTimeMillis() / 1000 + 60;
        String signature = signature(key, "mattt " + id + " " + later);
        assertThat(download(id, "mattt", later, signature)).isEqualTo(200);
        assertThat(download(id, "other", later, signature)).isEqualTo(404);
        assertThat(download(id, "mattt", later + 1, signature)).isEqualTo(404);
        assertThat(download(id, "mattt", later, "bm9uc2Vuc2U=")).isEqualTo(404);
        assertThat(download(id, "mattt", later, "%%%")).isEqualTo(404);
        long past = later - 120;
        assertThat(download(id, "mattt", past, signature(key, "mattt " + id + " " + past)))
                .isEqualTo(404);
        assertThat(server.get("/v1/files/" + id + "/download").status()).isEqualTo(404);

        server.send(HttpRequest.newBuilder(server.uri("/v1/files/" + id))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .DELETE());
        assertThat(download(id, "mattt", later, signature)).isEqualTo(404);
    }

    private static int download(String id, String owner, long expiry, String signature) {
        return server.send(HttpRequest.newBuilder(server.uri("/v1/files/" + id + "/download?owner=" + owner + "&expiry="
                        + expiry + "&signature=" + URLEncoder.encode(signature, StandardCharsets.UTF_8))))
                .status();
    }

    private static String signature(String key, String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
