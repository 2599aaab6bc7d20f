package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class IdempotencyHttpTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";
    private static final ServerPolicies FREE =
            new ServerPolicies(WebhookPolicy.defaults(), RateLimits.off(), Retention.defaults());

    /// `-Dzoetrope.creates=10000` for the long run.
    private static final int CREATES = Integer.getInteger("zoetrope.creates", 2000);

    private static final int SENDERS = 32;

    @TempDir
    Path data;

    @Test
    void a_create_sent_again_gives_the_first_prediction_also_after_a_restart() {
        Map<String, Object> body = Map.of("input", Map.of("text", "abc", "count", 2));
        String id;
        try (var server = new TestServer(data)) {
            var first = server.post(CREATE, body, "Idempotency-Key", "order-7");
            assertThat(first.status()).isEqualTo(201);
            assertThat(first.header("Idempotent-Replayed")).isEmpty();
            id = first.text("id");

            // The order of keys in an object says nothing.
            var again = server.post(
                    CREATE,
                    "{\"input\":{\"count\":2,\"text\":\"abc\"}}",
                    "Idempotency-Key",
                    "order-7",
                    "Prefer",
                    "wait");
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text("id")).isEqualTo(id);
            assertThat(again.text("status")).isEqualTo("succeeded");
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(again.header("Location")).endsWith(id);

            var other = server.post(CREATE, Map.of("input", Map.of("text", "x")), "Idempotency-Key", "order-7");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.text("detail")).contains("order-7").contains(id);
            assertThat(server.post(CREATE, body, "Idempotency-Key", "order-8").text("id"))
                    .isNotEqualTo(id);
            assertThat(server.post(CREATE, body, "Idempotency-Key", "x".repeat(256))
                            .status())
                    .isEqualTo(400);
            // What was refused does not use up its key.
            assertThat(server.post(CREATE, Map.of("input", Map.of()), "Idempotency-Key", "order-9")
                            .status())
                    .isEqualTo(422);
            assertThat(server.post(CREATE, body, "Idempotency-Key", "order-9").status())
                    .isEqualTo(201);
        }
        try (var server = new TestServer(data)) {
            var later = server.post(CREATE, body, "Idempotency-Key", "order-7");
            assertThat(later.text("id")).isEqualTo(id);
            assertThat(later.header("Idempotent-Replayed")).isEqualTo("true");
        }
    }

    @Test
    void however_often_creates_are_sent_each_makes_one_prediction() throws Exception {
        try (var server = new TestServer(TestServer.options(data, true, FREE))) {
            // One that holds the model's only place, so that the others cost no run.
            String holder = server.post(CREATE, Map.of("input", Map.of("text", "x", "action", "wait")))
                    .text("id");
            var random = new Random(11);
            var places = new Semaphore(SENDERS);
            var work = new ArrayList<Callable<String>>();
            for (int i = 0; i < CREATES; i++) {
                String key = "create-" + i;
                int drops = random.nextInt(3);
                int repeats = 1 + random.nextInt(2);
                work.add(() -> {
                    places.acquire();
                    try {
                        return send(server, key, drops, repeats);
                    } finally {
                        places.release();
                    }
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var ids = new ArrayList<String>();
                for (var id : threads.invokeAll(work)) {
                    ids.add(id.get());
                }
                assertThat(ids).doesNotHaveDuplicates().hasSize(CREATES);
            }
            assertThat(server.get("/v1/models/acme/test").json().get("run_count"))
                    .isEqualTo(CREATES + 1);
            server.post("/v1/predictions/" + holder + "/cancel", "");
        }
    }

    /// Some requests whose answer is never read, at the same time as some that are read; all must name one
    /// prediction.
    private static String send(TestServer server, String key, int drops, int repeats) throws Exception {
        String body = Codec.write(Map.of("input", Map.of("text", key)));
        for (int i = 0; i < drops; i++) {
            drop(server, key, body);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            var reply = server.post(CREATE, body, "Idempotency-Key", key);
            assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
            ids.add(reply.text("id"));
        }
        assertThat(ids).containsOnly(ids.getFirst());
        return ids.getFirst();
    }

    private static void drop(TestServer server, String key, String body) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server.url().getPort())) {
            String request =
                    "POST " + CREATE + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TestServer.TOKEN
                            + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }
}
