package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.PREDICTION;
import static dev.zoetrope.predictions.Columns.json;
import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.words;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The statements about predictions, each next to its text. A *bare* row is one without its input.
final class PredictionSql {
    /// Greater than any id.
    private static final String AFTER_ALL = "~";

    private PredictionSql() {}

    /// A bare row, and whether a runner holds it.
    record Bare(PredictionRow row, boolean held) {}

    static void insert(Session session, PredictionRow row, String input, @Nullable String base) throws SQLException {
        var prediction = row.prediction();
        session.update(
                """
                INSERT INTO predictions (id, owner, model, version, source, status, created_at, deadline, webhook,
                    webhook_events_filter, logs, base, pool, deployment, destination)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                row.id(),
                row.owner(),
                prediction.model(),
                prediction.version(),
                prediction.source(),
                prediction.status().wire(),
                micros(prediction.createdAt()),
                micros(prediction.deadline()),
                prediction.webhook(),
                words(prediction.webhookEventsFilter()),
                prediction.logs(),
                base,
                row.placement().pool(),
                row.placement().deployment(),
                row.placement().destination());
        session.update("INSERT INTO prediction_inputs (prediction, input) VALUES (?, ?)", row.id(), input);
        if (row.placement().isTraining()) {
            return; // no run of the model
        }
        session.update(
                "INSERT INTO model_runs (model, runs) VALUES (?, 1) ON CONFLICT (model) DO UPDATE SET runs = runs + 1",
                prediction.model());
    }

    static Optional<PredictionRow> whole(Session session, String id) throws SQLException {
        return session.one(
                "SELECT " + PREDICTION
                        + ", input FROM predictions JOIN prediction_inputs ON prediction = id WHERE id = ?",
                PredictionSql::whole,
                id);
    }

    static List<PredictionRow> list(Session session, PredictionStore.Query query) throws SQLException {
        var before = Objects.requireNonNullElse(query.before(), AFTER_ALL);
        long from = Objects.requireNonNullElse(micros(query.createdAfter()), Long.MIN_VALUE);
        long until = Objects.requireNonNullElse(micros(query.createdBefore()), Long.MAX_VALUE);
        if (query.owner() == null) {
            return session.all(
                    "SELECT " + PREDICTION + """
                    , input
                    FROM predictions JOIN prediction_inputs ON prediction = id
                    WHERE id < ? AND created_at >= ? AND created_at < ? AND (destination IS NOT NULL) = ?
                    ORDER BY id DESC LIMIT ?
                    """,
                    PredictionSql::whole,
                    before,
                    from,
                    until,
                    query.trainings(),
                    query.limit());
        }
        return session.all(
                "SELECT " + PREDICTION + """
                , input
                FROM predictions JOIN prediction_inputs ON prediction = id
                WHERE owner = ? AND id < ? AND created_at >= ? AND created_at < ?
                    AND (destination IS NOT NULL) = ?
                ORDER BY id DESC LIMIT ?
                """,
                PredictionSql::whole,
                query.owner(),
                before,
                from,
                until,
                query.trainings(),
                query.limit());
    }

    static Map<String, @Nullable Object> input(Session session, String id) throws SQLException {
        return session.one(
                        "SELECT input FROM prediction_inputs WHERE prediction = ?",
                        row -> Codec.readObject(row.getString("input")),
                        id)
                .orElseThrow(() -> new IllegalStateException("prediction " + id + " has no input"));
    }

    static Optional<Bare> bare(Session session, String id) throws SQLException {
        return session.one(
                "SELECT " + PREDICTION + " FROM predictions WHERE id = ?",
                row -> new Bare(bare(row), row.getString("runner") != null),
                id);
    }

    /// The row of a claim that is not stale.
    static Optional<PredictionRow> held(Session session, Claim claim) throws SQLException {
        return session.one(
                "SELECT " + PREDICTION + " FROM predictions WHERE id = ? AND runner IS NOT NULL AND fence = ?",
                PredictionSql::bare,
                claim.id(),
                claim.token());
    }

    /// Gives the next waiting prediction to a runner. The recursion steps from one waiting owner to the next,
    /// and for each the oldest of each pool is one seek: the cost grows with the owners that wait, not with
    /// the predictions.
    static Optional<Claim> claim(Session session, String runner, String pools, Instant now, long leaseUntil)
            throws SQLException {
        return session.one(
                """
                WITH RECURSIVE owners (owner) AS (
                    SELECT min(owner) FROM predictions WHERE status = 'starting' AND runner IS NULL
                    UNION ALL
                    SELECT (
                        SELECT min(p.owner) FROM predictions p
                        WHERE p.status = 'starting' AND p.runner IS NULL AND p.owner > owners.owner)
                    FROM owners WHERE owners.owner IS NOT NULL
                ), heads (owner, id) AS (
                    SELECT owners.owner, (
                        SELECT p.id FROM predictions p
                        WHERE p.status = 'starting' AND p.runner IS NULL AND p.owner = owners.owner
                            AND p.pool = pools.value AND (p.deadline IS NULL OR p.deadline > ?)
                        ORDER BY p.id LIMIT 1)
                    FROM owners CROSS JOIN json_each(?) AS pools
                    WHERE owners.owner IS NOT NULL
                )
                UPDATE predictions SET runner = ?, fence = fence + 1, lease_until_ms = ?, attempts = attempts + 1,
                    revision = revision + 1
                WHERE id = (
                    SELECT heads.id FROM heads
                    WHERE heads.id IS NOT NULL
                    ORDER BY (SELECT count(*) FROM predictions h WHERE h.runner IS NOT NULL AND h.owner = heads.owner),
                        heads.id
                    LIMIT 1)
                RETURNING\s""" + PREDICTION,
                row -> new Claim(bare(row), row.getString("runner"), row.getLong("fence")),
                micros(now),
                pools,
                runner,
                leaseUntil);
    }

    static boolean renew(Session session, Claim claim, long leaseUntil) throws SQLException {
        int renewed = session.update(
                "UPDATE predictions SET lease_until_ms = ? WHERE id = ? AND runner IS NOT NULL AND fence = ?",
                leaseUntil,
                claim.id(),
                claim.token());
        return renewed == 1;
    }

    /// Writes what changed; with the end, or on request, the runner's hold goes as well. Word of the end is
    /// left for whoever is to be told.
    static void save(Session session, PredictionRow before, PredictionRow after, boolean free) throws SQLException {
        if (after.revision() == before.revision()) {
            return;
        }
        var prediction = after.prediction();
        boolean released = free || prediction.status().isTerminal();
        int saved = session.update(
                """
                UPDATE predictions SET status = ?, started_at = ?, completed_at = ?, cancel_requested = ?, revision = ?,
                    error = ?, metrics = ?, output = ?, logs = ?, runner = CASE WHEN ? THEN NULL ELSE runner END,
                    lease_until_ms = CASE WHEN ? THEN NULL ELSE lease_until_ms END
                WHERE id = ? AND revision = ?
                """,
                prediction.status().wire(),
                micros(prediction.startedAt()),
                micros(prediction.completedAt()),
                after.cancelRequested(),
                after.revision(),
                prediction.error(),
                json(prediction.metrics()),
                json(prediction.output()),
                prediction.logs(),
                released,
                released,
                after.id(),
                before.revision());
        if (saved != 1) {
            throw new IllegalStateException("prediction " + after.id() + " was not at revision " + before.revision());
        }
        if (prediction.status().isTerminal()) {
            OutboxSql.ended(session, after);
        }
    }

    /// Bare rows whose deadline has come.
    static List<PredictionRow> overdue(Session session, Instant now, int limit) throws SQLException {
        return session.all(
                "SELECT " + PREDICTION + " FROM predictions " + """
                WHERE deadline IS NOT NULL AND completed_at IS NULL AND deadline <= ?
                ORDER BY deadline LIMIT ?
                """, PredictionSql::bare, micros(now), limit);
    }

    /// Bare rows whose lease ran out.
    static List<PredictionRow> unattended(Session session, Instant now, int limit) throws SQLException {
        return session.all(
                "SELECT " + PREDICTION + " FROM predictions " + """
                WHERE runner IS NOT NULL AND lease_until_ms <= ?
                ORDER BY id LIMIT ?
                """, PredictionSql::bare, now.toEpochMilli(), limit);
    }

    /// The pools that predictions wait for.
    static Set<String> waitingPools(Session session) throws SQLException {
        return Set.copyOf(session.all(
                "SELECT DISTINCT pool FROM predictions WHERE status = 'starting' AND runner IS NULL",
                row -> row.getString(1)));
    }

    /// Bare rows that wait for a pool.
    static List<PredictionRow> waiting(Session session, String pool, int limit) throws SQLException {
        return session.all("SELECT " + PREDICTION + " FROM predictions " + """
                WHERE status = 'starting' AND runner IS NULL AND pool = ?
                ORDER BY id LIMIT ?
                """, PredictionSql::bare, pool, limit);
    }

    static long runs(Session session, String model) throws SQLException {
        return session.one("SELECT runs FROM model_runs WHERE model = ?", row -> row.getLong(1), model)
                .orElse(0L);
    }

    /// A bare row with its input.
    static PredictionRow with(PredictionRow row, Map<String, @Nullable Object> input) {
        Prediction bare = row.prediction();
        var prediction = new Prediction(
                bare.id(),
                bare.model(),
                bare.version(),
                input,
                bare.logs(),
                bare.output(),
                bare.dataRemoved(),
                bare.error(),
                bare.source(),
                bare.status(),
                bare.createdAt(),
                bare.startedAt(),
                bare.completedAt(),
                bare.deadline(),
                bare.deployment(),
                bare.urls(),
                bare.metrics(),
                bare.webhook(),
                bare.webhookEventsFilter(),
                bare.unknown());
        return new PredictionRow(
                prediction, row.owner(), row.attempts(), row.cancelRequested(), row.revision(), row.placement());
    }

    private static PredictionRow bare(ResultSet row) throws SQLException {
        return Columns.prediction(row, Map.of());
    }

    private static PredictionRow whole(ResultSet row) throws SQLException {
        return Columns.prediction(row, Codec.readObject(row.getString("input")));
    }
}
