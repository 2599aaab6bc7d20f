package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.compat.Caller.Call;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Calls every operation that Replicate publishes, with success and with the errors it describes, in an order
/// in which each has something to work on.
final class Scenario {
    static final String CANARY = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272";
    private static final Map<String, Object> GREETING = Map.of("input", Map.of("text", "x"));
    private static final String[] CANARY_MODEL = {"replicate", "canary"};
    private static final String MODEL = "/models/{model_owner}/{model_name}";
    private static final String DEPLOYMENT = "/deployments/{deployment_owner}/{deployment_name}";

    private final Caller caller;
    private final String account;

    private Scenario(Caller caller) {
        this.caller = caller;
        account = caller.get("/account").string("username");
    }

    /// Calls everything once.
    static void play(Caller caller) {
        var scenario = new Scenario(caller);
        scenario.predictions();
        scenario.models();
        scenario.deployments();
        scenario.files();
        scenario.trainings();
        scenario.rest();
    }

    private void predictions() {
        Call created = caller.json("POST", "/predictions", Map.of("version", CANARY, "input", Map.of("text", "x")));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        ended("/predictions/{prediction_id}", created.string("id"));
        var announced = Description.entries("version", CANARY, "input", Map.of("text", "x"));
        announced.put("webhook", "http://127.0.0.1:9/nobody-listens");
        announced.put("webhook_events_filter", List.of("completed"));
        assertThat(caller.json("POST", "/predictions", announced).status()).isEqualTo(201);
        caller.get("/predictions");
        caller.get("/predictions", "?source=web");
        waiting("/predictions", Map.of("version", CANARY, "input", Map.of("text", "x")), "wait");
        waiting(MODEL + "/predictions", GREETING, "wait=5", "compat", "prop");
        Call late = waiting(
                MODEL + "/predictions",
                Map.of("input", Map.of("text", "x", "seconds", 30)),
                "wait=1",
                "compat",
                "prop");
        assertThat(late.status()).isEqualTo(202);
        caller.json("POST", "/predictions/{prediction_id}/cancel", Map.of(), late.string("id"));
        Call dated = caller.send(
                "POST",
                MODEL + "/predictions",
                caller.request(MODEL + "/predictions", "compat", "prop")
                        .header("Cancel-After", "1m")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"input\":{\"text\":\"x\"}}")));
        assertThat(dated.get("deadline")).isNotNull();
    }

    private Call waiting(String template, Map<String, Object> body, String prefer, String... values) {
        return caller.send(
                "POST",
                template,
                caller.request(template, values)
                        .header("Prefer", prefer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(dev.zoetrope.api.Codec.write(body))));
    }

    private void models() {
        caller.get("/models");
        caller.get("/models", "?sort_by=model_created_at&sort_direction=asc");
        caller.send(
                "QUERY",
                "/models",
                caller.request("/models")
                        .header("Content-Type", "text/plain")
                        .method("QUERY", HttpRequest.BodyPublishers.ofString("canary")));
        caller.get("/search", "?query=canary&limit=5");
        caller.get("/search");
        caller.get(MODEL, CANARY_MODEL);
        caller.get(MODEL + "/examples", CANARY_MODEL);
        caller.get(MODEL + "/versions", CANARY_MODEL);
        caller.get(MODEL + "/versions/{version_id}", "replicate", "canary", CANARY);
        var fields = Map.of("owner", account, "name", "conformance", "visibility", "private", "hardware", "cpu");
        assertThat(caller.json("POST", "/models", fields).status()).isEqualTo(201);
        caller.get(MODEL + "/readme", account, "conformance");
        caller.json("PATCH", MODEL, Map.of("description", "d", "readme", "# Hello"), account, "conformance");
        assertThat(caller.get(MODEL + "/readme", account, "conformance").text()).isEqualTo("# Hello");
    }

    private void deployments() {
        var fields = Description.entries(
                "name", "conformance", "model", "replicate/canary", "version", CANARY, "hardware", "cpu");
        fields.put("min_instances", 0);
        fields.put("max_instances", 1);
        Call made = caller.json("POST", "/deployments", fields);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String[] key = {account, "conformance"};
        caller.get("/deployments");
        caller.get(DEPLOYMENT, key);
        caller.json("PATCH", DEPLOYMENT, Map.of("max_instances", 2), key);
        waiting(DEPLOYMENT + "/predictions", GREETING, "wait", key);
        caller.delete(DEPLOYMENT, key);
    }

    private void files() {
        String boundary = "conformance";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nabc\r\n--" + boundary + "--\r\n";
        Call file = caller.send(
                "POST",
                "/files",
                caller.request("/files")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(file.status()).as(file.text()).isEqualTo(201);
        String id = file.string("id");
        caller.get("/files");
        caller.get("/files/{file_id}", id);
        caller.get("/files/{file_id}/download", id, "?owner=" + account + "&expiry=1&signature=no");
        String download = String.valueOf(Description.map(file.get("urls")).get("download"));
        Call content = caller.get("/files/{file_id}/download", id, download.substring(download.indexOf('?')));
        assertThat(content.text()).isEqualTo("abc");
        caller.delete("/files/{file_id}", id);
        caller.delete("/files/{file_id}", id);
        caller.get("/files/{file_id}", id);
    }

    private void trainings() {
        Call parrot = caller.get(MODEL, "examples", "parrot");
        String version =
                String.valueOf(Description.map(parrot.get("latest_version")).get("id"));
        var training = Map.of("destination", account + "/conformance", "input", Map.of("phrase", "Hi"));
        Call made = caller.json(
                "POST", MODEL + "/versions/{version_id}/trainings", training, "examples", "parrot", version);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.string("id");
        ended("/trainings/{training_id}", id);
        caller.get("/trainings");
        caller.json("POST", "/trainings/{training_id}/cancel", Map.of(), id);
        Call trained = caller.get(MODEL, account, "conformance");
        if (trained.get("latest_version") instanceof Map<?, ?> latest) {
            String trainedVersion = String.valueOf(latest.get("id"));
            caller.delete(MODEL + "/versions/{version_id}", account, "conformance", trainedVersion);
        }
        caller.delete(MODEL, account, "conformance");
    }

    private void rest() {
        Call collections = caller.get("/collections");
        if (collections.get("results") instanceof List<?> found && !found.isEmpty()) {
            caller.get(
                    "/collections/{collection_slug}",
                    String.valueOf(Description.map(found.get(0)).get("slug")));
        }
        caller.get("/hardware");
        caller.get("/webhooks/default/secret");
    }

    private void ended(String template, String id) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> List.of("succeeded", "failed", "canceled")
                        .contains(caller.get(template, id).string("status")));
    }
}
