package dev.zoetrope.server;

import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogUnreachableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at one process during its life: whether it is ready, what its schema is, whether it stays well and how
/// much memory it takes. For the thread of its supervisor alone.
final class ProcessWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessWatch.class);

    /// How often a process is looked at.
    private static final Duration TICK = Duration.ofMillis(200);

    /// An endpoint may be far away and is shared with others.
    private static final Duration REMOTE_TICK = Duration.ofSeconds(1);

    /// Slow weights may take minutes to load; a process that is not ready by then never will be.
    private static final Duration SETUP_LIMIT = Duration.ofMinutes(10);

    /// How often a ready process is asked how it is. Some runtimes ask their worker for it, so not all the
    /// time.
    private static final Duration CHECK_UP = Duration.ofSeconds(5);

    /// Once may be chance, such as a health check of the model's own that took too long.
    private static final int BAD_LOOKS = 3;

    private final HostedModel model;
    private final ModelProcess process;
    private final SchemaBoard board;
    private final InstantSource clock;
    private final Instant limit;
    private Instant nextCheckUp;
    private boolean isReady;
    private boolean hasSchema;
    private boolean hasFailed;
    private int badLooks;

    ProcessWatch(HostedModel model, ModelProcess process, SchemaBoard board, InstantSource clock) {
        this.model = model;
        this.process = process;
        this.board = board;
        this.clock = clock;
        this.limit = clock.instant().plus(SETUP_LIMIT);
        this.nextCheckUp = clock.instant();
    }

    /// How long to wait until the next look.
    Duration pause() {
        return hasFailed || !model.terms().isOurs() ? REMOTE_TICK : TICK;
    }

    /// Looks once.
    void once() throws InterruptedException {
        if (!isReady) {
            isReady = isSetUp();
            if (!isReady && model.terms().isOurs() && clock.instant().isAfter(limit)) {
                model.recycle(process, "not ready after " + SETUP_LIMIT.toMinutes() + " minutes");
            }
        } else if (!clock.instant().isBefore(nextCheckUp)) {
            nextCheckUp = clock.instant().plus(CHECK_UP);
            checkUp();
        }
        watchMemory();
    }

    private boolean isSetUp() throws InterruptedException {
        try {
            CogHealth health = process.client().health();
            boolean done = health.state() == CogHealth.State.READY || health.state() == CogHealth.State.BUSY;
            learnSchema(done);
            hasFailed = health.state() == CogHealth.State.SETUP_FAILED;
            if (done) {
                model.become(HostedModel.State.READY, process, "");
                LOG.info("{}: ready", model.name());
                nextCheckUp = clock.instant().plus(CHECK_UP);
            } else if (hasFailed) {
                model.become(
                        HostedModel.State.SETUP_FAILED,
                        process,
                        health.setupLogs().strip());
            }
            return done;
        } catch (CogUnreachableException e) {
            LOG.trace("{}: not listening yet", model.name(), e);
            return false;
        }
    }

    /// Some hosts tell their schema before they are set up, so that even a model whose setup fails has one;
    /// some have none at all, and then anything goes in.
    private void learnSchema(boolean isSetUp) throws InterruptedException {
        if (hasSchema) {
            return;
        }
        try {
            board.saw(process.client().openapi());
            hasSchema = true;
        } catch (CogUnreachableException e) {
            if (isSetUp) {
                LOG.warn("{}: it tells no schema, so inputs are not checked: {}", model.name(), e.getMessage());
                board.saw(Map.of("openapi", "3.0.2", "info", Map.of("title", "Cog", "version", "0.1.0")));
                hasSchema = true;
            }
        }
        if (hasSchema) {
            model.become(HostedModel.State.STARTING, process, ""); // wakes who waits for the schema
        }
    }

    private void checkUp() throws InterruptedException {
        String complaint = "";
        try {
            CogHealth health = process.client().health();
            complaint = switch (health.state()) {
                case READY, BUSY -> "";
                // An endpoint that was restarted by its owner sets up anew.
                case UNKNOWN, STARTING, SETUP_FAILED -> model.terms().isOurs() ? "" : "it reports " + health.state();
                case DEFUNCT, UNHEALTHY -> "it reports " + health.state() + " " + health.error();
            };
        } catch (CogUnreachableException e) {
            // A child that is busy in native code may be silent, and its death is seen elsewhere.
            complaint = model.terms().isOurs() ? "" : String.valueOf(e.getMessage());
        }
        badLooks = complaint.isEmpty() ? 0 : badLooks + 1;
        if (badLooks >= BAD_LOOKS) {
            model.recycle(process, complaint);
        }
    }

    private void watchMemory() {
        long used = process.residentMemory().orElse(0);
        long most = model.terms().memoryLimit();
        if (used > most) {
            model.recycle(process, "it holds " + (used >> 20) + " MiB, the limit is " + (most >> 20) + " MiB");
        }
    }
}
