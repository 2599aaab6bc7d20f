package dev.zoetrope.server;

import dev.zoetrope.predictions.PredictionStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be done again and again: leases that ran out, deadlines, what is kept no longer. Ends when it is closed.
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// Deadlines are given in seconds.
    private static final Duration REAP = Duration.ofSeconds(1);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(PredictionStore store, Expiry expiry) {
        every(
                REAP,
                () -> store.reap()
                        .forEach(row -> LOG.info(
                                "prediction {} is {}",
                                row.id(),
                                row.prediction().status().wire())));
        every(expiry.period(), expiry::run);
    }

    private interface Chore {
        void run() throws IOException;
    }

    private void every(Duration period, Chore chore) {
        var _ = timer.scheduleWithFixedDelay(() -> run(chore), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Chore chore) {
        try {
            chore.run();
        } catch (IOException | RuntimeException e) {
            // The next round tries again; a chore that throws would never be run any more.
            LOG.error("housekeeping", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
