package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A model of this server with its supervised process: started at boot or first use, watched, restarted with back-off,
/// killed when it takes too much memory. Thread-safe; [#close] ends the process.
final class HostedModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostedModel.class);

    /// How often a process is looked at.
    private static final Duration TICK = Duration.ofMillis(200);

    /// Slow weights may take minutes to load; a process that is not ready by then never will be.
    private static final Duration SETUP_LIMIT = Duration.ofMinutes(10);

    /// The pause before the first restart; doubles up to the longest, and starts anew after a process that held.
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// A process that lived so long was healthy, so its end does not count as one more failure in a row.
    private static final Duration HELD = Duration.ofSeconds(60);

    private final ModelCommand command;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private State state = State.STOPPED;
    private @Nullable ModelProcess process;
    private @Nullable ModelSchema schema;
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

    HostedModel(ModelCommand command, Map<String, String> environment, InstantSource clock) {
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        Thread.ofVirtual().name("supervisor of " + command.slug()).start(this::supervise);
        if (command.eager()) {
            want();
        }
    }

    ModelCommand command() {
        return command;
    }

    String slug() {
        return command.slug();
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

    /// Its schema, starting the process if it has never run; an error for the caller when it cannot start.
    ModelSchema schema(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            wanted = true;
            changed.signalAll();
            Instant until = clock.instant().plus(atMost);
            while (schema == null) {
                long left = Duration.between(clock.instant(), until).toNanos();
                if (state == State.SETUP_FAILED || closed || left <= 0) {
                    throw new ApiException(
                            ErrorCode.UNAVAILABLE,
                            "The model " + slug() + " is not available: "
                                    + (setupError.isEmpty()
                                            ? "its process is still starting; try again soon"
                                            : setupError));
                }
                changed.awaitNanos(left);
            }
            return schema;
        } finally {
            lock.unlock();
        }
    }

    /// The schema if it is known already.
    Optional<ModelSchema> knownSchema() {
        lock.lock();
        try {
            return Optional.ofNullable(schema);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a ready process, starting it if need be: the process, or why there is none.
    Readiness awaitReady(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            wanted = true;
            changed.signalAll();
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

    /// What [#awaitReady] found.
    sealed interface Readiness {
        record Ready(ModelProcess process) implements Readiness {}

        record Broken(String reason) implements Readiness {}

        record NotYet() implements Readiness {}
    }

    /// Ends the present process so that a fresh one takes its place; for one that does not stop or has lost its way.
    void recycle(ModelProcess sick, String reason) {
        LOG.warn("{}: killing process {}: {}", slug(), sick.pid(), reason);
        sick.kill();
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
    }

    private void want() {
        lock.lock();
        try {
            wanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        try {
            while (awaitWanted()) {
                Instant started = clock.instant();
                runOnce();
                if (isClosed()) {
                    return;
                }
                pause = Duration.between(started, clock.instant()).compareTo(HELD) > 0 ? FIRST_PAUSE : pause;
                LOG.warn("{}: restarting in {} ms", slug(), pause.toMillis());
                pauseFor(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// One life of a process, from its start to its end.
    private void runOnce() throws InterruptedException {
        ModelProcess started;
        try {
            started = ModelProcess.start(command, environment);
        } catch (RuntimeException e) {
            // A command that does not exist will not exist in a second either, but an operator may mend it: keep
            // trying.
            LOG.error("{}: {}", slug(), e.getMessage(), e);
            become(State.SETUP_FAILED, null, String.valueOf(e.getMessage()));
            return;
        }
        become(State.STARTING, started, "");
        LOG.info("{}: started process {}", slug(), started.pid());
        try (started) {
            Instant limit = clock.instant().plus(SETUP_LIMIT);
            boolean ready = false;
            while (started.isAlive() && !isClosed()) {
                if (!ready) {
                    ready = lookAtSetup(started);
                    if (!ready && clock.instant().isAfter(limit)) {
                        recycle(started, "not ready after " + SETUP_LIMIT.toMinutes() + " minutes");
                    }
                }
                watchMemory(started);
                pauseFor(TICK);
            }
        }
        if (!isClosed()) {
            String epitaph = started.epitaph();
            LOG.warn("{}: process {} ended: {}", slug(), started.pid(), epitaph);
            become(State.PAUSING, null, epitaph + (started.tail().isEmpty() ? "" : "\n" + started.tail()));
        }
    }

    private boolean lookAtSetup(ModelProcess started) throws InterruptedException {
        try {
            CogHealth health = started.client().health();
            return switch (health.state()) {
                case READY, BUSY -> {
                    becomeReady(started);
                    yield true;
                }
                case SETUP_FAILED -> {
                    become(State.SETUP_FAILED, started, health.setupLogs().strip());
                    yield false;
                }
                case UNKNOWN, STARTING, DEFUNCT, UNHEALTHY -> false;
            };
        } catch (CogUnreachableException e) {
            LOG.trace("{}: not listening yet", slug(), e);
            return false;
        }
    }

    private void becomeReady(ModelProcess started) throws InterruptedException {
        ModelSchema read = ModelSchema.of(command, started.client().openapi(), clock.instant());
        lock.lock();
        try {
            schema = read.sameAs(schema) ? schema : read;
        } finally {
            lock.unlock();
        }
        become(State.READY, started, "");
        LOG.info("{}: ready", slug());
    }

    private void watchMemory(ModelProcess running) {
        long used = running.residentMemory().orElse(0);
        if (used > command.memoryLimit()) {
            recycle(
                    running,
                    "it holds " + (used >> 20) + " MiB, the limit is " + (command.memoryLimit() >> 20) + " MiB");
        }
    }

    private void pauseFor(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
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

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void become(State next, @Nullable ModelProcess now, String error) {
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
