package dev.zoetrope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodecTest {
    @Test
    void a_finished_prediction_of_replicate_survives_reading_and_writing_without_loss() {
        String record = resource("/seed/seed-prediction.json");
        Prediction prediction = Codec.read(record, Prediction.class);

        assertThat(Codec.readObject(Codec.write(prediction))).isEqualTo(Codec.readObject(record));
        assertThat(prediction.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(prediction.startedAt()).isEqualTo(Instant.parse("2026-04-29T08:59:37.773242Z"));
        assertThat(prediction.unknown()).isEmpty();
    }

    @Test
    void a_new_prediction_has_the_keys_of_a_create_reply_and_no_others() {
        var urls = new Prediction.Urls("c", "g", null, "w", Map.of());
        var prediction = new Prediction(
                "w3k8y1m5tdrm80cx9r6a2bq7hn",
                "acme/clip",
                "hidden",
                Map.of("prompt", "x"),
                "",
                null,
                false,
                null,
                "api",
                Status.STARTING,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                null,
                null,
                null,
                null,
                urls,
                null,
                null,
                null,
                Map.of());

        Map<String, Object> json = Codec.readObject(Codec.write(prediction));

        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "model",
                        "version",
                        "input",
                        "logs",
                        "output",
                        "data_removed",
                        "error",
                        "source",
                        "status",
                        "created_at",
                        "urls");
        assertThat(json)
                .containsEntry("output", null)
                .containsEntry("error", null)
                .containsEntry("logs", "");
    }

    @Test
    void times_have_three_decimals_or_six_and_never_none() {
        assertThat(Codec.write(List.of(
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Instant.parse("2026-01-02T03:04:05.67Z"),
                        Instant.parse("2026-01-02T03:04:05.678912345Z"))))
                .isEqualTo(
                        "[\"2026-01-02T03:04:05.000Z\",\"2026-01-02T03:04:05.670Z\",\"2026-01-02T03:04:05.678912Z\"]");
    }

    @Test
    void unknown_fields_are_kept_at_every_level() {
        String json = """
                {"id":"a","model":"o/n","version":"hidden","input":{},"logs":"","status":"starting",
                 "created_at":"2026-01-02T03:04:05.678Z","queue":{"place":3},
                 "urls":{"cancel":"c","get":"g","web":"w","beta":"b"}}""";
        Map<String, Object> written = Codec.readObject(Codec.write(Codec.read(json, Prediction.class)));

        assertThat(written).containsEntry("queue", Map.of("place", 3));
        assertThat(written.get("urls")).isEqualTo(Map.of("cancel", "c", "get", "g", "web", "w", "beta", "b"));
    }

    @Test
    void null_logs_become_empty_since_clients_dereference_them() {
        String json = """
                {"id":"a","model":"o/n","version":"hidden","input":null,"logs":null,"status":"canceled",
                 "created_at":"2026-01-02T03:04:05.678Z"}""";
        assertThat(Codec.read(json, Prediction.class).logs()).isEmpty();
    }

    @Test
    void text_that_is_no_json_names_line_and_column() {
        assertThatThrownBy(() -> Codec.readObject("{\"input\": {"))
                .isInstanceOf(Codec.MalformedJson.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> Codec.readObject("[1]")).isInstanceOf(Codec.MalformedJson.class);
        assertThatThrownBy(() -> Codec.readObject("null")).isInstanceOf(Codec.MalformedJson.class);
    }

    private static String resource(String name) {
        try (InputStream in = CodecTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
