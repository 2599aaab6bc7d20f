package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.server.Receiver.Hook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WebhooksHttpTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    private static TestServer server;
    private Receiver receiver;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        receiver = new Receiver();
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    private TestServer.Reply create(String webhook, List<String> filter) {
        var body = new HashMap<String, Object>(Map.of("input", Map.of("text", "abc"), "webhook", webhook));
        if (filter != null) {
            body.put("webhook_events_filter", filter);
        }
        var reply = server.post(CREATE, body);
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
        return reply;
    }

    private static List<?> deliveries(String prediction) {
        return (List<?>) server.get("/v1/webhooks/deliveries?prediction=" + prediction)
                .json()
                .get("results");
    }

    private static Map<?, ?> delivery(String prediction) {
        List<?> found = deliveries(prediction);
        return found.isEmpty() ? Map.of() : (Map<?, ?>) found.getFirst();
    }

    private List<Hook> awaitHooks(int count) {
        await().atMost(LONG).until(() -> receiver.hooks.size() >= count);
        return receiver.hooks;
    }

    @Test
    void the_end_is_told_signed_and_shows_what_a_reader_sees() {
        String secret = server.get("/v1/webhooks/default/secret").text("key");
        String id = create(receiver.url(), null).text("id");

        Hook hook = awaitHooks(1).getFirst();

        assertThat(hook.isSignedWith(secret)).isTrue();
        assertThat(hook.isSignedWith("whsec_AAAA")).isFalse();
        assertThat(hook.id()).isEqualTo("msg_" + id);
        assertThat(hook.json()).isEqualTo(server.get("/v1/predictions/" + id).json());
        assertThat(hook.status()).isEqualTo("succeeded");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(delivery(id).get("state")).isEqualTo("delivered"));
        assertThat(receiver.hooks).hasSize(1);
    }

    @Test
    void the_secret_needs_a_token() {
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/v1/webhooks/default/secret")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void all_events_come_in_order_and_none_after_the_end() {
        String id = create(receiver.url(), List.of("start", "output", "logs", "completed"))
                .text("id");

        await().atMost(LONG)
                .until(() ->
                        receiver.hooks.stream().anyMatch(hook -> hook.status().equals("succeeded")));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(delivery(id).get("state")).isEqualTo("delivered"));

        var states = receiver.hooks.stream().map(Hook::status).toList();
        assertThat(states.getFirst()).isEqualTo("processing");
        assertThat(states.getLast()).isEqualTo("succeeded");
        assertThat(states.subList(0, states.size() - 1)).containsOnly("processing");
        assertThat(receiver.hooks.getFirst().json()).containsEntry("input", Map.of("text", "abc"));
    }

    @Test
    void a_receiver_that_fails_gets_the_same_webhook_again() {
        receiver.answers(500, 301, 404);
        String id = create(receiver.url(), List.of("completed")).text("id");

        var hooks = awaitHooks(4);

        assertThat(hooks).extracting(Hook::id).containsOnly("msg_" + id);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(delivery(id).get("state")).isEqualTo("delivered"));
        assertThat(delivery(id).get("attempts")).isEqualTo(4);
        assertThat(receiver.hooks).hasSize(4);
    }

    @Test
    void a_receiver_that_is_gone_is_left_alone_until_somebody_sends_again() {
        receiver.answers(410);
        String id = create(receiver.url(), null).text("id");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(delivery(id).get("state")).isEqualTo("failed"));
        assertThat(delivery(id).get("answer")).isEqualTo(410);

        var again = server.post("/v1/webhooks/deliveries/msg_" + id + "/resend", "");

        assertThat(again.status()).isEqualTo(200);
        awaitHooks(2);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(delivery(id).get("state")).isEqualTo("delivered"));
        assertThat(server.post("/v1/webhooks/deliveries/none/resend", "").status())
                .isEqualTo(404);
    }

    @Test
    void a_restart_loses_no_end(@TempDir Path own) {
        int port = receiver.port();
        String url = receiver.url();
        receiver.close();
        String id;
        try (var first = new TestServer(own)) {
            var reply = first.post(CREATE, Map.of("input", Map.of("text", "abc"), "webhook", url), "Prefer", "wait");
            id = reply.text("id");
            await().atMost(LONG)
                    .until(() -> first.get("/v1/webhooks/deliveries?prediction=" + id)
                            .json()
                            .toString()
                            .contains("could not connect"));
        }
        receiver = new Receiver(port);
        try (var second = new TestServer(own)) {
            var hook = awaitHooks(1).getFirst();
            assertThat(hook.id()).isEqualTo("msg_" + id);
            assertThat(hook.isSignedWith(
                            second.get("/v1/webhooks/default/secret").text("key")))
                    .isTrue();
        }
    }

    @Test
    void a_dead_receiver_keeps_nobody_else_waiting() throws IOException {
        try (var dead = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + dead.getLocalPort() + "/";
            // So many take the time of several time-outs, one batch after the other.
            for (int i = 0; i < 40; i++) {
                create(url, List.of("start", "logs", "completed"));
            }
            create(receiver.url(), null);
            awaitHooks(1);
        }
    }

    @Test
    void the_old_word_for_a_webhook_at_the_end_works() {
        var reply = server.post(CREATE, Map.of("input", Map.of("text", "abc"), "webhook_completed", receiver.url()));
        assertThat(reply.text("webhook")).isEqualTo(receiver.url());
        assertThat(awaitHooks(1).getFirst().status()).isEqualTo("succeeded");
    }

    @Test
    void what_is_no_url_is_refused() {
        for (String webhook : List.of("ftp://a.example/", "nonsense", "http://", "https://ann:secret@a.example/")) {
            var reply = server.post(CREATE, Map.of("input", Map.of("text", "x"), "webhook", webhook));
            assertThat(reply.status()).as(webhook).isEqualTo(422);
            assertThat(reply.text("detail")).contains("webhook");
        }
    }

    @Test
    void an_address_that_may_not_be_reached_is_refused_at_once_and_one_found_later_is_told(@TempDir Path own) {
        try (var strict = new TestServer(TestServer.options(own, false, ServerPolicies.defaults()))) {
            for (String host : List.of("localhost:3000", "127.0.0.1", "[::1]:80", "10.1.2.3", "app.localhost")) {
                var reply = strict.post(
                        CREATE, Map.of("input", Map.of("text", "x"), "webhook", "http://" + host + "/hook"));
                assertThat(reply.status()).as(host).isEqualTo(422);
                assertThat(reply.text("detail")).contains("--allow-private-webhooks");
            }
        }
        var policies =
                new ServerPolicies(new WebhookPolicy(true, Duration.ZERO), RateLimits.defaults(), Retention.defaults());
        try (var open = new TestServer(TestServer.options(own, false, policies))) {
            open.post(CREATE, Map.of("input", Map.of("text", "x"), "webhook", receiver.url()));
            awaitHooks(1);
        }
    }
}
