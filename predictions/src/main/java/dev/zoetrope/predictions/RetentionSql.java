package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;

import dev.zoetrope.api.Codec;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The statements that take the data of ended predictions away, each next to its text.
final class RetentionSql {
    /// What must not go: the weights of trained versions, and the predictions that show what a model does.
    private static final String NOT_KEPT = """
            completed_at IS NOT NULL AND data_removed = 0 AND destination IS NULL
            AND NOT EXISTS (SELECT 1 FROM model_examples e WHERE e.prediction = predictions.id)
            """;

    private RetentionSql() {}

    static List<String> endedBefore(Session session, Instant time, int limit) throws SQLException {
        return session.all(
                "SELECT id FROM predictions WHERE completed_at < ? AND " + NOT_KEPT + "ORDER BY completed_at LIMIT ?",
                row -> row.getString("id"),
                micros(time),
                limit);
    }

    /// Ended predictions that still have files, oldest first: ids sort by time.
    static List<String> oldestWithFiles(Session session, int limit) throws SQLException {
        return session.all("""
                SELECT f.prediction FROM files f JOIN predictions ON predictions.id = f.prediction
                WHERE f.prediction IS NOT NULL AND\s""" + NOT_KEPT + """
                GROUP BY f.prediction ORDER BY f.prediction LIMIT ?
                """, row -> row.getString("prediction"), limit);
    }

    static List<String> ofVersion(Session session, String model, String version, int limit) throws SQLException {
        return session.all(
                "SELECT id FROM predictions WHERE model = ? AND version = ? AND " + NOT_KEPT + "ORDER BY id LIMIT ?",
                row -> row.getString("id"),
                model,
                version,
                limit);
    }

    /// The files only expire here; whoever keeps their bytes sweeps them.
    static void remove(Session session, List<String> ids, Instant now) throws SQLException {
        String list = Codec.write(ids);
        session.update("""
                UPDATE predictions SET data_removed = 1, output = NULL, logs = '', revision = revision + 1
                WHERE id IN (SELECT value FROM json_each(?))
                """, list);
        session.update(
                "UPDATE prediction_inputs SET input = '{}' WHERE prediction IN (SELECT value FROM json_each(?))", list);
        session.update(
                "UPDATE files SET expires_at = ? WHERE prediction IN (SELECT value FROM json_each(?))",
                micros(now),
                list);
    }
}
