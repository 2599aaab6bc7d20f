package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may read a stream, and what becomes of readers that are slow or stay too long.
class StreamReadersHttpTest extends StreamStage {
    @Test
    void the_url_needs_no_token_bears_a_wrong_one_and_cannot_be_made_up() {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a")));
        String stream = url(prediction, "stream");
        assertThat(stream).doesNotContain(String.valueOf(prediction.get("id")));
        assertThat(url(server.get(url(prediction, "get")).json(), "stream")).isEqualTo(stream);
        try (var reader = read(prediction, "Authorization", "Bearer nonsense")) {
            assertThat(reader.response.statusCode()).isEqualTo(200);
        }
        char last = stream.charAt(stream.length() - 2);
        String changed = stream.substring(0, stream.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + stream.substring(stream.length() - 1);
        for (String wrong : List.of(changed, "/v1/streams/zs-", "/v1/streams/zs-%20", "/v1/streams/other")) {
            try (var reader = new EventReader(server.uri(wrong))) {
                assertThat(reader.response.statusCode()).as(wrong).isEqualTo(404);
            }
        }
    }

    @Test
    void browsers_may_read_it() {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a")));
        var reply = server.send(HttpRequest.newBuilder(server.uri(url(prediction, "stream")))
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(reply.header("Access-Control-Allow-Headers")).contains("Last-Event-ID");
    }

    @Test
    void a_long_output_arrives_whole_for_slow_readers_too() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("0123456789 ".repeat(20)), "times", 3000));
        try (var reader = read(prediction)) {
            awaitEnd(prediction); // nobody has read anything yet: the sockets are full by now
            var events = reader.rest();
            assertThat(events).hasSize(3001);
            assertThat(events.get(2999).number()).isEqualTo(2999);
        }
        assertThat((List<?>) server.get(url(prediction, "get")).json().get("output"))
                .hasSize(3000);
    }

    @Test
    void a_server_that_closes_lets_streams_finish_with_their_predictions_and_ends_the_others(@TempDir Path other)
            throws Exception {
        var closing = new TestServer(options(other, gates));
        Map<String, Object> running;
        Map<String, Object> waiting;
        try {
            String path = "/v1/models/acme/talker/predictions";
            running = closing.post(path, Map.of("input", Map.of("pieces", List.of("a", "b"), "gates", List.of("b"))))
                    .json();
            waiting = closing.post(path, Map.of("input", Map.of("pieces", List.of("a"))))
                    .json();
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
        try (var first = new EventReader(closing.uri(url(running, "stream")));
                var second = new EventReader(closing.uri(url(waiting, "stream")))) {
            assertThat(first.next().data()).isEqualTo("a");
            Thread end = Thread.ofVirtual().start(closing::close);
            await().until(() -> closing.get("/health/ready").status() == 503);
            open("b");
            assertThat(data(first.rest())).containsExactly("output b", "done {}");
            assertThat(second.rest()).isEmpty();
            end.join();
        }
    }
}
