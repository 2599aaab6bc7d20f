package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.predictions.PredictionRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamCursorTest {
    private final List<String> sent = new ArrayList<>();
    private final StreamCursor cursor = new StreamCursor(new StreamCursor.Start(0, -1), String::valueOf);

    @Test
    void a_second_try_with_another_output_is_an_error_also_for_a_reader_who_saw_the_pause_between() throws IOException {
        assertThat(advance(Status.PROCESSING, 1, List.of("a", "x"))).isFalse();
        assertThat(advance(Status.STARTING, 1, null)).isFalse();
        assertThat(advance(Status.PROCESSING, 2, List.of("other a", "other x"))).isTrue();
        assertThat(sent).hasSize(4);
        assertThat(sent.get(2)).startsWith("event: error").contains("began again");
        assertThat(sent.get(3)).startsWith("event: done").contains("\"error\"");
    }

    @Test
    void a_second_try_that_says_the_same_goes_on_where_the_first_stopped() throws IOException {
        advance(Status.PROCESSING, 1, List.of("a", "x"));
        advance(Status.STARTING, 1, null);
        advance(Status.PROCESSING, 2, List.of("a"));
        assertThat(advance(Status.SUCCEEDED, 2, List.of("a", "x", "y"))).isTrue();
        assertThat(sent).hasSize(4);
        assertThat(sent.get(2)).contains("data: y");
        assertThat(sent.get(3)).startsWith("event: done").contains("data: {}");
    }

    @Test
    void a_second_try_that_ends_with_less_is_an_error() throws IOException {
        advance(Status.PROCESSING, 1, List.of("a", "x"));
        assertThat(advance(Status.SUCCEEDED, 2, List.of("a"))).isTrue();
        assertThat(sent.get(2)).startsWith("event: error").contains("began again");
    }

    private boolean advance(Status status, int attempt, @Nullable Object output) throws IOException {
        var prediction = new Prediction(
                "p",
                "acme/talker",
                "hidden",
                Map.of(),
                "",
                output,
                false,
                null,
                "api",
                status,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of());
        return cursor.advance(
                new PredictionRow(prediction, "ann", attempt, false, 1),
                null,
                event -> sent.add(new String(event.wire(), StandardCharsets.UTF_8)));
    }
}
