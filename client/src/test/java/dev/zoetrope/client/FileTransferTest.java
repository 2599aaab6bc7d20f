package dev.zoetrope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.StoredFile;
import dev.zoetrope.client.ScriptedServer.Reply;
import dev.zoetrope.client.ScriptedServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uploads and downloads.
class FileTransferTest {
    @TempDir
    Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private ScriptedServer server;
    private Replicate replicate;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        replicate = Replicate.connect(
                ClientOptions.defaults().withBaseUrl(server.url()).withToken("r8_secret"), pauses::add);
    }

    @AfterEach
    void stop() {
        replicate.close();
        server.close();
    }

    private static String file() {
        return """
                {"id":"f1","name":"b.webp","content_type":"image/webp","size":18,"etag":"e",\
                "checksums":{"sha256":"a","md5":"b"},"metadata":{},"created_at":"2026-01-02T03:04:05Z",\
                "expires_at":"2026-01-03T03:04:05Z","urls":{"get":"http://127.0.0.1/v1/files/f1"}}""";
    }

    @Test
    void a_file_is_uploaded_as_the_part_named_content() throws IOException {
        Path sheet = Files.writeString(folder.resolve("board \"1\".webp"), "bytes of a picture");
        server.on("POST /v1/files", Reply.json(201, file()));

        StoredFile stored = replicate.files().upload(sheet);

        assertThat(stored.urls().get()).isEqualTo("http://127.0.0.1/v1/files/f1");
        Request request = server.requests().getFirst();
        assertThat(request.header("content-type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.body())
                .contains("Content-Disposition: form-data; name=\"content\"; filename=\"board %221%22.webp\"\r\n")
                .contains("Content-Type: image/webp\r\n\r\nbytes of a picture\r\n--");
    }

    @Test
    void a_missing_file_is_told_before_anything_is_sent() {
        assertThatThrownBy(() -> replicate.files().upload(folder.resolve("none.jpg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.jpg");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_download_follows_redirects_without_the_token_and_replaces_the_target() throws IOException {
        server.on(
                "GET /out/film.mp4",
                Reply.json(302, "<html>elsewhere, says a long page</html>").with("Location", "/blob/1"));
        server.on("GET /blob/1", new Reply(200, Map.of(), "film"));
        Path target = Files.writeString(folder.resolve("film.mp4"), "an older and longer film");

        Path got = replicate.download(server.url() + "/out/film.mp4", target);

        assertThat(got).isAbsolute().hasContent("film");
        assertThat(server.requests())
                .allSatisfy(
                        request -> assertThat(request.header("authorization")).isNull());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_failed_download_leaves_the_target_alone() throws IOException {
        server.on("GET /out/film.mp4", Reply.json(404, "{\"detail\":\"expired\",\"status\":404}"));
        Path target = Files.writeString(folder.resolve("film.mp4"), "kept");

        assertThatThrownBy(() -> replicate.download(server.url() + "/out/film.mp4", target))
                .hasMessageContaining("expired");

        assertThat(target).hasContent("kept");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_download_takes_data_uris_too() {
        String encoded = Base64.getEncoder().encodeToString("film".getBytes(StandardCharsets.UTF_8));

        assertThat(replicate.download("data:video/mp4;base64," + encoded, folder.resolve("a.mp4")))
                .hasContent("film");
        assertThat(replicate.download("data:,a%20b+c", folder.resolve("b.txt"))).hasContent("a b+c");
    }
}
