package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.Status;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CogHostTest {
    private final FilmHost films = new FilmHost();

    @AfterEach
    void stop() {
        films.close();
    }

    @Test
    void a_sync_prediction_is_answered_with_its_end() {
        CogSnapshot end = films.predict("hello");

        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(end.output()).isEqualTo("hello");
        assertThat(end.logs()).isEqualTo("begun: hello\n");
        assertThat(end.metrics()).containsOnlyKeys("predict_time");
        assertThat(end.unknown()).containsKeys("started_at", "completed_at");
        assertThat(films.model().folder).doesNotExist();
        assertThat(films.model().thread.isVirtual()).isFalse();
        assertThat(films.model().thread.getName()).startsWith("cog-prediction-");
    }

    @Test
    void a_cancelled_prediction_is_interrupted_and_ends_canceled() throws Exception {
        films.awaitState(CogHealth.State.READY);
        films.client().create(films.request("abc", "wait"));
        films.model().hasBegun.await();

        assertThat(films.client().health().state()).isEqualTo(CogHealth.State.BUSY);
        assertThat(films.client().create(films.request("other", "hello"))).isInstanceOf(CogCreated.Busy.class);
        assertThat(films.client().create(films.request("abc", "wait")))
                .isInstanceOfSatisfying(
                        CogCreated.Accepted.class,
                        accepted -> assertThat(accepted.snapshot().status()).isEqualTo(Status.PROCESSING));
        assertThat(films.client().cancel("abc")).isTrue();
        assertThat(films.lastTold().status()).isEqualTo(Status.CANCELED);
        assertThat(films.client().cancel("abc")).isFalse();
        assertThat(films.model().folder).doesNotExist();
    }

    @Test
    void a_failure_of_the_model_fails_the_prediction_and_leaves_the_host_well() {
        assertThat(films.predict("refuse")).satisfies(end -> {
            assertThat(end.status()).isEqualTo(Status.FAILED);
            assertThat(end.error()).isEqualTo("the upstream refused: 402");
            assertThat(end.logs()).isEqualTo("begun: refuse\n");
        });
        assertThat(films.predict("crash")).satisfies(end -> {
            assertThat(end.error()).isEqualTo("lens cap on");
            assertThat(end.logs()).contains("java.lang.IllegalStateException: lens cap on", "Films.predict");
        });
        assertThat(films.predict("deep").error()).isEqualTo("java.lang.StackOverflowError");
        assertThat(films.predict("big").error()).isEqualTo("java.lang.OutOfMemoryError: no more film");
        assertThat(films.predict("no json").error()).contains("cannot be written as JSON");
        assertThat(films.predict("hello").status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void wrong_input_is_answered_422_with_every_violation() throws Exception {
        films.awaitState(CogHealth.State.READY);
        var request = new CogRequest("abc", Map.of("duration", 99), null, Set.of());

        assertThat(films.client().create(request)).isInstanceOfSatisfying(CogCreated.Rejected.class, rejected -> {
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
        assertThat(films.client().create(films.request("abc", "nonsense")))
                .isInstanceOfSatisfying(
                        CogCreated.Rejected.class,
                        rejected -> assertThat(rejected.detail()).isEqualTo("prompt and images must fit each other"));
    }

    @Test
    void requests_that_are_none_are_refused_with_their_status() {
        films.awaitState(CogHealth.State.READY);

        assertThat(films.send("POST", "/predictions", "{\"input\"").statusCode())
                .isEqualTo(400);
        assertThat(films.send("POST", "/predictions", "{\"input\":[]}").statusCode())
                .isEqualTo(422);
        assertThat(films.send("PUT", "/predictions/abc", "{\"id\":\"other\",\"input\":{\"prompt\":\"x\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(films.send("POST", "/predictions", "{\"input\":{\"prompt\":\"x\"},\"webhook\":\"file:/etc\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(films.send("POST", "/predictions/none/cancel", "").statusCode())
                .isEqualTo(404);
        assertThat(films.send("POST", "/predictions/cancel", "").statusCode()).isEqualTo(405);
        assertThat(films.send("GET", "/nowhere", "").statusCode()).isEqualTo(404);
        assertThat(films.send("DELETE", "/predictions", "").statusCode()).isEqualTo(405);
        assertThat(films.send("GET", "/", "").body()).contains("\"openapi_url\":\"/openapi.json\"");
    }

    @Test
    void unknown_inputs_are_dropped_and_named_in_the_log() {
        films.awaitState(CogHealth.State.READY);
        HttpResponse<String> response =
                films.send("POST", "/predictions", "{\"input\":{\"prompt\":\"hello\",\"fps\":24}}");

        assertThat(CogSnapshot.read(response.body()).logs()).startsWith("Ignored unknown input fps\n");
    }

    @Test
    void before_its_setup_is_over_a_host_answers_503_and_says_so() throws Exception {
        var model = new Films(OutputType.JSON);
        model.maySetUp = new CountDownLatch(1);
        films.serve(model, FilmHost.OPTIONS);

        assertThat(films.client().health().state()).isEqualTo(CogHealth.State.STARTING);
        assertThat(films.client().create(films.request("abc", "hello"))).isInstanceOf(CogCreated.NotReady.class);
        assertThat(films.client().openapi()).containsEntry("openapi", "3.0.2");
        model.maySetUp.countDown();
        films.awaitState(CogHealth.State.READY);
    }

    @Test
    void a_failed_setup_is_said_with_its_reason() throws Exception {
        var model = new Films(OutputType.JSON);
        model.setupFailure = new ModelException("no key; set ARK_API_KEY");
        films.serve(model, FilmHost.OPTIONS);
        films.awaitState(CogHealth.State.SETUP_FAILED);

        assertThat(films.client().health().setupLogs()).isEqualTo("no key; set ARK_API_KEY");
        assertThat(films.client().create(films.request("abc", "hello")))
                .isEqualTo(new CogCreated.NotReady("Setup failed: no key; set ARK_API_KEY"));
    }

    @Test
    void two_slots_run_two_predictions() throws Exception {
        films.serveReady(new Films(OutputType.JSON), FilmHost.OPTIONS.withConcurrency(2));
        films.client().create(films.request("a", "wait"));
        assertThat(films.client().health().state()).isEqualTo(CogHealth.State.READY);
        assertThat(films.client().create(films.request("b", "wait"))).isInstanceOf(CogCreated.Accepted.class);
        assertThat(films.client().create(films.request("c", "wait"))).isInstanceOf(CogCreated.Busy.class);
        films.model().mayEnd.countDown();
        films.awaitState(CogHealth.State.READY);
    }

    @Test
    void a_model_that_is_not_there_is_unreachable() {
        films.host().close();
        assertThatThrownBy(films.client()::health)
                .isInstanceOf(CogUnreachableException.class)
                .hasMessageContaining("/health-check got no answer");
    }
}
