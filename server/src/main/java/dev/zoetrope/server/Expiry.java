package dev.zoetrope.server;

import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.WebhookOutbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes away what was kept long enough, or takes too much room: data of ended predictions, files, idempotency keys,
/// old
/// deliveries. Works in small batches, each a short transaction, so that nobody waits for it.
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    /// A transaction of some milliseconds.
    private static final int BATCH = 100;

    /// For the disk budget: after so many it is measured again, so that not much more goes than has to.
    private static final int BUDGET_BATCH = 10;

    /// A client that tries again does so within minutes; a day is what is promised, and clocks differ.
    private static final Duration KEYS_KEPT = Duration.ofDays(2);

    /// Somebody may ask what became of last month's webhooks.
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    private static final Duration LONGEST_PERIOD = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(1);

    private final Retention retention;
    private final PredictionStore store;
    private final FileRecords records;
    private final FileIntake files;
    private final WebhookOutbox outbox;
    private final InstantSource clock;
    private boolean overBudget;

    /// What is looked through.
    record Stores(PredictionStore predictions, FileRecords records, FileIntake files, WebhookOutbox outbox) {}

    Expiry(Retention retention, Stores stores, InstantSource clock) {
        this.retention = retention;
        this.store = stores.predictions();
        this.records = stores.records();
        this.files = stores.files();
        this.outbox = stores.outbox();
        this.clock = clock;
    }

    /// How often to run: data is gone at most a quarter later than it should.
    Duration period() {
        if (retention.keep() == null) {
            return LONGEST_PERIOD;
        }
        Duration quarter = retention.keep().dividedBy(4);
        if (quarter.compareTo(SHORTEST_PERIOD) < 0) {
            return SHORTEST_PERIOD;
        }
        return quarter.compareTo(LONGEST_PERIOD) > 0 ? LONGEST_PERIOD : quarter;
    }

    /// Goes through everything once.
    void run() throws IOException {
        Instant now = clock.instant();
        if (retention.keep() != null) {
            Instant before = now.minus(retention.keep());
            all("data of predictions removed", () -> store.removeData(before, BATCH));
        }
        all("idempotency keys forgotten", () -> store.forgetKeys(now.minus(KEYS_KEPT), BATCH));
        all("webhook deliveries forgotten", () -> outbox.prune(now.minus(DELIVERIES_KEPT), BATCH));
        files.sweep();
        if (retention.diskBudget() != null) {
            keepBudget(retention.diskBudget());
        }
    }

    private void keepBudget(long budget) throws IOException {
        long stored = records.storedBytes();
        while (stored > budget) {
            int removed = store.removeOldestOutputs(BUDGET_BATCH);
            files.sweep();
            stored = records.storedBytes();
            if (removed > 0) {
                LOG.info("{} old outputs made room; files take {} bytes, the budget is {}", removed, stored, budget);
            } else {
                if (!overBudget) {
                    LOG.warn(
                            "files take {} bytes, the budget is {}, and only uploads and running predictions are left",
                            stored,
                            budget);
                }
                overBudget = true;
                return;
            }
        }
        overBudget = false;
    }

    private static void all(String what, IntSupplier batch) {
        int total = 0;
        int last;
        do {
            last = batch.getAsInt();
            total += last;
        } while (last == BATCH);
        if (total > 0) {
            LOG.info("{}: {}", what, total);
        }
    }
}
