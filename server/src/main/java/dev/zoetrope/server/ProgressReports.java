package dev.zoetrope.server;

import dev.zoetrope.predictions.Claim;
import dev.zoetrope.predictions.Event;
import dev.zoetrope.predictions.PredictionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one attempt has to say while it runs: at once to those who stream it, and to the store so rarely that a
/// model that gives out hundreds of words a second does not cost hundreds of flushes to disk. Used by the
/// attempt's runner alone; closed when the attempt is over and its end is stored.
final class ProgressReports implements AutoCloseable {
    /// Nobody who polls looks more often than this (clients ask every 500 ms or slower).
    static final Duration STORE_INTERVAL = Duration.ofMillis(250);

    private final PredictionStore store;
    private final LiveOutputs live;
    private final Claim claim;
    private final int attempt;
    private Instant due = Instant.MIN;
    private Event.@Nullable Reported waiting;

    ProgressReports(PredictionStore store, LiveOutputs live, Claim claim) {
        this.store = store;
        this.live = live;
        this.claim = claim;
        this.attempt = claim.row().attempts();
    }

    /// Takes news: the whole log, output and metrics so far.
    void take(String logs, @Nullable Object output, Map<String, @Nullable Object> metrics, Instant now) {
        live.publish(claim.id(), new LiveOutputs.Report(attempt, output, logs));
        waiting = new Event.Reported(logs, output, metrics);
        storeIfDue(now);
    }

    /// How long the runner may wait for other things until [#storeIfDue] has something to do, at most so many
    /// milliseconds.
    long millisUntilDue(Instant now, long atMost) {
        return waiting == null ? atMost : Math.clamp(Duration.between(now, due).toMillis() + 1, 0, atMost);
    }

    /// Stores what waits, if its time has come.
    void storeIfDue(Instant now) {
        if (waiting != null && !now.isBefore(due)) {
            store();
            due = now.plus(STORE_INTERVAL);
        }
    }

    /// Stores what waits now, before an end that tells of no output.
    void store() {
        if (waiting != null) {
            store.apply(claim, waiting);
            waiting = null;
        }
    }

    @Override
    public void close() {
        live.forget(claim.id());
    }
}
