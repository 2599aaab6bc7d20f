package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What containers other than our own answer, as read and run from Cog 0.16 (Python) and coglet 0.23 (Rust).
class CogClientTest {
    private static final CogRequest REQUEST = new CogRequest("abc", Map.of("prompt", "x"), null, Set.of());

    private static Loopback answering(int status, String body) {
        return new Loopback(exchange -> Loopback.send(exchange, status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static CogCreated created(int status, String body) throws InterruptedException {
        try (var model = answering(status, body);
                var client = new CogClient(model.uri("/"))) {
            return client.create(REQUEST);
        }
    }

    private static CogHealth health(String body) throws InterruptedException {
        try (var model = answering(200, body);
                var client = new CogClient(model.uri(""))) {
            return client.health();
        }
    }

    @Test
    void a_request_goes_out_as_cog_wants_it() throws Exception {
        try (var model = answering(202, "{}");
                var client = new CogClient(model.uri("/"))) {
            assertThat(client.create(REQUEST))
                    .isInstanceOfSatisfying(
                            CogCreated.Accepted.class,
                            accepted -> assertThat(accepted.snapshot().status()).isEqualTo(Status.STARTING));
            Loopback.Received sent = model.received().getFirst();
            assertThat(sent.method() + " " + sent.path()).isEqualTo("PUT /predictions/abc");
            assertThat(sent.headers().getFirst("Prefer")).isEqualTo("respond-async");
            assertThat(sent.text()).isEqualTo("{\"id\":\"abc\",\"input\":{\"prompt\":\"x\"}}");
        }
    }

    @Test
    void an_answer_after_the_end_is_an_acceptance_too() throws Exception {
        assertThat(created(200, "{\"status\":\"succeeded\",\"output\":\"X\",\"logs\":\"\"}"))
                .isInstanceOfSatisfying(
                        CogCreated.Accepted.class,
                        accepted -> assertThat(accepted.snapshot().output()).isEqualTo("X"));
    }

    @Test
    void refusals_are_told_apart() throws Exception {
        assertThat(created(409, "{\"detail\":\"Already running a prediction\"}"))
                .isInstanceOf(CogCreated.Busy.class);
        assertThat(created(503, "{\"error\":\"Setup has not finished\",\"status\":\"failed\"}"))
                .isEqualTo(new CogCreated.NotReady("Setup has not finished"));
        assertThat(created(422, """
                {"detail":[{"loc":["body","input","n"],"msg":"9 is greater than the maximum of 5","type":"value_error"}]}
                """))
                .isEqualTo(new CogCreated.Rejected(
                        "n: 9 is greater than the maximum of 5",
                        List.of(new Violation(
                                List.of("body", "input", "n"), "9 is greater than the maximum of 5", "value_error"))));
        assertThat(created(413, "length limit exceeded"))
                .isEqualTo(new CogCreated.Rejected("\"length limit exceeded\"", List.of()));
    }

    @Test
    void answers_that_cog_does_not_give_are_no_answers() {
        assertThatThrownBy(() -> created(500, "{\"error\":\"worker gone\"}"))
                .isInstanceOf(CogUnreachableException.class)
                .hasMessageContaining("answered HTTP 500: worker gone");
        assertThatThrownBy(() -> created(200, "<html>")).isInstanceOf(CogUnreachableException.class);
        assertThatThrownBy(() -> health("[]")).isInstanceOf(CogUnreachableException.class);
    }

    @Test
    void the_health_of_the_rust_runtime_is_understood() throws Exception {
        CogHealth health = health("""
                {"status":"UNHEALTHY","setup":{"started_at":"2026-11-24T20:03:38Z","status":"succeeded","logs":"up\\n"},
                 "version":{"coglet":"0.23.1","python":"3.11.7","build":null},
                 "user_healthcheck_error":"healthcheck channel closed"}""");

        assertThat(health.state()).isEqualTo(CogHealth.State.UNHEALTHY);
        assertThat(health.setupLogs()).isEqualTo("up\n");
        assertThat(health.version()).containsEntry("coglet", "0.23.1");
        assertThat(health.error()).isEqualTo("healthcheck channel closed");
        assertThat(health("{\"status\":\"NAPPING\"}").state()).isEqualTo(CogHealth.State.UNKNOWN);
    }

    @Test
    void a_snapshot_keeps_what_it_does_not_know() {
        CogSnapshot snapshot = CogSnapshot.read("""
                {"id":"a","status":"processing","output":["x"],"logs":"l","metrics":{"n":1},"started_at":"now"}""");
        assertThat(snapshot)
                .isEqualTo(new CogSnapshot(
                        "a", Status.PROCESSING, List.of("x"), null, "l", Map.of("n", 1), Map.of("started_at", "now")));
        assertThatThrownBy(() -> CogSnapshot.read("{\"id\":\"a\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its status is null");
        assertThatThrownBy(() -> CogSnapshot.read("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ids_that_some_runtimes_would_make_a_path_of_are_refused() {
        assertThatThrownBy(() -> new CogRequest("../etc", Map.of(), null, Set.of()))
                .hasMessageContaining("use up to 128 of a-z and 0-9");
    }
}
