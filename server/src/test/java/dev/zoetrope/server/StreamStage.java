package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.server.EventReader.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A server with models whose output grows when a test opens a gate.
abstract class StreamStage {
    @TempDir
    static Path data;

    static Path gates;
    static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        gates = Files.createDirectories(data.resolve("gates"));
        server = new TestServer(options(data, gates));
    }

    static ServerOptions options(Path data, Path gates) {
        return new ServerOptions(
                "127.0.0.1",
                0,
                data,
                null,
                true,
                TestServer.TOKEN,
                List.of(
                        TestServer.model("acme/talker", true, StreamModel.class, gates.toString(), "TEXT_STREAM"),
                        TestServer.model("acme/painter", false, StreamModel.class, gates.toString(), "FILE_STREAM"),
                        TestServer.model("acme/thinker", false, StreamModel.class, gates.toString(), "JSON"),
                        TestServer.model("acme/test", false, TestModel.class, gates.toString())));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void shutTheGates() throws IOException {
        for (String gate : List.of("b", "c", "halt")) {
            Files.deleteIfExists(gates.resolve(gate));
        }
    }

    static void open(String gate) throws IOException {
        Files.writeString(gates.resolve(gate), "");
    }

    static Map<String, Object> create(String model, Map<String, Object> input) {
        var reply = server.post("/v1/models/" + model + "/predictions", Map.of("input", input));
        assertThat(reply.status()).as(reply.json().toString()).isEqualTo(201);
        return reply.json();
    }

    static String url(Map<String, Object> prediction, String name) {
        return String.valueOf(((Map<?, ?>) prediction.get("urls")).get(name));
    }

    static EventReader read(Map<String, Object> prediction, String... headers) {
        return new EventReader(server.uri(url(prediction, "stream")), headers);
    }

    static List<String> data(List<Received> events) {
        return events.stream().map(event -> event.name() + " " + event.data()).toList();
    }

    static void awaitEnd(Map<String, Object> prediction) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(url(prediction, "get")).json().containsKey("completed_at"));
    }
}
