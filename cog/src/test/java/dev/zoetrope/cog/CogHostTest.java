package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CogHostTest {
    private static final CogHostOptions OPTIONS =
            CogHostOptions.defaults().withPort(0).withThrottle(Duration.ofMillis(50));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Loopback webhooks = Loopback.answering(200);
    private Films model = new Films(OutputType.JSON);
    private CogHost host;
    private CogClient client;

    @BeforeEach
    void start() {
        serve(model, OPTIONS);
    }

    private void serve(Films films, CogHostOptions options) {
        stop();
        model = films;
        host = CogHost.start(films, options);
        client = new CogClient(URI.create("http://127.0.0.1:" + host.port()));
    }

    private void serveReady(Films films, CogHostOptions options) {
        serve(films, options);
        awaitState(CogHealth.State.READY);
    }

    @AfterEach
    void stop() {
        if (host != null) {
            client.close();
            host.close();
        }
    }

    private void awaitState(CogHealth.State state) {
        await().until(() -> client.health().state() == state);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.port() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CogSnapshot predict(String prompt) {
        awaitState(CogHealth.State.READY);
        HttpResponse<String> response = send("POST", "/predictions", "{\"input\":{\"prompt\":\"" + prompt + "\"}}");
        assertThat(response.statusCode()).isEqualTo(200);
        return CogSnapshot.read(response.body());
    }

    private CogRequest request(String id, String prompt) {
        return new CogRequest(id, Map.of("prompt", prompt), webhooks.uri("/hook"), Set.of());
    }

    private List<CogSnapshot> told() {
        return webhooks.received().stream()
                .map(received -> CogSnapshot.read(received.text()))
                .toList();
    }

    private CogSnapshot lastTold() {
        await().until(() -> !told().isEmpty() && told().getLast().status().isTerminal());
        return told().getLast();
    }

    @Test
    void a_sync_prediction_is_answered_with_its_end() {
        CogSnapshot end = predict("hello");

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(end.output()).isEqualTo("hello");
        assertThat(end.logs()).isEqualTo("begun: hello\n");
        assertThat(end.metrics()).containsOnlyKeys("predict_time");
        assertThat(end.unknown()).containsKeys("started_at", "completed_at");
        assertThat(model.folder).doesNotExist();
        assertThat(model.thread.isVirtual()).isFalse();
        assertThat(model.thread.getName()).startsWith("cog-prediction-");
    }

    @Test
    void an_async_prediction_is_accepted_told_by_webhooks_and_ends_with_the_completed_one() throws Exception {
        awaitState(CogHealth.State.READY);
        CogCreated created = client.create(request("abc", "hello"));

        assertThat(created).isInstanceOfSatisfying(CogCreated.Accepted.class, accepted -> {
            assertThat(accepted.snapshot().id()).isEqualTo("abc");
            assertThat(accepted.snapshot().status()).isEqualTo(Status.STARTING);
        });
        CogSnapshot end = lastTold();
        assertThat(end.id()).isEqualTo("abc");
        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(told().stream().filter(snapshot -> snapshot.status().isTerminal()))
                .hasSize(1);
    }

    @Test
    void progress_and_late_log_lines_are_told_while_it_runs_and_progress_is_gone_at_the_end() throws Exception {
        awaitState(CogHealth.State.READY);
        client.create(request("abc", "progress"));

        await().until(() -> told().stream()
                .anyMatch(snapshot ->
                        Double.valueOf(0.25).equals(snapshot.metrics().get("progress"))
                                && snapshot.logs().equals("begun: progress\n")));
        assertThat(told().getFirst().status()).isEqualTo(Status.PROCESSING);
        model.mayEnd.countDown();
        assertThat(lastTold().metrics()).containsOnlyKeys("predict_time");
    }

    @Test
    void the_events_filter_and_the_token_are_kept() throws Exception {
        serveReady(model, OPTIONS.withWebhookAuthToken("s3cret"));
        client.create(new CogRequest(
                "abc", Map.of("prompt", "hello"), webhooks.uri("/hook"), Set.of(WebhookEvent.COMPLETED)));
        lastTold();

        assertThat(webhooks.received()).hasSize(1);
        assertThat(webhooks.received().getFirst().headers().getFirst("Authorization"))
                .isEqualTo("Bearer s3cret");
    }

    @Test
    void the_completed_webhook_is_tried_again_until_it_is_taken() throws Exception {
        var calls = new AtomicInteger();
        try (var flaky =
                new Loopback(exchange -> exchange.sendResponseHeaders(calls.incrementAndGet() < 3 ? 503 : 200, -1))) {
            awaitState(CogHealth.State.READY);
            client.create(
                    new CogRequest("abc", Map.of("prompt", "hello"), flaky.uri("/"), Set.of(WebhookEvent.COMPLETED)));
            await().until(() -> calls.get() == 3);
        }
    }

    @Test
    void whoever_hears_of_the_end_finds_a_free_slot() throws Exception {
        awaitState(CogHealth.State.READY);
        var answers = new CopyOnWriteArrayList<CogCreated>();
        var done = new CountDownLatch(20);
        try (var chain = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, -1);
            if (done.getCount() == 0) {
                return;
            }
            try {
                answers.add(client.create(new CogRequest(
                        "n" + done.getCount(),
                        Map.of("prompt", "hello"),
                        URI.create("http://" + exchange.getRequestHeaders().getFirst("Host") + "/"),
                        Set.of(WebhookEvent.COMPLETED))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            done.countDown();
        })) {
            client.create(
                    new CogRequest("first", Map.of("prompt", "hello"), chain.uri("/"), Set.of(WebhookEvent.COMPLETED)));
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(answers).hasSizeGreaterThanOrEqualTo(20).allMatch(CogCreated.Accepted.class::isInstance);
    }

    @Test
    void a_cancelled_prediction_is_interrupted_and_ends_canceled() throws Exception {
        awaitState(CogHealth.State.READY);
        client.create(request("abc", "wait"));
        model.hasBegun.await();

        assertThat(client.health().state()).isEqualTo(CogHealth.State.BUSY);
        assertThat(client.create(request("other", "hello"))).isInstanceOf(CogCreated.Busy.class);
        assertThat(client.create(request("abc", "wait")))
                .isInstanceOfSatisfying(
                        CogCreated.Accepted.class,
                        accepted -> assertThat(accepted.snapshot().status()).isEqualTo(Status.PROCESSING));
        assertThat(client.cancel("abc")).isTrue();
        assertThat(lastTold().status()).isEqualTo(Status.CANCELED);
        assertThat(client.cancel("abc")).isFalse();
        assertThat(model.folder).doesNotExist();
    }

    @Test
    void a_failure_of_the_model_fails_the_prediction_and_leaves_the_host_well() {
        assertThat(predict("refuse")).satisfies(end -> {
            assertThat(end.status()).isEqualTo(Status.FAILED);
            assertThat(end.error()).isEqualTo("the upstream refused: 402");
            assertThat(end.logs()).isEqualTo("begun: refuse\n");
        });
        assertThat(predict("crash")).satisfies(end -> {
            assertThat(end.error()).isEqualTo("lens cap on");
            assertThat(end.logs()).contains("java.lang.IllegalStateException: lens cap on", "Films.predict");
        });
        assertThat(predict("deep").error()).isEqualTo("java.lang.StackOverflowError");
        assertThat(predict("big").error()).isEqualTo("java.lang.OutOfMemoryError: no more film");
        assertThat(predict("hello").status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void wrong_input_is_answered_422_with_every_violation() throws Exception {
        awaitState(CogHealth.State.READY);
        var request = new CogRequest("abc", Map.of("duration", 99), null, Set.of());

        assertThat(client.create(request)).isInstanceOfSatisfying(CogCreated.Rejected.class, rejected -> {
            assertThat(rejected.detail()).isEqualTo("prompt is required; duration must be at most 15, but is 99");
            assertThat(rejected.violations())
                    .containsExactly(
                            new Violation(
                                    List.of("body", "input", "prompt"), "prompt is required", "value_error.missing"),
                            new Violation(
                                    List.of("body", "input", "duration"),
                                    "duration must be at most 15, but is 99",
                                    "value_error"));
        });
        assertThat(client.create(request("abc", "nonsense")))
                .isInstanceOfSatisfying(
                        CogCreated.Rejected.class,
                        rejected -> assertThat(rejected.detail()).isEqualTo("prompt and images must fit each other"));
    }

    @Test
    void requests_that_are_none_are_refused_with_their_status() {
        awaitState(CogHealth.State.READY);

        assertThat(send("POST", "/predictions", "{\"input\"").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/predictions", "{\"input\":[]}").statusCode()).isEqualTo(422);
        assertThat(send("PUT", "/predictions/abc", "{\"id\":\"other\",\"input\":{\"prompt\":\"x\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", "/predictions", "{\"input\":{\"prompt\":\"x\"},\"webhook\":\"file:/etc\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", "/predictions/none/cancel", "").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/predictions/cancel", "").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/predictions", "").statusCode()).isEqualTo(405);
        assertThat(send("GET", "/", "").body()).contains("\"openapi_url\":\"/openapi.json\"");
    }

    @Test
    void unknown_inputs_are_dropped_and_named_in_the_log() {
        awaitState(CogHealth.State.READY);
        HttpResponse<String> response = send("POST", "/predictions", "{\"input\":{\"prompt\":\"hello\",\"fps\":24}}");

        assertThat(CogSnapshot.read(response.body()).logs()).startsWith("Ignored unknown input fps\n");
    }

    @Test
    void before_its_setup_is_over_a_host_answers_503_and_says_so() throws Exception {
        var films = new Films(OutputType.JSON);
        films.maySetUp = new CountDownLatch(1);
        serve(films, OPTIONS);

        assertThat(client.health().state()).isEqualTo(CogHealth.State.STARTING);
        assertThat(client.create(request("abc", "hello"))).isInstanceOf(CogCreated.NotReady.class);
        assertThat(client.openapi()).containsEntry("openapi", "3.0.2");
        films.maySetUp.countDown();
        awaitState(CogHealth.State.READY);
    }

    @Test
    void a_failed_setup_is_said_with_its_reason() throws Exception {
        var films = new Films(OutputType.JSON);
        films.setupFailure = new ModelException("no key; set ARK_API_KEY");
        serve(films, OPTIONS);
        awaitState(CogHealth.State.SETUP_FAILED);

        assertThat(client.health().setupLogs()).isEqualTo("no key; set ARK_API_KEY");
        assertThat(client.create(request("abc", "hello")))
                .isEqualTo(new CogCreated.NotReady("Setup failed: no key; set ARK_API_KEY"));
    }

    @Test
    void files_are_given_out_as_data_uris_without_an_upload_url() {
        serveReady(new Films(OutputType.FILE), OPTIONS);
        CogSnapshot end = predict("file");

        assertThat(end.output())
                .isEqualTo("data:video/mp4;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        assertThat(end.metrics()).containsEntry("frames", 121);
        assertThat(predict("lost file").error()).contains("lost.mp4", "no such file");
    }

    @Test
    void files_are_uploaded_with_their_prediction_and_known_by_the_location_that_the_store_says() {
        try (var store = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Location", "https://films.test/1.mp4?signature=x");
            exchange.sendResponseHeaders(201, -1);
        })) {
            serveReady(new Films(OutputType.FILE), OPTIONS.withUploadUrl(store.uri("/up/")));
            CogSnapshot end = predict("file");

            assertThat(end.output()).isEqualTo("https://films.test/1.mp4?signature=x");
            Loopback.Received upload = store.received().getFirst();
            assertThat(upload.method() + " " + upload.path()).isEqualTo("PUT /up/out%20film.mp4");
            assertThat(upload.body()).containsExactly(1, 2, 3);
            assertThat(upload.headers().getFirst("X-Prediction-ID")).isEqualTo(end.id());
            assertThat(upload.headers().getFirst("Content-Type")).isEqualTo("video/mp4");
        }
    }

    @Test
    void a_failed_upload_fails_the_prediction() {
        try (var store = Loopback.answering(507)) {
            serveReady(new Films(OutputType.FILE), OPTIONS.withUploadUrl(store.uri("/up")));
            CogSnapshot end = predict("file");

            assertThat(end.status()).isEqualTo(Status.FAILED);
            assertThat(end.error()).contains("out film.mp4", "HTTP 507");
            assertThat(end.output()).isNull();
        }
    }

    @Test
    void pieces_are_told_as_they_come_and_make_the_output() throws Exception {
        serveReady(new Films(OutputType.TEXT_STREAM), OPTIONS);
        assertThat(predict("pieces").output()).isEqualTo(List.of("once ", "upon"));
        serveReady(new Films(OutputType.JSON), OPTIONS);
        assertThat(predict("pieces").error()).contains("output type is JSON");
    }

    @Test
    void two_slots_run_two_predictions() throws Exception {
        serveReady(new Films(OutputType.JSON), OPTIONS.withConcurrency(2));
        client.create(request("a", "wait"));
        assertThat(client.health().state()).isEqualTo(CogHealth.State.READY);
        assertThat(client.create(request("b", "wait"))).isInstanceOf(CogCreated.Accepted.class);
        assertThat(client.create(request("c", "wait"))).isInstanceOf(CogCreated.Busy.class);
        model.mayEnd.countDown();
        awaitState(CogHealth.State.READY);
    }

    @Test
    void shutdown_lets_the_running_prediction_end_and_tell() throws Exception {
        awaitState(CogHealth.State.READY);
        client.create(request("abc", "wait"));
        model.hasBegun.await();
        client.shutdown();
        assertThat(client.create(request("late", "hello"))).isInstanceOf(CogCreated.NotReady.class);
        model.mayEnd.countDown();
        host.awaitShutdown();

        assertThat(told().getLast().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void a_model_that_is_not_there_is_unreachable() {
        host.close();
        assertThatThrownBy(client::health)
                .isInstanceOf(CogUnreachableException.class)
                .hasMessageContaining("/health-check got no answer");
    }
}
