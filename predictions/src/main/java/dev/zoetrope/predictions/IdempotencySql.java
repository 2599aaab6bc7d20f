package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The statements about idempotency keys, each next to its text.
final class IdempotencySql {
    private IdempotencySql() {}

    private record Known(String fingerprint, String prediction) {}

    /// What an earlier create with this key made, without its input; empty when the key is new.
    static Optional<Creation> earlier(Session session, String owner, IdempotencyKey key) throws SQLException {
        var known = session.one(
                "SELECT fingerprint, prediction FROM idempotency_keys WHERE owner = ? AND name = ?",
                row -> new Known(row.getString("fingerprint"), row.getString("prediction")),
                owner,
                key.name());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!known.get().fingerprint().equals(key.fingerprint())) {
            return Optional.of(new Creation.Conflict(known.get().prediction()));
        }
        return PredictionSql.bare(session, known.get().prediction()).map(bare -> new Creation.Replayed(bare.row()));
    }

    static void keep(Session session, PredictionRow row, IdempotencyKey key) throws SQLException {
        session.update(
                "INSERT INTO idempotency_keys (owner, name, fingerprint, prediction, created_at) VALUES (?, ?, ?, ?, ?)",
                row.owner(),
                key.name(),
                key.fingerprint(),
                row.id(),
                micros(row.prediction().createdAt()));
    }

    static int forget(Session session, Instant before, int limit) throws SQLException {
        return session.update("""
                DELETE FROM idempotency_keys WHERE (owner, name) IN (
                    SELECT owner, name FROM idempotency_keys WHERE created_at < ? ORDER BY created_at LIMIT ?)
                """, micros(before), limit);
    }
}
