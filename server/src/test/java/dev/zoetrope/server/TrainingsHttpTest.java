package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Codec;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingsHttpTest {
    @TempDir
    static Path folder;

    private static TestServer server;
    private static String trainings;

    @BeforeAll
    static void start() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.writeString(
                models.resolve("pupil.json"),
                Codec.write(Map.of(
                        "owner",
                        "acme",
                        "name",
                        "pupil",
                        "run",
                        Map.of("command", TestServer.java(TrainModel.class)))));
        server = new TestServer(folder.resolve("data"), RegistryOptions.none().withFolder(models));
        trainings = "/v1/models/acme/pupil/versions/" + latest("acme/pupil") + "/trainings";
        create("first");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void create(String name) {
        var made = server.post(
                "/v1/models", Map.of("owner", "me", "name", name, "visibility", "private", "hardware", "cpu"));
        assertThat(made.status()).isEqualTo(201);
    }

    private static String latest(String slug) {
        return String.valueOf(
                server.get("/v1/models/" + slug).map("latest_version").get("id"));
    }

    private static TestServer.Reply awaitEnd(TestServer.Reply training) {
        String get = "/v1/trainings/" + training.text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !List.of("starting", "processing")
                        .contains(server.get(get).text("status")));
        return server.get(get);
    }

    @Test
    void a_training_makes_a_new_version_of_its_destination_that_runs_after_a_restart_as_well() {
        create("trained");
        var created = server.post(trainings, Map.of("destination", "me/trained", "input", Map.of("phrase", "French")));
        assertThat(created.status()).as(created.json().toString()).isEqualTo(201);
        assertThat(created.json())
                .containsEntry("status", "starting")
                .containsEntry("model", "acme/pupil")
                .containsEntry("error", null)
                .containsEntry("logs", "")
                .doesNotContainKey("output");

        var ended = awaitEnd(created);
        assertThat(ended.json()).as(ended.json().toString()).containsEntry("status", "succeeded");
        assertThat(ended.text("logs")).isEqualTo("learning\n");
        var weights = server.send(HttpRequest.newBuilder(
                server.uri(String.valueOf(ended.map("output").get("weights")))));
        assertThat(new String(weights.raw().body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("French");
        String version = String.valueOf(ended.map("output").get("version"));
        assertThat(version).isEqualTo("me/trained:" + latest("me/trained"));
        var said = server.post("/v1/predictions", Map.of("version", version, "input", Map.of()), "Prefer", "wait");
        assertThat(said.json()).as(said.json().toString()).containsEntry("output", "I learnt French");

        // One more training makes one more version; the older one still runs.
        awaitEnd(server.post(trainings, Map.of("destination", "me/trained", "input", Map.of("phrase", "Greek"))));
        assertThat(latest("me/trained")).isNotEqualTo(version.substring(version.indexOf(':') + 1));
        assertThat((List<?>) server.get("/v1/models/me/trained/versions").json().get("results"))
                .hasSize(2);
        var older = server.post("/v1/predictions", Map.of("version", version, "input", Map.of()), "Prefer", "wait");
        assertThat(older.json()).containsEntry("output", "I learnt French");
    }

    @Test
    void trainings_are_listed_apart_from_predictions_and_can_be_cancelled() {
        var created = server.post(
                trainings, Map.of("destination", "me/first", "input", Map.of("phrase", "x", "endless", true)));
        String get = "/v1/trainings/" + created.text("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.get(get).text("logs").contains("learning"));
        assertThat(server.get("/v1/trainings").json().get("results").toString()).contains(created.text("id"));
        assertThat(server.get("/v1/predictions").json().get("results").toString())
                .doesNotContain(created.text("id"));
        assertThat(server.post(get + "/cancel", "").status()).isEqualTo(200);
        assertThat(awaitEnd(created).json()).containsEntry("status", "canceled");
        assertThat(server.get("/v1/models/me/first").json()).containsEntry("latest_version", null);
    }

    @Test
    void a_webhook_tells_of_a_training_as_the_api_shows_it() {
        create("told");
        try (var receiver = new Receiver()) {
            var created = server.post(
                    trainings,
                    Map.of(
                            "destination",
                            "me/told",
                            "input",
                            Map.of("phrase", "x"),
                            "webhook",
                            receiver.url(),
                            "webhook_events_filter",
                            List.of("completed")));
            var ended = awaitEnd(created);
            await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.hooks.isEmpty());
            assertThat(receiver.hooks.getFirst().json()).isEqualTo(ended.json());
            assertThat(String.valueOf(ended.map("urls").get("get"))).endsWith("/v1/trainings/" + created.text("id"));
        }
    }

    @Test
    void what_cannot_be_trained_is_refused_with_the_reason() {
        var nowhere = server.post(trainings, Map.of("destination", "me/nowhere", "input", Map.of("phrase", "x")));
        assertThat(nowhere.status()).isEqualTo(404);
        assertThat(nowhere.text("detail")).isEqualTo("The specified training destination does not exist");
        var wrong = server.post(trainings, Map.of("destination", "me/first", "input", Map.of("phrase", 7)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("detail")).contains("input.phrase");
        var none = server.post(trainings, Map.of("input", Map.of("phrase", "x")));
        assertThat(none.text("detail")).contains("destination is required");
        String official = latest("acme/test");
        var untrainable = server.post(
                "/v1/models/acme/test/versions/" + official + "/trainings",
                Map.of("destination", "me/first", "input", Map.of()));
        assertThat(untrainable.status()).isEqualTo(422);
        assertThat(untrainable.text("detail")).contains("cannot be trained");
        assertThat(server.get("/v1/trainings/nope").status()).isEqualTo(404);
    }
}
