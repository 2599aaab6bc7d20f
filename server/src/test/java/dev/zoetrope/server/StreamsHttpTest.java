package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.cog.OutputType;
import dev.zoetrope.server.EventReader.Received;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsHttpTest extends StreamStage {
    @Test
    void pieces_arrive_while_the_model_still_works_and_the_end_says_done() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a", "b", "c"), "gates", List.of("b", "c")));
        try (var reader = read(prediction)) {
            assertThat(reader.response.statusCode()).isEqualTo(200);
            assertThat(reader.response.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(reader.response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(reader.next().data()).isEqualTo("a");
            open("b");
            var second = reader.next();
            assertThat(second.data()).isEqualTo("b");
            assertThat(second.id()).matches("\\d{10}:1");
            assertThat(second.name()).isEqualTo("output");
            open("c");
            assertThat(data(reader.rest())).containsExactly("output c", "done {}");
        }
    }

    @Test
    void a_reader_in_the_middle_and_one_after_the_end_get_the_same_as_one_from_the_start() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a", "b", "c"), "gates", List.of("c")));
        open("b");
        try (var first = read(prediction)) {
            var a = first.next();
            var b = first.next();
            try (var middle = read(prediction)) {
                assertThat(middle.next()).isEqualTo(a);
                assertThat(middle.next()).isEqualTo(b);
                open("c");
                assertThat(middle.rest()).isEqualTo(first.rest());
            }
        }
        try (var late = read(prediction)) {
            assertThat(data(late.rest())).containsExactly("output a", "output b", "output c", "done {}");
        }
    }

    @Test
    void a_reader_that_comes_back_goes_on_after_the_event_it_had_last() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a", "b", "c")));
        awaitEnd(prediction);
        List<Received> all;
        try (var reader = read(prediction)) {
            all = reader.rest();
        }
        for (int i = 0; i < all.size() - 1; i++) {
            try (var reader = read(prediction, "Last-Event-ID", all.get(i).id())) {
                assertThat(reader.rest()).isEqualTo(all.subList(i + 1, all.size()));
            }
        }
        try (var reader = read(prediction, "Last-Event-ID", all.getLast().id())) {
            assertThat(data(reader.rest())).containsExactly("done {}");
        }
        try (var reader = read(prediction, "Last-Event-ID", "nonsense")) {
            assertThat(reader.rest()).isEqualTo(all);
        }
    }

    @Test
    void lines_are_split_and_what_is_empty_is_left_out() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("one\ntwo", "", "\n", "x\r\ny", "ünï 映画")));
        try (var reader = read(prediction)) {
            var events = reader.rest();
            assertThat(data(events))
                    .containsExactly("output one\ntwo", "output \n", "output x\ny", "output ünï 映画", "done {}");
            assertThat(events.stream().map(Received::number)).containsExactly(0, 2, 3, 4, 5);
        }
    }

    @Test
    void a_failure_tells_why_after_what_was_given_out_before() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a"), "end", "fail"));
        try (var live = read(prediction)) {
            var events = live.rest();
            assertThat(data(events))
                    .containsExactly(
                            "output a", "error {\"detail\":\"It was told to fail.\"}", "done {\"reason\":\"error\"}");
            try (var late = read(prediction)) {
                assertThat(late.rest()).isEqualTo(events);
            }
        }
        assertThat(server.get(url(prediction, "get")).json()).containsEntry("output", List.of("a"));
    }

    @Test
    void a_cancel_ends_the_stream_with_its_reason() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a", "b"), "gates", List.of("b")));
        try (var reader = read(prediction)) {
            assertThat(reader.next().data()).isEqualTo("a");
            server.post(url(prediction, "cancel"), "");
            assertThat(data(reader.rest())).containsExactly("done {\"reason\":\"canceled\"}");
        }
    }

    @Test
    void one_that_never_began_can_be_watched_and_cancelled() throws IOException {
        var busy = create("acme/talker", Map.of("pieces", List.of("b"), "gates", List.of("b")));
        var waiting = create("acme/talker", Map.of("pieces", List.of("a")));
        try (var reader = read(waiting)) {
            server.post(url(waiting, "cancel"), "");
            assertThat(data(reader.rest())).containsExactly("done {\"reason\":\"canceled\"}");
        }
        open("b");
        awaitEnd(busy);
    }

    @Test
    void files_are_streamed_as_urls_from_a_path_that_clients_take_for_files() throws IOException {
        var prediction = create("acme/painter", Map.of("pieces", List.of("a", "b")));
        assertThat(server.uri(url(prediction, "stream")).getPath()).startsWith("/v1/files/zs-");
        try (var reader = read(prediction)) {
            var events = reader.rest();
            assertThat(events).hasSize(3);
            assertThat(events.getFirst().data()).startsWith(server.server.url().toString());
            var file =
                    server.send(HttpRequest.newBuilder(server.uri(events.get(1).data())));
            assertThat(new String(file.raw().body(), StandardCharsets.UTF_8)).isEqualTo("b");
        }
    }

    @Test
    void a_single_file_is_a_stream_of_one_and_an_object_has_none() throws IOException {
        var prediction = create("acme/test", Map.of("text", "abc"));
        try (var reader = read(prediction)) {
            var events = reader.rest();
            assertThat(events.getFirst().data()).endsWith("/out_put.txt");
            assertThat(events.getLast().name()).isEqualTo("done");
        }
        var object = create("acme/thinker", Map.of("pieces", List.of()));
        assertThat((Map<?, ?>) object.get("urls")).hasSize(3);
        assertThat(OutputType.values()).hasSize(6);
    }

    @Test
    void the_log_is_sent_only_on_request() throws IOException {
        var prediction = create("acme/talker", Map.of("pieces", List.of("a", "b")));
        open("b");
        awaitEnd(prediction);
        List<Received> all;
        try (var reader = new EventReader(server.uri(url(prediction, "stream") + "?logs"))) {
            all = reader.rest();
        }
        assertThat(data(all)).containsExactly("logs piece\npiece\n", "output a", "output b", "done {}");
        try (var reader = new EventReader(
                server.uri(url(prediction, "stream") + "?logs"),
                "Last-Event-ID",
                all.getFirst().id())) {
            assertThat(reader.rest()).isEqualTo(all.subList(1, 4));
        }
    }

    @Test
    void a_second_try_that_says_the_same_goes_on_and_one_that_does_not_is_an_error() throws IOException {
        var same = create("acme/talker", Map.of("pieces", List.of("a", "x"), "end", "halt_once"));
        try (var reader = read(same)) {
            assertThat(reader.next().data()).isEqualTo("a");
            assertThat(reader.next().data()).isEqualTo("x");
            open("halt");
            assertThat(data(reader.rest())).containsExactly("done {}");
        }
        shutTheGates();
        var other = create("acme/talker", Map.of("pieces", List.of("a", "x"), "end", "change"));
        try (var reader = read(other)) {
            assertThat(reader.next().data()).isEqualTo("a");
            assertThat(reader.next().data()).isEqualTo("x");
            open("halt");
            var events = reader.rest();
            assertThat(events.getFirst().data()).contains("began again");
            assertThat(events.getLast().data()).isEqualTo("{\"reason\":\"error\"}");
        }
    }
}
