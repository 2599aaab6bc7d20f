package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsHttpTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";

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

    @Test
    void a_waiting_create_answers_201_with_the_finished_record_and_its_file() {
        var reply = server.run(Map.of("text", "abc", "count", 2));

        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
        assertThat(reply.json().keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "model",
                        "version",
                        "input",
                        "logs",
                        "output",
                        "data_removed",
                        "error",
                        "source",
                        "status",
                        "created_at",
                        "started_at",
                        "completed_at",
                        "urls",
                        "metrics");
        assertThat(reply.json())
                .containsEntry("status", "succeeded")
                .containsEntry("version", "hidden")
                .containsEntry("model", "acme/test")
                .containsEntry("source", "api")
                .containsEntry("error", null)
                .containsEntry("logs", "action write\n");
        assertThat(reply.header("Preference-Applied")).isEqualTo("wait");
        assertThat(reply.map("metrics")).containsEntry("characters", 3);
        assertThat(reply.map("metrics").keySet())
                .isEqualTo(java.util.Set.of("characters", "predict_time", "total_time"));
        var file = server.send(HttpRequest.newBuilder(server.uri(reply.text("output"))));
        assertThat(new String(file.raw().body(), StandardCharsets.UTF_8)).isEqualTo("abcabc");
        assertThat(reply.text("output")).endsWith("/out_put.txt");
    }

    @Test
    void a_create_without_prefer_answers_at_once_and_its_urls_work() {
        var created = server.post(CREATE, Map.of("input", Map.of("text", "abc")));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("status")).isEqualTo("starting");
        assertThat(created.json()).doesNotContainKeys("started_at", "completed_at", "metrics");
        @SuppressWarnings("unchecked")
        var urls = (Map<String, String>) created.json().get("urls");
        assertThat(created.header("Location")).isEqualTo(urls.get("get"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(urls.get("get")).text("status").equals("succeeded"));
        var page = server.send(HttpRequest.newBuilder(server.uri(urls.get("web"))));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        // Cancelling what has ended changes nothing.
        var cancel = server.post(urls.get("cancel"), "");
        assertThat(cancel.status()).isEqualTo(200);
        assertThat(cancel.text("status")).isEqualTo("succeeded");
    }

    @Test
    void a_wait_that_runs_out_answers_starting_and_never_processing() {
        var reply = server.post(CREATE, Map.of("input", Map.of("text", "x", "action", "wait")), "Prefer", "wait=1");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text("status")).isEqualTo("starting");
        var cancelled = server.post("/v1/predictions/" + reply.text("id") + "/cancel", "");
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("canceled");
        assertThat(cancelled.json()).containsEntry("output", null).containsEntry("error", null);
    }

    @Test
    void a_failure_of_the_model_is_told_in_its_own_words() {
        var reply = server.run(Map.of("text", "x", "action", "fail"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json()).containsEntry("status", "failed").containsEntry("error", "It was told to fail.");
    }

    @Test
    void a_process_that_dies_once_costs_a_retry_and_one_that_dies_twice_the_prediction() {
        var once = server.run(Map.of("text", "x", "action", "halt_once"));
        assertThat(once.json()).as(once.text("logs")).containsEntry("status", "succeeded");
        assertThat(once.text("logs")).contains("trying again");

        var twice = server.run(Map.of("text", "x", "action", "halt"));
        assertThat(twice.json()).containsEntry("status", "failed");
        assertThat(twice.text("error")).contains("exited with code 7");

        assertThat(server.run(Map.of("text", "still here")).text("status")).isEqualTo("succeeded");
    }

    @Test
    void unknown_inputs_are_dropped_with_a_line_in_the_log() {
        var reply = server.run(Map.of("text", "x", "fps", 24));

        assertThat(reply.text("status")).isEqualTo("succeeded");
        assertThat(reply.text("logs")).isEqualTo("Ignored unknown input fps\naction write\n");
        assertThat(reply.map("input")).doesNotContainKey("fps");
    }

    @Test
    void null_means_left_out() {
        var input = new java.util.HashMap<String, Object>(Map.of("text", "x"));
        input.put("word", null);
        assertThat(server.run(input).text("status")).isEqualTo("succeeded");
    }

    @Test
    void wrong_inputs_are_refused_naming_each_field() {
        var reply = server.post(
                CREATE, Map.of("input", Map.of("count", 11, "action", "dance", "files", List.of("a", "b", "c"))));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text("title")).isEqualTo("Input validation failed");
        assertThat(reply.text("detail"))
                .contains("text is required")
                .contains("input.count")
                .contains("11")
                .contains("input.action")
                .contains("write, fail, wait")
                .contains("input.files");
        assertThat(reply.json().get("status")).isEqualTo(422);
    }

    @Test
    void the_body_itself_is_checked() {
        assertThat(server.post(CREATE, "{\"input\": {").status()).isEqualTo(400);
        assertThat(server.post(CREATE, "[]").status()).isEqualTo(400);
        assertThat(server.post(CREATE, "{}").text("detail")).contains("input is required");
        var unknown = server.post(CREATE, Map.of("input", Map.of("text", "x"), "inputs", 1));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("invalid_fields"))
                .contains("additional_property_not_allowed")
                .contains("inputs");
        assertThat(server.post(CREATE, Map.of("input", "text")).status()).isEqualTo(422);
        assertThat(server.post(CREATE, "{\"input\":{\"text\":\"" + "x".repeat(Bodies.MAX_JSON) + "\"}}")
                        .status())
                .isEqualTo(413);
        assertThat(server.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void tokens_are_asked_for_and_checked() {
        var none = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions")));
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.text("detail")).isEqualTo("You did not pass an authentication token");
        var wrong = server.send(
                HttpRequest.newBuilder(server.uri("/v1/predictions")).header("Authorization", "Bearer no"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("detail")).isEqualTo("You did not pass a valid authentication token");
        var old = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                .header("Authorization", "Token " + TestServer.TOKEN));
        assertThat(old.status()).isEqualTo(200);
    }

    @Test
    void things_that_are_not_there_are_404_and_a_version_that_is_not_there_422() {
        assertThat(server.get("/v1/predictions/nope").status()).isEqualTo(404);
        assertThat(server.get("/v1/models/acme/nope").status()).isEqualTo(404);
        assertThat(server.get("/v1/nothing").status()).isEqualTo(404);
        assertThat(server.post("/v1/models/acme/nope/predictions", Map.of("input", Map.of()))
                        .status())
                .isEqualTo(404);
        var version = server.post("/v1/predictions", Map.of("version", "a".repeat(64), "input", Map.of()));
        assertThat(version.status()).isEqualTo(422);
        assertThat(version.text("title")).isEqualTo("Invalid version or not permitted");
    }

    @Test
    void a_version_may_be_an_id_a_name_with_an_id_or_a_name() {
        var model = server.get("/v1/models/acme/test");
        String id = String.valueOf(((Map<?, ?>) model.json().get("latest_version")).get("id"));
        assertThat(id).matches("[0-9a-f]{64}");
        for (String version : List.of(id, "acme/test:" + id, "acme/test")) {
            var reply = server.post(
                    "/v1/predictions", Map.of("version", version, "input", Map.of("text", "x")), "Prefer", "wait");
            assertThat(reply.text("status")).as(version).isEqualTo("succeeded");
        }
        assertThat(server.get("/v1/v1/models/acme/test").status()).isEqualTo(200);
    }

    @Test
    void the_list_is_paged_newest_first_and_its_next_link_goes_to_the_host_that_was_asked() {
        for (int i = 0; i < 101; i++) {
            assertThat(server.post(CREATE, Map.of("input", Map.of("text", "n" + i)))
                            .status())
                    .isEqualTo(201);
        }
        var page = server.get("/v1/predictions");
        assertThat((List<?>) page.json().get("results")).hasSize(100);
        assertThat(page.text("next")).startsWith(server.server.url() + "/v1/predictions?cursor=");
        assertThat(page.json()).containsEntry("previous", null);
        var ids = ((List<?>) page.json().get("results"))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("id")))
                        .toList();
        assertThat(ids).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        var second = server.get(page.text("next"));
        assertThat((List<?>) second.json().get("results")).isNotEmpty();
        assertThat(server.get("/v1/predictions?cursor=nonsense").status()).isEqualTo(400);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !server.get("/v1/predictions").json().toString().contains("starting"));
    }

    @Test
    void a_deadline_is_echoed_and_kept() {
        var reply = server.post(
                CREATE,
                Map.of("input", Map.of("text", "x", "action", "wait")),
                "Cancel-After",
                "5s",
                "Prefer",
                "wait=20");
        assertThat(reply.text("status")).isEqualTo("canceled");
        assertThat(reply.json()).containsKey("deadline");
        assertThat(server.post(CREATE, Map.of("input", Map.of("text", "x")), "Cancel-After", "4s")
                        .status())
                .isEqualTo(400);
        assertThat(server.run(Map.of("text", "next")).text("status")).isEqualTo("succeeded");
    }
}
