package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A host of [Films], a client of it, and a receiver of its webhooks, all real and on the loopback.
final class FilmHost implements AutoCloseable {
    static final CogHostOptions OPTIONS = CogHostOptions.defaults().withPort(0).withThrottle(Duration.ofMillis(50));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Loopback webhooks = Loopback.answering(200);
    private Films model = new Films(OutputType.JSON);
    private CogHost host = CogHost.start(model, OPTIONS);
    private CogClient client = new CogClient(uri(""));

    /// Replaces the model that is hosted.
    void serve(Films films, CogHostOptions options) {
        client.close();
        host.close();
        model = films;
        host = CogHost.start(films, options);
        client = new CogClient(uri(""));
    }

    void serveReady(Films films, CogHostOptions options) {
        serve(films, options);
        awaitState(CogHealth.State.READY);
    }

    Films model() {
        return model;
    }

    CogHost host() {
        return host;
    }

    CogClient client() {
        return client;
    }

    Loopback webhooks() {
        return webhooks;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + host.port() + path);
    }

    void awaitState(CogHealth.State state) {
        await().until(() -> client.health().state() == state);
    }

    HttpResponse<String> send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs a prediction to its end in one request.
    CogSnapshot predict(String prompt) {
        awaitState(CogHealth.State.READY);
        HttpResponse<String> response = send("POST", "/predictions", "{\"input\":{\"prompt\":\"" + prompt + "\"}}");
        assertThat(response.statusCode()).isEqualTo(200);
        return CogSnapshot.read(response.body());
    }

    CogRequest request(String id, String prompt) {
        return new CogRequest(id, Map.of("prompt", prompt), webhooks.uri("/hook"), Set.of());
    }

    /// What the webhooks said so far.
    List<CogSnapshot> told() {
        return webhooks.received().stream()
                .map(received -> CogSnapshot.read(received.text()))
                .toList();
    }

    CogSnapshot lastTold() {
        await().until(() -> !told().isEmpty() && told().getLast().status().isTerminal());
        return told().getLast();
    }

    @Override
    public void close() {
        client.close();
        host.close();
        http.shutdownNow();
        webhooks.close();
    }
}
