package dev.zoetrope.predictions;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that writes to a SQLite database goes through here: one thread runs what callers hand in, many
/// units to one transaction, so that they share the one flush to disk that makes them durable. A caller hears
/// of success only after that. A unit that fails is undone alone. Thread-safe.
final class Writer implements AutoCloseable {
    /// Beyond this many, a larger batch gains little, and the first caller in it waits longer.
    private static final int MAX_BATCH = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Path file;
    private final Session session;
    // Reachable from the thread: the lock must not be collected while the thread writes.
    private final FolderLock lock;
    private final LinkedBlockingQueue<Unit<?>> queue = new LinkedBlockingQueue<>();
    private final Unit<Boolean> stop = new Unit<>(_ -> true, _ -> {});
    private final Thread thread;
    private boolean closed;

    /// Takes over the session and the lock of its folder, and closes both when closed.
    Writer(Path file, Session session, FolderLock lock) {
        this.file = file;
        this.session = session;
        this.lock = lock;
        this.thread = Thread.ofPlatform().name("zoetrope-db-writer").unstarted(this::loop);
    }

    /// Begins to work.
    void start() {
        thread.start();
    }

    /// Runs a unit and waits until it is durable. The unit may be run again from the start if its batch has to be
    /// undone, so it changes nothing but the database.
    <T> T call(Session.Work<T> work) {
        return call(work, _ -> {});
    }

    /// As above; `committed` is told of the result on the writer's thread, in the order of the commits, before the
    /// caller is. It must be quick.
    <T> T call(Session.Work<T> work, Consumer<? super T> committed) {
        try {
            return submit(work, committed).join();
        } catch (CompletionException e) {
            throw unchecked(e.getCause());
        }
    }

    /// Runs a unit some time soon.
    <T> CompletableFuture<T> submit(Session.Work<T> work, Consumer<? super T> committed) {
        var unit = new Unit<T>(work, committed);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("The database " + file + " is closed.");
            }
            queue.add(unit);
        }
        return unit.future;
    }

    /// Finishes what was handed in, then ends the thread, closes the session and gives the folder free.
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(stop);
        }
        stop.future.join();
    }

    private RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case SQLException e -> SqliteFailures.of(file, e);
            case RuntimeException e -> e;
            case null, default -> new StoreException("The database " + file + " failed.", asGiven(cause));
        };
    }

    private static Throwable asGiven(@Nullable Throwable cause) {
        return cause == null ? new IllegalStateException("no cause was given") : cause;
    }

    private void loop() {
        var batch = new ArrayList<Unit<?>>(MAX_BATCH);
        boolean open = true;
        while (open) {
            batch.clear();
            batch.add(taken());
            queue.drainTo(batch, MAX_BATCH - 1);
            open = !batch.remove(stop);
            write(batch);
            batch.forEach(Unit::answer);
        }
        try {
            session.close();
        } catch (SQLException e) {
            LOG.warn("Closing the database {} failed: {}", file, e.getMessage());
        }
        lock.close();
        stop.future.complete(true);
    }

    private Unit<?> taken() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the writer", e);
        }
    }

    private void write(List<Unit<?>> batch) {
        if (batch.isEmpty() || committed(batch) || batch.size() == 1) {
            return;
        }
        // One unit too large for the disk must not take the others with it.
        for (Unit<?> unit : batch) {
            committed(List.of(unit));
        }
    }

    /// One transaction. When it cannot be committed, all of its units have failed for now.
    private boolean committed(List<Unit<?>> batch) {
        try {
            session.update("BEGIN IMMEDIATE");
            for (Unit<?> unit : batch) {
                unit.run(session);
            }
            session.update("COMMIT");
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack();
            batch.forEach(unit -> unit.fail(e));
            return false;
        }
    }

    private void rollBack() {
        try {
            session.update("ROLLBACK");
        } catch (SQLException e) {
            // After some errors SQLite has rolled back by itself, and says here that nothing is open.
            LOG.debug("Nothing to roll back in {}: {}", file, e.getMessage());
        }
    }

    private static final class Unit<T> {
        private final Session.Work<T> work;
        private final Consumer<? super T> committed;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Unit(Session.Work<T> work, Consumer<? super T> committed) {
            this.work = work;
            this.committed = committed;
        }

        /// Runs inside the transaction; throws only when the whole transaction is lost.
        void run(Session session) throws SQLException {
            failure = null;
            session.update("SAVEPOINT unit");
            try {
                result = work.run(session);
                session.update("RELEASE unit");
            } catch (SQLException | RuntimeException e) {
                fail(e);
                undo(session, e);
            }
        }

        /// After a full disk SQLite may have rolled the whole transaction back, and this savepoint with it.
        private static void undo(Session session, Exception why) throws SQLException {
            try {
                session.update("ROLLBACK TO unit");
                session.update("RELEASE unit");
            } catch (SQLException e) {
                e.addSuppressed(why);
                throw why instanceof SQLException cause ? cause : e;
            }
        }

        void fail(Throwable why) {
            failure = why;
        }

        void answer() {
            T done = result;
            if (failure != null || done == null) {
                future.completeExceptionally(
                        failure != null ? failure : new IllegalStateException("a unit of work gave null"));
                return;
            }
            try {
                committed.accept(done);
            } catch (RuntimeException e) {
                LOG.error("A listener of the database failed.", e);
            }
            future.complete(done);
        }
    }
}
