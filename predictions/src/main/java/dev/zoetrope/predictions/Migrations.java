package dev.zoetrope.predictions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// Brings a database to the layout that this code knows. The steps are numbered files of SQL that never change
/// once released; `PRAGMA user_version` is the number of the last one that was applied.
final class Migrations {
    /// In order: the first is number 1. A new one is added at the end.
    private static final List<String> SQLITE = List.of(
            "001-first.sql", "003-webhooks.sql", "004-server-secrets.sql", "005-registry.sql", "006-shares.sql");

    private Migrations() {}

    /// The version that this code knows.
    static int newest() {
        return SQLITE.size();
    }

    /// Applies what is missing, each step in a transaction of its own. Throws [IllegalStateException] when the
    /// database is newer than the code: then an older program must not write to it.
    static void apply(Path file, Session session) throws SQLException {
        int version = session.one("PRAGMA user_version", row -> row.getInt(1)).orElseThrow();
        if (version > newest()) {
            throw new IllegalStateException("The database " + file + " has layout " + version
                    + ", this program knows layouts up to " + newest()
                    + "; start the newer program that wrote it, or choose another data folder.");
        }
        for (int step = version; step < newest(); step++) {
            session.script("BEGIN IMMEDIATE");
            try {
                session.script(text(SQLITE.get(step)));
                session.script("PRAGMA user_version = " + (step + 1));
                session.script("COMMIT");
            } catch (SQLException e) {
                session.script("ROLLBACK");
                throw e;
            }
        }
    }

    private static String text(String name) {
        String path = "/db/sqlite/" + name;
        try (var stream = Migrations.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its resource " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
