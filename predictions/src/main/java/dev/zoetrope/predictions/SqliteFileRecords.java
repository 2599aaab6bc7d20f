package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import dev.zoetrope.api.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records of files in SQLite. The order of uploads is that of their ids, which [Ids] makes sort by time.
final class SqliteFileRecords implements FileRecords {
    private static final String COLUMNS = """
            id, secret, owner, prediction, name, content_type, size, sha256, md5, metadata, created_at, expires_at""";

    /// Greater than any id.
    private static final String AFTER_ALL = "~";

    private final Writer writer;
    private final Readers readers;

    SqliteFileRecords(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void add(FileRecord file) {
        String metadata = Codec.write(file.metadata());
        writer.call(session -> session.update(
                "INSERT INTO files (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.secret(),
                file.owner(),
                file.prediction(),
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                file.md5(),
                metadata,
                micros(file.createdAt()),
                micros(file.expiresAt())));
    }

    @Override
    public Optional<FileRecord> find(String id) {
        return readers.call(
                session -> session.one("SELECT " + COLUMNS + " FROM files WHERE id = ?", SqliteFileRecords::file, id));
    }

    @Override
    public Optional<FileRecord> findBySecret(String secret) {
        return readers.call(session ->
                session.one("SELECT " + COLUMNS + " FROM files WHERE secret = ?", SqliteFileRecords::file, secret));
    }

    @Override
    public List<FileRecord> uploads(@Nullable String owner, @Nullable String before, int limit) {
        var cursor = Objects.requireNonNullElse(before, AFTER_ALL);
        if (owner == null) {
            return readers.call(session -> session.all(
                    "SELECT " + COLUMNS + " FROM files WHERE prediction IS NULL AND id < ? ORDER BY id DESC LIMIT ?",
                    SqliteFileRecords::file,
                    cursor,
                    limit));
        }
        return readers.call(session ->
                session.all("SELECT " + COLUMNS + " FROM files " + """
                WHERE prediction IS NULL AND owner = ? AND id < ?
                ORDER BY id DESC LIMIT ?
                """, SqliteFileRecords::file, owner, cursor, limit));
    }

    @Override
    public Optional<FileRecord> delete(String id) {
        return writer.call(session ->
                session.one("DELETE FROM files WHERE id = ? RETURNING " + COLUMNS, SqliteFileRecords::file, id));
    }

    @Override
    public boolean isReferenced(String sha256) {
        return readers.call(session -> session.one("SELECT 1 FROM files WHERE sha256 = ? LIMIT 1", _ -> true, sha256)
                .isPresent());
    }

    @Override
    public boolean isReferencedBeside(FileRecord file) {
        return readers.call(session -> session.one(
                        "SELECT 1 FROM files WHERE sha256 = ? AND id <> ? LIMIT 1", _ -> true, file.sha256(), file.id())
                .isPresent());
    }

    @Override
    public long storedBytes() {
        return readers.call(session -> session.one(
                        "SELECT sum(size) FROM (SELECT max(size) AS size FROM files GROUP BY sha256)",
                        row -> row.getLong(1))
                .orElse(0L));
    }

    /// The inputs of unfinished predictions are looked through only for files that are due, which are few.
    @Override
    public List<FileRecord> expired(Instant now, int limit) {
        return readers.call(session ->
                session.all("SELECT " + COLUMNS + " FROM files " + """
                WHERE expires_at IS NOT NULL AND expires_at <= ?
                AND NOT EXISTS (
                    SELECT 1 FROM predictions p JOIN prediction_inputs i ON i.prediction = p.id
                    WHERE p.status = 'starting' AND p.runner IS NULL
                        AND (instr(i.input, files.id) > 0 OR instr(i.input, files.secret) > 0))
                AND NOT EXISTS (
                    SELECT 1 FROM predictions p JOIN prediction_inputs i ON i.prediction = p.id
                    WHERE p.runner IS NOT NULL
                        AND (instr(i.input, files.id) > 0 OR instr(i.input, files.secret) > 0))
                ORDER BY expires_at LIMIT ?
                """, SqliteFileRecords::file, micros(now), limit));
    }

    private static FileRecord file(ResultSet row) throws SQLException {
        return new FileRecord(
                row.getString("id"),
                row.getString("secret"),
                row.getString("owner"),
                row.getString("prediction"),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("md5"),
                Codec.readObject(row.getString("metadata")),
                Objects.requireNonNull(time(row, "created_at")),
                time(row, "expires_at"));
    }
}
