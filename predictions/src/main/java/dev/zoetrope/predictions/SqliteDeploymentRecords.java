package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Deployments in SQLite.
final class SqliteDeploymentRecords implements DeploymentRecords {
    private static final String COLUMNS =
            "slug, number, model, version, hardware, min_instances, max_instances, created_at";

    private final Writer writer;
    private final Readers readers;

    SqliteDeploymentRecords(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public boolean add(Release release) {
        return writer.call(session -> session.update(
                        "INSERT OR IGNORE INTO deployments (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        release.slug(),
                        release.number(),
                        release.model(),
                        release.version(),
                        release.hardware(),
                        release.minInstances(),
                        release.maxInstances(),
                        micros(release.createdAt()))
                == 1);
    }

    @Override
    public Optional<Release> find(String slug) {
        return readers.call(session -> session.one(
                "SELECT " + COLUMNS + " FROM deployments WHERE slug = ? ORDER BY number DESC LIMIT 1",
                SqliteDeploymentRecords::release,
                slug));
    }

    @Override
    public List<Release> list() {
        return readers.call(session ->
                session.all("SELECT " + COLUMNS + " FROM deployments d " + """
                WHERE number = (SELECT max(number) FROM deployments WHERE slug = d.slug)
                ORDER BY (SELECT min(created_at) FROM deployments WHERE slug = d.slug) DESC, slug
                """, SqliteDeploymentRecords::release));
    }

    @Override
    public boolean delete(String slug) {
        return writer.call(session -> session.update("DELETE FROM deployments WHERE slug = ?", slug) > 0);
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                row.getString("slug"),
                row.getInt("number"),
                row.getString("model"),
                row.getString("version"),
                row.getString("hardware"),
                row.getInt("min_instances"),
                row.getInt("max_instances"),
                Objects.requireNonNull(time(row, "created_at")));
    }
}
