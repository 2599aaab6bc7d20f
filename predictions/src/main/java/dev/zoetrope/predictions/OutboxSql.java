package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.predictions.WebhookOutbox.Delivery;
import dev.zoetrope.predictions.WebhookOutbox.Settlement;
import dev.zoetrope.predictions.WebhookOutbox.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements about webhooks, each next to its text.
final class OutboxSql {
    private static final String COLUMNS = """
            id, prediction, event, url, origin, base, state, attempts, asked_at, due_at, tried_at, answer, error""";

    private OutboxSql() {}

    /// Leaves word of a prediction's end, if somebody wants it. Part of the transaction that ends the
    /// prediction.
    static void ended(Session session, PredictionRow row) throws SQLException {
        var prediction = row.prediction();
        String url = prediction.webhook();
        if (url == null
                || !WebhookEvent.wanted(prediction.webhookEventsFilter()).contains(WebhookEvent.COMPLETED)) {
            return;
        }
        session.update(
                """
                INSERT INTO webhook_deliveries (id, prediction, event, url, origin, base, asked_at, due_at)
                SELECT ?, id, ?, ?, ?, base, ?, ? FROM predictions WHERE id = ?
                """,
                "msg_" + row.id(),
                WebhookEvent.COMPLETED.wire(),
                url,
                WebhookOutbox.origin(url),
                micros(prediction.completedAt()),
                micros(prediction.completedAt()),
                row.id());
    }

    /// Steps from one origin to the next, one seek each: the cost grows with the receivers, not with what waits
    /// for them.
    static List<String> dueOrigins(Session session, Instant now) throws SQLException {
        return session.all("""
                WITH RECURSIVE origins (origin) AS (
                    SELECT min(origin) FROM webhook_deliveries WHERE state = 'pending'
                    UNION ALL
                    SELECT (
                        SELECT min(d.origin) FROM webhook_deliveries d
                        WHERE d.state = 'pending' AND d.origin > origins.origin)
                    FROM origins WHERE origins.origin IS NOT NULL
                )
                SELECT origin FROM origins WHERE origin IS NOT NULL AND EXISTS (
                    SELECT 1 FROM webhook_deliveries d
                    WHERE d.state = 'pending' AND d.origin = origins.origin AND d.due_at <= ?)
                """, row -> row.getString("origin"), micros(now));
    }

    static List<Delivery> claim(Session session, String origin, int limit, Instant now, Instant leaseUntil)
            throws SQLException {
        return session.all(
                """
                UPDATE webhook_deliveries SET claimed = 1, attempts = attempts + 1, tried_at = ?, due_at = ?
                WHERE id IN (
                    SELECT id FROM webhook_deliveries WHERE state = 'pending' AND origin = ? AND due_at <= ?
                    ORDER BY due_at LIMIT ?)
                RETURNING\s""" + COLUMNS, OutboxSql::delivery, micros(now), micros(leaseUntil), origin, micros(now), limit);
    }

    static boolean settle(Session session, Delivery claimed, Settlement settlement) throws SQLException {
        int settled = session.update(
                """
                UPDATE webhook_deliveries SET claimed = 0, state = ?, due_at = ?, answer = ?, error = ?
                WHERE id = ? AND claimed = 1 AND attempts = ? AND asked_at = ?
                """,
                settlement.state().wire(),
                micros(settlement.dueAt()),
                settlement.answer(),
                settlement.error(),
                claimed.id(),
                claimed.attempts(),
                micros(claimed.askedAt()));
        return settled == 1;
    }

    static Optional<Delivery> resend(Session session, String id, Instant now) throws SQLException {
        return session.one("""
                UPDATE webhook_deliveries SET state = 'pending', claimed = 0, attempts = 0, asked_at = ?, due_at = ?
                WHERE id = ?
                RETURNING\s""" + COLUMNS, OutboxSql::delivery, micros(now), micros(now), id);
    }

    static List<Delivery> list(Session session, @Nullable String prediction, int limit) throws SQLException {
        if (prediction == null) {
            return session.all(
                    "SELECT " + COLUMNS + " FROM webhook_deliveries ORDER BY asked_at DESC LIMIT ?",
                    OutboxSql::delivery,
                    limit);
        }
        return session.all(
                "SELECT " + COLUMNS + " FROM webhook_deliveries WHERE prediction = ? ORDER BY asked_at DESC LIMIT ?",
                OutboxSql::delivery,
                prediction,
                limit);
    }

    static int prune(Session session, Instant askedBefore, int limit) throws SQLException {
        return session.update("""
                DELETE FROM webhook_deliveries WHERE id IN (
                    SELECT id FROM webhook_deliveries WHERE asked_at < ? AND state <> 'pending'
                    ORDER BY asked_at LIMIT ?)
                """, micros(askedBefore), limit);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        int answer = row.getInt("answer");
        return new Delivery(
                row.getString("id"),
                row.getString("prediction"),
                WebhookEvent.of(row.getString("event")),
                row.getString("url"),
                row.getString("origin"),
                row.getString("base"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                Objects.requireNonNull(time(row, "asked_at")),
                time(row, "due_at"),
                time(row, "tried_at"),
                answer == 0 ? null : answer,
                row.getString("error"));
    }
}
