package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import dev.zoetrope.api.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Records of models in SQLite.
final class SqliteModelRecords implements ModelRecords {
    private static final String MODEL = "slug, origin, official, visibility, hardware, run, about, created_at";
    private static final String VERSION = "model, id, identity, created_at, cog_version, run, openapi";

    private final Writer writer;
    private final Readers readers;

    SqliteModelRecords(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void put(ModelRecord model) {
        writer.call(session -> session.update(
                "INSERT OR REPLACE INTO models (" + MODEL + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                model.slug(),
                model.origin().name().toLowerCase(Locale.ROOT),
                model.isOfficial(),
                model.visibility(),
                model.hardware(),
                Codec.write(model.run()),
                Codec.write(model.about()),
                micros(model.createdAt())));
    }

    @Override
    public Optional<ModelRecord> find(String slug) {
        return readers.call(session ->
                session.one("SELECT " + MODEL + " FROM models WHERE slug = ?", SqliteModelRecords::model, slug));
    }

    @Override
    public List<ModelRecord> list() {
        return readers.call(
                session -> session.all("SELECT " + MODEL + " FROM models ORDER BY slug", SqliteModelRecords::model));
    }

    @Override
    public boolean delete(String slug) {
        return writer.call(session -> {
            session.update("DELETE FROM model_versions WHERE model = ?", slug);
            session.update("DELETE FROM model_examples WHERE model = ?", slug);
            return session.update("DELETE FROM models WHERE slug = ?", slug) > 0;
        });
    }

    @Override
    public VersionRecord putVersion(VersionRecord version) {
        return writer.call(session -> session.one(
                        "INSERT INTO model_versions (" + VERSION + ") VALUES (?, ?, ?, ?, ?, ?, ?) " + """
                        ON CONFLICT (model, id) DO UPDATE SET identity = excluded.identity, run = excluded.run,
                            cog_version = excluded.cog_version, openapi = excluded.openapi
                        RETURNING\s""" + VERSION,
                        SqliteModelRecords::version,
                        version.model(),
                        version.id(),
                        version.identity(),
                        micros(version.createdAt()),
                        version.cogVersion(),
                        Codec.write(version.run()),
                        Codec.write(version.openapi()))
                .orElseThrow());
    }

    @Override
    public Optional<VersionRecord> version(String model, String id) {
        return readers.call(session -> session.one(
                "SELECT " + VERSION + " FROM model_versions WHERE model = ? AND id = ?",
                SqliteModelRecords::version,
                model,
                id));
    }

    @Override
    public List<VersionRecord> versionsById(String id) {
        return readers.call(session -> session.all(
                "SELECT " + VERSION + " FROM model_versions WHERE id = ? ORDER BY created_at DESC",
                SqliteModelRecords::version,
                id));
    }

    @Override
    public List<VersionRecord> versions(String model) {
        return readers.call(session -> session.all(
                "SELECT " + VERSION + " FROM model_versions WHERE model = ? ORDER BY created_at DESC, rowid DESC",
                SqliteModelRecords::version,
                model));
    }

    @Override
    public boolean deleteVersion(String model, String id) {
        return writer.call(
                session -> session.update("DELETE FROM model_versions WHERE model = ? AND id = ?", model, id) > 0);
    }

    @Override
    public void addExample(String model, String prediction) {
        writer.call(session -> session.update("""
                INSERT INTO model_examples (model, prediction, position)
                VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM model_examples WHERE model = ?))
                ON CONFLICT (model, prediction) DO NOTHING
                """, model, prediction, model));
    }

    @Override
    public boolean removeExample(String model, String prediction) {
        return writer.call(session ->
                session.update("DELETE FROM model_examples WHERE model = ? AND prediction = ?", model, prediction) > 0);
    }

    @Override
    public List<String> examples(String model) {
        return readers.call(session -> session.all(
                "SELECT prediction FROM model_examples WHERE model = ? ORDER BY position",
                row -> row.getString(1),
                model));
    }

    private static ModelRecord model(ResultSet row) throws SQLException {
        return new ModelRecord(
                row.getString("slug"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                row.getBoolean("official"),
                row.getString("visibility"),
                row.getString("hardware"),
                Codec.readObject(row.getString("run")),
                Codec.read(row.getString("about"), About.class),
                Objects.requireNonNull(time(row, "created_at")));
    }

    private static VersionRecord version(ResultSet row) throws SQLException {
        return new VersionRecord(
                row.getString("model"),
                row.getString("id"),
                row.getString("identity"),
                Objects.requireNonNull(time(row, "created_at")),
                row.getString("cog_version"),
                Codec.readObject(row.getString("run")),
                Codec.readObject(row.getString("openapi")));
    }
}
