package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.compat.Caller.Call;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Makes what a request with a placeholder asks for. Each request gets a thing of its own, since it may delete it.
final class RealThings {
    private static final String MODEL = "/v1/models/model_owner/model_name";
    private static final String DEPLOYMENT = "/v1/deployments/deployment_owner/deployment_name";

    private static final String NOWHERE = "http://127.0.0.1:9/nobody-listens";

    private final Caller caller;
    private final String account;
    private final AtomicInteger made = new AtomicInteger();

    /// @param body the JSON object, empty for none
    record Request(String method, String path, Map<String, Object> body) {
        Request with(String key, Object value) {
            var changed = new TreeMap<>(body);
            if (!changed.isEmpty()) {
                changed.replace(key, value);
            }
            return new Request(method, path, changed);
        }

        Request at(String real) {
            return new Request(method, real, body);
        }

        boolean is(String verb, String place) {
            return method.equals(verb) && path.equals(place);
        }
    }

    RealThings(Caller caller) {
        this.caller = caller;
        this.account = caller.get("/account").string("username");
    }

    /// The request that was meant.
    Request real(Request asked) {
        Request request = asked.with("webhook", NOWHERE);
        for (String url : List.of("cover_image_url", "github_url", "license_url", "paper_url", "weights_url")) {
            request = request.with(url, NOWHERE);
        }
        if (request.is("POST", "/v1/models")) {
            return request.with("owner", account).with("name", name());
        }
        if (request.is("POST", "/v1/deployments")) {
            return request.with("name", name())
                    .with("model", "replicate/canary")
                    .with("version", Scenario.CANARY)
                    .with("hardware", "cpu")
                    .with("max_instances", 1);
        }
        if (request.is("POST", "/v1/predictions")) {
            return request.with("version", Scenario.CANARY).with("input", Map.of("text", "Alice"));
        }
        String path = request.path();
        if (path.startsWith(MODEL)) {
            return ofModel(request);
        }
        if (path.startsWith(DEPLOYMENT)) {
            String rest = path.substring(DEPLOYMENT.length());
            return request.at("/v1/deployments/" + account + "/" + deployment() + rest)
                    .with("input", Map.of("text", "Alice"))
                    .with("hardware", "cpu")
                    .with("version", Scenario.CANARY)
                    .with("max_instances", 1);
        }
        if (path.contains("/prediction_id")) {
            return request.at(path.replace("prediction_id", prediction()));
        }
        if (path.contains("/training_id")) {
            return request.at(path.replace("training_id", training(model())));
        }
        if (path.contains("/file_id")) {
            return request.at(path.replace("file_id", file()));
        }
        return path.contains("/collection_slug") ? request.at(path.replace("collection_slug", collection())) : request;
    }

    private Request ofModel(Request request) {
        String rest = request.path().substring(MODEL.length());
        if (rest.isEmpty() && !request.method().equals("GET")) {
            return request.at("/v1/models/" + account + "/" + model());
        }
        if (rest.equals("/readme")) {
            String model = model();
            good(caller.json("PATCH", "/models/{owner}/{name}", Map.of("readme", "# Hello"), account, model));
            return request.at("/v1/models/" + account + "/" + model + rest);
        }
        if (rest.equals("/predictions")) {
            return request.at("/v1/models/compat/prop/predictions").with("input", Map.of("text", "x"));
        }
        if (rest.endsWith("/trainings")) {
            return request.at("/v1/models/examples/parrot/versions/" + parrot() + "/trainings")
                    .with("destination", account + "/" + model())
                    .with("input", Map.of("phrase", "Hi"));
        }
        if (request.method().equals("DELETE")) {
            String model = model();
            return request.at("/v1/models/" + account + "/" + model + "/versions/" + trained(model));
        }
        return request.at("/v1/models/replicate/canary" + rest.replace("version_id", Scenario.CANARY));
    }

    private String name() {
        return "suite-" + made.incrementAndGet();
    }

    private String model() {
        String name = name();
        var fields = Map.of("owner", account, "name", name, "visibility", "private", "hardware", "cpu");
        good(caller.json("POST", "/models", fields));
        return name;
    }

    private String deployment() {
        String name = name();
        good(caller.json(
                "POST",
                "/deployments",
                Map.of(
                        "name",
                        name,
                        "model",
                        "replicate/canary",
                        "version",
                        Scenario.CANARY,
                        "hardware",
                        "cpu",
                        "min_instances",
                        0,
                        "max_instances",
                        1)));
        return name;
    }

    private String prediction() {
        return good(caller.json(
                        "POST", "/predictions", Map.of("version", Scenario.CANARY, "input", Map.of("text", "x"))))
                .string("id");
    }

    private String parrot() {
        Call parrot = caller.get("/models/{owner}/{name}", "examples", "parrot");
        return String.valueOf(Description.map(parrot.get("latest_version")).get("id"));
    }

    private String training(String model) {
        return good(caller.json(
                        "POST",
                        "/models/{owner}/{name}/versions/{id}/trainings",
                        Map.of("destination", account + "/" + model, "input", Map.of("phrase", "Hi")),
                        "examples",
                        "parrot",
                        parrot()))
                .string("id");
    }

    private String trained(String model) {
        String id = training(model);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> caller.get("/trainings/{id}", id).string("status").equals("succeeded"));
        Call list = caller.get("/models/{owner}/{name}/versions", account, model);
        List<?> versions = (List<?>) list.get("results");
        return String.valueOf(Description.map(versions.getFirst()).get("id"));
    }

    private String file() {
        String part = """
                --suite
                Content-Disposition: form-data; name="content"; filename="a.txt"
                Content-Type: text/plain

                abc
                --suite--
                """.replace("\n", "\r\n");
        return good(caller.send(
                        "POST",
                        "/files",
                        caller.request("/files")
                                .header("Content-Type", "multipart/form-data; boundary=suite")
                                .POST(HttpRequest.BodyPublishers.ofString(part))))
                .string("id");
    }

    private String collection() {
        List<?> found = (List<?>) caller.get("/collections").get("results");
        return String.valueOf(Description.map(found.getFirst()).get("slug"));
    }

    private static Call good(Call call) {
        assertThat(call.status()).as(call.text()).isBetween(200, 201);
        return call;
    }
}
