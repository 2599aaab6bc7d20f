package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointHttpTest {
    @TempDir
    Path folder;

    /// Meets another prediction where it is told to, and gives out a file.
    private static final class Meeting implements Model<Meeting.Order, Path> {
        private final CyclicBarrier barrier = new CyclicBarrier(2);

        record Order(
                @Input(description = "Words") String text,

                @Input(description = "Whether to meet", defaultJson = "false")
                boolean meets) {}

        @Override
        public Class<Order> inputType() {
            return Order.class;
        }

        @Override
        public OutputType outputType() {
            return OutputType.FILE;
        }

        @Override
        public Path predict(Order order, Context context) throws Exception {
            if (order.meets()) {
                barrier.await(30, TimeUnit.SECONDS);
            }
            return Files.writeString(context.workFolder().resolve("words.txt"), order.text());
        }
    }

    private static CogHost host(int port) {
        return CogHost.start(
                new Meeting(), CogHostOptions.defaults().withPort(port).withConcurrency(2));
    }

    private static Map<String, Object> registration(int port) {
        return Map.of(
                "owner",
                "far",
                "name",
                "away",
                "visibility",
                "public",
                "hardware",
                "gpu-t4",
                "run",
                Map.of("endpoint", "http://127.0.0.1:" + port, "concurrency", 2, "official", true));
    }

    @Test
    void an_endpoint_runs_as_many_at_a_time_as_it_may_and_its_inline_files_become_urls() {
        try (var host = host(0);
                var server = new TestServer(folder, RegistryOptions.none())) {
            assertThat(server.post("/v1/models", registration(host.port())).status())
                    .isEqualTo(201);
            String create = "/v1/models/far/away/predictions";
            var one = server.post(create, Map.of("input", Map.of("text", "one", "meets", true)));
            assertThat(one.status()).as(one.json().toString()).isEqualTo(201);
            var two = server.post(create, Map.of("input", Map.of("text", "two", "meets", true)), "Prefer", "wait");
            assertThat(two.json()).as(two.json().toString()).containsEntry("status", "succeeded");
            assertThat(two.text("output"))
                    .startsWith(server.server.url() + "/files/")
                    .endsWith(".txt");
            var file = server.send(HttpRequest.newBuilder(server.uri(two.text("output"))));
            assertThat(new String(file.raw().body(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("two");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> server.get("/v1/predictions/" + one.text("id"))
                            .text("status")
                            .equals("succeeded"));
            assertThat(server.get("/v1/models/far/away").json()).containsEntry("is_official", true);
        }
    }

    @Test
    void predictions_wait_while_the_endpoint_is_down() {
        CogHost first = host(0);
        int port = first.port();
        try (var server = new TestServer(folder, RegistryOptions.none())) {
            server.post("/v1/models", registration(port));
            String create = "/v1/models/far/away/predictions";
            assertThat(server.post(create, Map.of("input", Map.of("text", "x")), "Prefer", "wait")
                            .json())
                    .containsEntry("status", "succeeded");
            first.close();
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            !server.get("/health").map("models").get("far/away").equals("ready"));
            var waiting = server.post(create, Map.of("input", Map.of("text", "x")));
            assertThat(waiting.json()).containsEntry("status", "starting");
            try (var second = host(port)) {
                assertThat(second.port()).isEqualTo(port);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> server.get("/v1/predictions/" + waiting.text("id"))
                                .text("status")
                                .equals("succeeded"));
            }
        }
    }

    @Test
    void the_server_goes_only_where_it_may_and_takes_no_commands_unasked() {
        var options = TestServer.options(folder, false, ServerPolicies.defaults());
        try (var server = new TestServer(options)) {
            var refused = server.post("/v1/models", registration(5000));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("detail")).contains("--allow-private-urls");
            var command = server.post(
                    "/v1/models",
                    Map.of(
                            "owner",
                            "far",
                            "name",
                            "sh",
                            "visibility",
                            "public",
                            "hardware",
                            "cpu",
                            "run",
                            Map.of("command", List.of("/bin/sh"))));
            assertThat(command.status()).isEqualTo(403);
            assertThat(command.text("detail")).contains("--allow-model-commands");
        }
    }
}
