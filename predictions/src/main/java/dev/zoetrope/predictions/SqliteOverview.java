package dev.zoetrope.predictions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Short views of predictions in SQLite.
final class SqliteOverview implements Overview {
    /// Greater than any id.
    private static final String AFTER_ALL = "~";

    /// Logs may have megabytes, and so may an input: neither is read whole.
    private static final String SHORT = "SELECT " + Columns.PREDICTION.replace(" logs,", " '' AS logs,")
            + ", substr(json_extract(input, '$.prompt'), 1, 300) AS prompt"
            + " FROM predictions JOIN prediction_inputs ON prediction = id ";

    private final Readers readers;

    SqliteOverview(Readers readers) {
        this.readers = readers;
    }

    @Override
    public List<Line> list(Filter filter) {
        String before = Objects.requireNonNullElse(filter.before(), AFTER_ALL);
        return readers.call(session -> session.all(
                SHORT + """
                WHERE id < ?1 AND destination IS NULL AND (?2 IS NULL OR status = ?2) AND (?3 IS NULL OR model = ?3)
                    AND (?4 IS NULL OR id = ?4 OR instr(lower(json_extract(input, '$.prompt')), lower(?4)) > 0)
                ORDER BY id DESC LIMIT ?5
                """,
                SqliteOverview::line,
                before,
                filter.status(),
                filter.model(),
                filter.words(),
                filter.limit()));
    }

    @Override
    public List<Line> unfinished(int limit) {
        return readers.call(session ->
                session.all(SHORT + "WHERE completed_at IS NULL ORDER BY id LIMIT ?", SqliteOverview::line, limit));
    }

    @Override
    public List<Double> lastSeconds(String model, int limit) {
        return readers.call(session -> session.all("""
                SELECT (completed_at - started_at) / 1e6 AS seconds FROM predictions
                WHERE model = ? AND status = 'succeeded' ORDER BY id DESC LIMIT ?
                """, row -> row.getDouble("seconds"), model, limit));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(Columns.prediction(row, Map.of()), row.getString("prompt"));
    }
}
