package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One process of a model under supervision: started when it is wanted, watched, restarted with back-off,
/// killed when it takes too much memory, ended when it is not wanted any more. Thread-safe; [#close] ends the
/// process for good.
final class HostedModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostedModel.class);

    /// The pause before the first restart; doubles up to the longest, and starts anew after a process that
    /// held.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// A process that lived so long was healthy, so its end does not count as one more failure in a row.
    private static final Duration HELD = Duration.ofSeconds(60);

    private final String name;
    private final HostingTerms terms;
    private final SchemaBoard board;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private State state = State.STOPPED;
    private @Nullable ModelProcess process;
    private String setupError = "";
    private boolean wanted;
    private boolean closed;

    /// Where its process stands.
    enum State {
        STOPPED,
        STARTING,
        READY,
        SETUP_FAILED,
        PAUSING
    }

    HostedModel(String name, HostingTerms terms, SchemaBoard board, InstantSource clock) {
        this.name = name;
        this.terms = terms;
        this.board = board;
        this.clock = clock;
        Thread.ofVirtual().name("supervisor of " + name).start(this::supervise);
    }

    String name() {
        return name;
    }

    HostingTerms terms() {
        return terms;
    }

    /// True when a prediction sent now would run: its process is ready, or would be started for it.
    boolean isReady() {
        lock.lock();
        try {
            return (state == State.READY && process != null && process.isAlive())
                    || (state == State.STOPPED && !wanted && !closed);
        } finally {
            lock.unlock();
        }
    }

    /// True while there is a process, or one is on its way.
    boolean isRunning() {
        lock.lock();
        try {
            return wanted || process != null;
        } finally {
            lock.unlock();
        }
    }

    /// The schema, starting the process if it is not known; an error for the caller when the process cannot
    /// start.
    ModelSchema schema(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            Instant until = clock.instant().plus(atMost);
            while (true) {
                @Nullable ModelSchema known = board.known();
                if (known != null) {
                    return known;
                }
                want();
                long left = Duration.between(clock.instant(), until).toNanos();
                if (state == State.SETUP_FAILED || closed || left <= 0) {
                    throw new ApiException(
                            ErrorCode.UNAVAILABLE,
                            "The model " + name + " is not available: "
                                    + (setupError.isEmpty()
                                            ? "its process is still starting; try again soon"
                                            : setupError));
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a ready process, starting it if need be: the process, or why there is none.
    Readiness awaitReady(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            want();
            Instant until = clock.instant().plus(atMost);
            while (true) {
                // Its supervisor may not have noticed its death yet; an attempt on it would be wasted.
                if (state == State.READY && process != null && process.isAlive()) {
                    return new Readiness.Ready(process);
                }
                if (state == State.SETUP_FAILED) {
                    return new Readiness.Broken("Model setup failed: " + setupError);
                }
                long left = Duration.between(clock.instant(), until).toNanos();
                if (closed || left <= 0) {
                    return new Readiness.NotYet();
                }
                changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the present process so that a fresh one takes its place; for one that does not stop or has lost its
    /// way.
    void recycle(ModelProcess sick, String reason) {
        LOG.warn("{}: giving up {}: {}", name, sick.name(), reason);
        sick.kill();
    }

    /// Has a process started if there is none.
    void want() {
        lock.lock();
        try {
            wanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets its process end; the next one that wants it starts it anew.
    void rest() {
        lock.lock();
        try {
            wanted = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        @Nullable ModelProcess last;
        lock.lock();
        try {
            closed = true;
            last = process;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.close();
        }
        terms.gone().run();
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        try {
            while (awaitWanted()) {
                Instant started = clock.instant();
                runOnce();
                if (isWanted()) {
                    pause = Duration.between(started, clock.instant()).compareTo(HELD) > 0 ? FIRST_PAUSE : pause;
                    LOG.warn("{}: restarting in {} ms", name, pause.toMillis());
                    pauseFor(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                } else {
                    become(State.STOPPED, null, "");
                    pause = FIRST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One life of a process, from its start to its end.
    private void runOnce() throws InterruptedException {
        ModelProcess started;
        try {
            started = terms.starter().start();
        } catch (RuntimeException e) {
            // A command that does not exist will not exist in a second either, but an operator may mend it:
            // keep trying.
            LOG.error("{}: {}", name, e.getMessage(), e);
            become(State.SETUP_FAILED, null, String.valueOf(e.getMessage()));
            return;
        }
        become(State.STARTING, started, "");
        LOG.info("{}: started {}", name, started.name());
        try (started) {
            var look = new ProcessWatch(this, started, board, clock);
            while (started.isAlive() && isWanted()) {
                look.once();
                pauseFor(look.pause());
            }
        }
        if (isWanted()) {
            String epitaph = started.epitaph();
            LOG.warn("{}: {} ended: {}", name, started.name(), epitaph);
            become(State.PAUSING, null, epitaph + (started.tail().isEmpty() ? "" : "\n" + started.tail()));
        } else {
            LOG.info("{}: {} is not needed any more", name, started.name());
        }
    }

    private void pauseFor(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && wanted && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (!wanted && !closed) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            return wanted && !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Notes where the process stands; wakes all that wait for news, of the schema as well.
    void become(State next, @Nullable ModelProcess now, String error) {
        lock.lock();
        try {
            state = next;
            process = now;
            setupError = error;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
