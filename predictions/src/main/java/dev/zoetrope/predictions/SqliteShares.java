package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Links to predictions in SQLite. The secrets stand in clear, as those of files do: whoever can read the database
/// can read the predictions themselves.
final class SqliteShares implements Shares {
    private final Writer writer;
    private final Readers readers;
    private final DatabaseOptions options;

    SqliteShares(Writer writer, Readers readers, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.options = options;
    }

    @Override
    public Share create(String prediction) {
        var share = new Share(
                options.ids().next(),
                options.ids().secret(),
                prediction,
                options.clock().instant().truncatedTo(ChronoUnit.MICROS));
        writer.call(session -> session.update(
                "INSERT INTO shares (id, secret, prediction, created_at) VALUES (?, ?, ?, ?)",
                share.id(),
                share.secret(),
                share.prediction(),
                micros(share.createdAt())));
        return share;
    }

    @Override
    public Optional<Share> find(String secret) {
        return readers.call(
                session -> session.one("SELECT * FROM shares WHERE secret = ?", SqliteShares::share, secret));
    }

    @Override
    public List<Share> of(String prediction) {
        return readers.call(session -> session.all(
                "SELECT * FROM shares WHERE prediction = ? ORDER BY id DESC", SqliteShares::share, prediction));
    }

    @Override
    public boolean revoke(String id) {
        return writer.call(session -> session.update("DELETE FROM shares WHERE id = ?", id)) == 1;
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getString("id"),
                row.getString("secret"),
                row.getString("prediction"),
                Objects.requireNonNull(time(row, "created_at")));
    }
}
