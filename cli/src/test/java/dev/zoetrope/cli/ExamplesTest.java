package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Codec;
import dev.zoetrope.server.RegistryOptions;
import dev.zoetrope.server.Server;
import dev.zoetrope.server.ServerOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The models of `examples/models`, as `serve --models examples/models` runs them.
class ExamplesTest {
    private static final String CANARY = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272";
    private static final String TOKEN = "r8_examples";

    @TempDir
    static Path data;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Server server;

    @BeforeAll
    static void start() {
        var registry =
                RegistryOptions.none().withFolder(Path.of("../examples/models")).withProgram(OwnModels.program());
        server = Server.start(
                new ServerOptions("127.0.0.1", 0, data, null, false, TOKEN, List.of()).withRegistry(registry));
    }

    @AfterAll
    static void stop() {
        server.close();
        HTTP.close();
    }

    private static Map<String, Object> call(String method, String path, Object body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server.url() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : Codec.write(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Codec.readObject(
                HTTP.send(request.build(), BodyHandlers.ofString()).body());
    }

    private static String versionOf(String model) throws Exception {
        var latest = (Map<?, ?>) call("GET", "/v1/models/" + model, null).get("latest_version");
        return String.valueOf(latest.get("id"));
    }

    private static Map<String, Object> run(String version, Map<String, Object> input, String... headers)
            throws Exception {
        String[] all = headers.length > 0 ? headers : new String[] {"Prefer", "wait"};
        return call("POST", "/v1/predictions", Map.of("version", version, "input", input), all);
    }

    @Test
    void the_canary_greets_under_the_version_that_clients_test_with() throws Exception {
        var reply = run(CANARY, Map.of("text", "Tracy"));
        assertThat(reply)
                .as(reply.toString())
                .containsEntry("status", "succeeded")
                .containsEntry("version", CANARY)
                .containsEntry("model", "replicate/canary")
                .containsEntry("output", List.of("hello ", "there, ", "Tracy"));
        assertThat(run("replicate/canary:" + CANARY, Map.of("text", "x"))).containsEntry("status", "succeeded");
        assertThat(versionOf("replicate/canary")).isEqualTo(CANARY);
    }

    @Test
    void the_countdown_is_official_and_streams() throws Exception {
        var reply = call(
                "POST",
                "/v1/models/examples/countdown/predictions",
                Map.of("input", Map.of("from", 2)),
                "Prefer",
                "wait");
        assertThat(reply)
                .as(reply.toString())
                .containsEntry("version", "hidden")
                .containsEntry("output", List.of("2 ...\n", "1 ...\n", "lift-off"));
    }

    @Test
    void swatches_are_several_files() throws Exception {
        var reply = run(versionOf("examples/swatches"), Map.of("shades", 2, "size", 8));
        assertThat(reply).as(reply.toString()).containsEntry("status", "succeeded");
        var urls = (List<?>) reply.get("output");
        assertThat(urls).hasSize(2);
        for (Object url : urls) {
            var file = HTTP.send(
                    HttpRequest.newBuilder(URI.create(String.valueOf(url))).build(), BodyHandlers.ofByteArray());
            assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
            var picture = ImageIO.read(new ByteArrayInputStream(file.body()));
            assertThat(picture.getWidth()).isEqualTo(8);
        }
        var refused = run(versionOf("examples/swatches"), Map.of("color", "red"));
        assertThat(String.valueOf(refused.get("error"))).contains("six hex digits");
    }

    @Test
    void one_fails_and_one_never_gets_ready() throws Exception {
        var failed = run(versionOf("examples/fails"), Map.of("message", "no luck"));
        assertThat(failed).containsEntry("status", "failed").containsEntry("error", "no luck");
        var broken = run(versionOf("examples/broken-setup"), Map.of());
        assertThat(broken).as(broken.toString()).containsEntry("status", "failed");
        assertThat(String.valueOf(broken.get("error")))
                .isEqualTo("Model setup failed: the weights are missing (this example always fails here)");
    }

    @Test
    void the_slow_one_reports_progress_and_can_be_cancelled() throws Exception {
        var created = run(versionOf("examples/slow"), Map.of("seconds", 60), "X-Nothing", "here");
        String get = "/v1/predictions/" + created.get("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> String.valueOf(call("GET", get, null).get("logs")).contains("5%|"));
        assertThat(call("POST", get + "/cancel", null)).containsEntry("status", "canceled");
    }

    @Test
    void the_parrot_can_be_trained() throws Exception {
        call("POST", "/v1/models", Map.of("owner", "me", "name", "parrot", "visibility", "private", "hardware", "cpu"));
        var training = call(
                "POST",
                "/v1/models/examples/parrot/versions/" + versionOf("examples/parrot") + "/trainings",
                Map.of("destination", "me/parrot", "input", Map.of("phrase", "Ahoy")));
        String get = "/v1/trainings/" + training.get("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "succeeded".equals(call("GET", get, null).get("status")));
        var said = run(versionOf("me/parrot"), Map.of("name", "Jim"));
        assertThat(said).as(said.toString()).containsEntry("output", "Ahoy, Jim");
    }

    @Test
    void models_are_listed_added_and_removed_from_the_command_line(@TempDir Path folder) throws Exception {
        try (var scene = new Scene(folder)) {
            scene.environment.put("ZOETROPE_URL", server.url().toString());
            scene.environment.put("ZOETROPE_TOKEN", TOKEN);
            assertThat(scene.run("models", "list")).as(scene.err()).isZero();
            assertThat(scene.out())
                    .contains("replicate/canary")
                    .contains("versioned")
                    .contains("official");

            assertThat(scene.run("models", "add", "me/later", "--description", "Not yet", "--private"))
                    .as(scene.err())
                    .isZero();
            assertThat(scene.err()).contains("registered me/later");
            assertThat(call("GET", "/v1/models/me/later", null)).containsEntry("visibility", "private");
            Files.writeString(folder.resolve("filed.json"), "{\"owner\":\"me\",\"name\":\"filed\"}");
            assertThat(scene.run("models", "add", "filed.json")).as(scene.err()).isZero();
            assertThat(scene.run("models", "remove", "me/filed")).isZero();
            assertThat(scene.run("models", "remove", "me/later")).isZero();
            assertThat(call("GET", "/v1/models/me/later", null)).containsEntry("status", 404);

            assertThat(scene.run("models", "add", "me/shell", "--", "/bin/sh", "-c", "exit 1"))
                    .isNotZero();
            assertThat(scene.err()).contains("--allow-model-commands");
            assertThat(scene.run("models", "remove", "replicate/canary")).isNotZero();
            assertThat(scene.err()).contains("registered by a file");
        }
    }
}
