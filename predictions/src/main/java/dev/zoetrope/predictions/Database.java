package dev.zoetrope.predictions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/// A SQLite database in a data folder, with the stores that live in it. One process has a folder at a time.
/// Thread-safe; whoever opened it closes it, after everybody has stopped using the stores.
public final class Database implements AutoCloseable {
    private static final String FILE = "zoetrope.db";

    /// We are the only writer; who else locks the file is a person with a tool, who deserves some seconds.
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

    /// A long read can let the write-ahead log grow; afterwards it is cut back to so many bytes.
    private static final int LOG_SIZE_LIMIT = 64 << 20;

    private final Writer writer;
    private final Readers readers;
    private final SqliteStore predictions;
    private final Tokens tokens;
    private final FileRecords files;
    private final ModelRecords models;
    private final DeploymentRecords deployments;
    private final ServerSecrets secrets;
    private final WebhookOutbox outbox;
    private final Shares shares;
    private final Overview overview;

    private Database(Writer writer, Readers readers, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.predictions = new SqliteStore(writer, readers, options);
        this.tokens = new SqliteTokens(writer, readers, options);
        this.files = new SqliteFileRecords(writer, readers);
        this.models = new SqliteModelRecords(writer, readers);
        this.deployments = new SqliteDeploymentRecords(writer, readers);
        this.secrets = new SqliteServerSecrets(writer);
        this.outbox = new SqliteOutbox(writer, readers, secrets, options);
        this.shares = new SqliteShares(writer, readers, options);
        this.overview = new SqliteOverview(readers);
    }

    /// Opens the database of a folder, and creates both when they are missing. A prediction that some runner
    /// was at when the last process ended is handed out again by the first [PredictionStore#reap]: no runner
    /// outlives the process.
    ///
    /// Throws [IllegalStateException] when the folder is in use or was written by a newer program,
    /// [StoreException] when the database is damaged, and [UncheckedIOException] when the folder cannot be
    /// written.
    public static Database open(Path folder, DatabaseOptions options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be made.", e);
        }
        var lock = FolderLock.of(folder);
        try {
            return opened(lock, folder.resolve(FILE), options);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Database opened(FolderLock lock, Path file, DatabaseOptions options) {
        try {
            var session = prepared(file);
            var writer = new Writer(file, session, lock);
            var readers = new Readers(file, options.readers(), () -> session(file, true));
            writer.start();
            return new Database(writer, readers, options);
        } catch (SQLException e) {
            throw SqliteFailures.of(file, e);
        }
    }

    private static Session prepared(Path file) throws SQLException {
        var session = session(file, false);
        try {
            Migrations.apply(file, session);
            session.update("UPDATE predictions SET lease_until_ms = 0 WHERE runner IS NOT NULL");
            session.update("UPDATE webhook_deliveries SET claimed = 0, due_at = 0 WHERE state = 'pending' AND claimed");
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// FULL in WAL mode flushes the log to disk at each commit: what was committed survives a power failure.
    private static Session session(Path file, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        config.enforceForeignKeys(true);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        if (!readOnly) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setJournalSizeLimit(LOG_SIZE_LIMIT);
            // On macOS only this reaches the disk itself; elsewhere it changes nothing.
            config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
        }
        return new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    }

    /// The predictions. Closed with the database.
    public PredictionStore predictions() {
        return predictions;
    }

    /// The API tokens.
    public Tokens tokens() {
        return tokens;
    }

    /// What is known about files.
    public FileRecords files() {
        return files;
    }

    /// What is known about models.
    public ModelRecords models() {
        return models;
    }

    /// The deployments.
    public DeploymentRecords deployments() {
        return deployments;
    }

    /// What the server signs with.
    public ServerSecrets secrets() {
        return secrets;
    }

    /// The webhooks that are to be sent.
    public WebhookOutbox outbox() {
        return outbox;
    }

    /// The links by which predictions are shown to people without a token.
    public Shares shares() {
        return shares;
    }

    /// Predictions as people leaf through them.
    public Overview overview() {
        return overview;
    }

    /// For tests that bring the disk under pressure.
    Writer writer() {
        return writer;
    }

    /// Finishes what is being written, wakes all that wait in it, and gives the folder free.
    @Override
    public void close() {
        predictions.close();
        readers.close();
        writer.close();
    }
}
