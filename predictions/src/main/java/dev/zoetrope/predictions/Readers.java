package dev.zoetrope.predictions;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A few read-only connections. They see what is committed and never wait for the writer. A call blocks while
/// all are in use. Thread-safe.
final class Readers implements AutoCloseable {
    /// Opens one more connection.
    @FunctionalInterface
    interface Opener {
        Session open() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private final Path file;
    private final Opener opener;
    private final int size;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Readers(Path file, int size, Opener opener) {
        this.file = file;
        this.opener = opener;
        this.size = size;
        this.permits = new Semaphore(size);
    }

    /// Reads, on the caller's thread.
    <T> T call(Session.Work<T> work) {
        permits.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw new IllegalStateException("The database " + file + " is closed.");
            }
            return run(work);
        } catch (SQLException e) {
            throw SqliteFailures.of(file, e);
        } finally {
            permits.release();
        }
    }

    private <T> T run(Session.Work<T> work) throws SQLException {
        Session session = idle.pollFirst();
        if (session == null) {
            session = opener.open();
        }
        boolean good = false;
        try {
            T result = work.run(session);
            good = true;
            return result;
        } finally {
            if (good) {
                idle.addFirst(session);
            } else {
                close(session);
            }
        }
    }

    /// Waits for the calls under way, then closes the connections.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        permits.acquireUninterruptibly(size);
        idle.forEach(this::close);
        permits.release(size);
    }

    private void close(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("Closing a reader of {} failed: {}", file, e.getMessage());
        }
    }
}
