package dev.zoetrope.server;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.predictions.PredictionRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Tells one receiver how one prediction goes on: its start, its output so far, its log so far. In order, one
/// after the other, each once. Whoever changes the prediction only leaves the new state here and never waits; a
/// receiver that is slower than the changes gets fewer and newer states. Output and log are told at most once
/// in [#THROTTLE]. The prediction's end is not told here: it ends the telling. Thread-safe.
final class WebhookAnnouncer {
    /// As on Replicate.
    static final Duration THROTTLE = Duration.ofMillis(500);

    /// How long an interrupted post may take to let go of its socket.
    private static final Duration LET_GO = Duration.ofSeconds(2);

    private final Set<WebhookEvent> wanted;
    private final Telling telling;
    private final Runnable whenOver;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private Status status = Status.STARTING;
    private @Nullable Object output;
    private int logs;
    private @Nullable PredictionRow started;
    private @Nullable News news;
    private Instant earliest = Instant.MIN;
    private boolean ending;
    private @Nullable Thread worker;

    /// Sends one state; best effort.
    interface Telling {
        void tell(WebhookEvent event, PredictionRow row) throws InterruptedException;
    }

    private record News(WebhookEvent event, PredictionRow row) {}

    /// An announcer for a prediction.
    ///
    /// @param whenOver called once when the prediction has ended and everything before its end is told
    WebhookAnnouncer(Set<WebhookEvent> wanted, Telling telling, Runnable whenOver, InstantSource clock) {
        this.wanted = wanted;
        this.telling = telling;
        this.whenOver = whenOver;
        this.clock = clock;
    }

    /// Notes a state of the prediction, in the order of its changes; returns at once.
    void note(PredictionRow row) {
        lock.lock();
        try {
            if (!ending) {
                compare(row);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything that came before the end is told, at most so long; what is not told by then never
    /// is.
    void finish(Duration atMost) throws InterruptedException {
        @Nullable Thread late;
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (worker != null && left > 0) {
                left = changed.awaitNanos(left);
            }
            ending = true;
            started = null;
            news = null;
            late = worker;
        } finally {
            lock.unlock();
        }
        if (late != null) {
            late.interrupt();
            late.join(LET_GO);
        }
    }

    /// Stops at once.
    void abandon() {
        lock.lock();
        try {
            ending = true;
            started = null;
            news = null;
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void compare(PredictionRow row) {
        Prediction now = row.prediction();
        boolean begun = now.status() == Status.PROCESSING && status != Status.PROCESSING;
        boolean hasOutput = now.output() != null && !now.output().equals(output);
        boolean hasLogs = now.logs().length() > logs;
        status = now.status();
        output = now.output();
        logs = now.logs().length();
        if (status.isTerminal()) {
            ending = true;
            if (worker == null) {
                whenOver.run();
            }
            changed.signalAll();
            return;
        }
        if (begun && wanted.contains(WebhookEvent.START)) {
            started = row;
        }
        if (hasOutput && wanted.contains(WebhookEvent.OUTPUT)) {
            news = new News(WebhookEvent.OUTPUT, row);
        } else if (hasLogs && wanted.contains(WebhookEvent.LOGS)) {
            // An output that is still to be told is told with it.
            news = new News(news == null ? WebhookEvent.LOGS : news.event(), row);
        }
        if (worker == null && (started != null || news != null)) {
            worker = Thread.ofVirtual().name("webhooks of " + row.id()).start(this::work);
        }
        changed.signalAll();
    }

    private void work() {
        try {
            for (var next = next(); next != null; next = next()) {
                telling.tell(next.event(), next.row());
            }
        } catch (InterruptedException e) {
            rest();
        }
    }

    /// Waits for the next state that may be told; null, and no worker any more, when there is none. Once the
    /// prediction has ended, what would have to wait for its turn is dropped: the end tells more.
    private @Nullable News next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (started != null) {
                    var row = Objects.requireNonNull(started);
                    started = null;
                    return new News(WebhookEvent.START, row);
                }
                long wait = Duration.between(clock.instant(), earliest(clock.instant()))
                        .toNanos();
                if (news != null && wait <= 0) {
                    var due = news;
                    news = null;
                    earliest = clock.instant().plus(THROTTLE);
                    return due;
                }
                if (news == null || ending) {
                    news = null;
                    rest();
                    return null;
                }
                changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    private Instant earliest(Instant now) {
        return earliest.isBefore(now) ? now : earliest;
    }

    private void rest() {
        lock.lock();
        try {
            worker = null;
            changed.signalAll();
            if (ending) {
                whenOver.run();
            }
        } finally {
            lock.unlock();
        }
    }
}
