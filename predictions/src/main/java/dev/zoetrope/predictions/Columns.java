package dev.zoetrope.predictions;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How values stand in the database: times as microseconds since 1970, JSON as text, lists of words with
/// commas.
final class Columns {
    /// The columns of a prediction without its input, for [#prediction].
    static final String PREDICTION = """
            id, owner, model, version, source, status, created_at, started_at, completed_at, deadline, attempts, \
            cancel_requested, revision, pool, deployment, destination, runner, fence, webhook, webhook_events_filter, \
            error, metrics, output, logs, data_removed""";

    private Columns() {}

    /// Reads a prediction whose input is known from elsewhere.
    static PredictionRow prediction(ResultSet row, Map<String, @Nullable Object> input) throws SQLException {
        String output = row.getString("output");
        String metrics = row.getString("metrics");
        var prediction = new Prediction(
                row.getString("id"),
                row.getString("model"),
                row.getString("version"),
                input,
                row.getString("logs"),
                output == null ? null : Codec.readValue(output),
                row.getBoolean("data_removed"),
                row.getString("error"),
                row.getString("source"),
                Status.of(row.getString("status")),
                Instant.EPOCH.plus(row.getLong("created_at"), ChronoUnit.MICROS),
                time(row, "started_at"),
                time(row, "completed_at"),
                time(row, "deadline"),
                row.getString("deployment"),
                null,
                metrics == null ? null : Codec.readObject(metrics),
                row.getString("webhook"),
                events(row.getString("webhook_events_filter")),
                Map.of());
        return new PredictionRow(
                prediction,
                row.getString("owner"),
                row.getInt("attempts"),
                row.getBoolean("cancel_requested"),
                row.getLong("revision"),
                new Placement(row.getString("pool"), row.getString("deployment"), row.getString("destination")));
    }

    /// A time that may be absent.
    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /// A time as it is stored.
    static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /// A JSON value as it is stored.
    static @Nullable String json(@Nullable Object value) {
        return value == null ? null : Codec.write(value);
    }

    /// A list of events as it is stored.
    static @Nullable String words(@Nullable List<WebhookEvent> events) {
        return events == null
                ? null
                : String.join(",", events.stream().map(WebhookEvent::wire).toList());
    }

    private static @Nullable List<WebhookEvent> events(@Nullable String words) {
        if (words == null) {
            return null;
        }
        return Arrays.stream(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(WebhookEvent::of)
                .toList();
    }
}
