package dev.zoetrope.server;

import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore.Watch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One reader of one prediction's stream, from its connection to the last event. It keeps the newest state only
/// and takes up the next one when the reader has taken the last, so a slow reader costs as much memory as a
/// fast one.
final class StreamSession {
    /// Proxies and clients give a silent connection up after 30 to 60 s.
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

    private static final Duration LONGEST_WATCH = Duration.ofSeconds(60);

    private final LiveOutputs live;
    private final StreamCursor cursor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private PredictionRow row;
    private boolean isNews = true;
    private boolean isOver;

    StreamSession(PredictionRow row, LiveOutputs live, StreamCursor cursor) {
        this.row = row;
        this.live = live;
        this.cursor = cursor;
    }

    /// Writes events until the last one, or until [#end]. Blocks; throws [IOException] when the reader has
    /// left.
    ///
    /// @param watch of the prediction, from the row on that this was made with; the caller closes it
    /// @param linger how long to keep the connection open after the last event
    void run(Watch watch, OutputStream out, Duration linger) throws IOException, InterruptedException {
        String id = row.id();
        Runnable listener = this::wake;
        live.join(id, listener);
        Thread follower = Thread.ofVirtual().name("stream of " + id).start(() -> follow(watch));
        try {
            // The headers go out at once, and with them the word that the stream is open.
            out.write(ServerEvent.COMMENT);
            out.flush();
            while (true) {
                boolean isDue = await();
                if (isOver()) {
                    return;
                }
                if (!isDue) {
                    out.write(ServerEvent.COMMENT);
                } else if (cursor.advance(newest(), live.newest(id), event -> out.write(event.wire()))) {
                    out.flush();
                    rest(linger);
                    return;
                }
                out.flush();
            }
        } finally {
            live.leave(id, listener);
            follower.interrupt();
        }
    }

    /// Ends the stream soon, without a last event: the reader may come back and go on.
    void end() {
        lock.lock();
        try {
            isOver = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for news; false when it is time for a sign of life instead.
    private boolean await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = KEEP_ALIVE.toNanos();
            while (!isNews && !isOver) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            isNews = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!isOver && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    private PredictionRow newest() {
        lock.lock();
        try {
            return row;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        take(null);
    }

    private void take(@Nullable PredictionRow news) {
        lock.lock();
        try {
            row = news == null ? row : news;
            isNews = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void follow(Watch watch) {
        try {
            while (!newest().prediction().status().isTerminal()) {
                Optional<PredictionRow> next = watch.next(LONGEST_WATCH);
                next.ifPresent(this::take);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the reader is served
        } catch (IllegalStateException e) {
            end(); // the store was closed
        }
    }
}
