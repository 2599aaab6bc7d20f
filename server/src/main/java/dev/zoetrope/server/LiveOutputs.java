package dev.zoetrope.server;

import dev.zoetrope.predictions.PredictionRow;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What running predictions have given out so far, ahead of the store: whoever streams sees each piece at once,
/// while the store is written only now and then. Holds the newest report of each running prediction, and
/// nothing else, so a slow reader costs no memory. Thread-safe.
///
/// On a server that does not run the prediction itself there is nothing here, and readers follow the store.
final class LiveOutputs {
    private final Map<String, Report> reports = new ConcurrentHashMap<>();
    private final Map<String, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    /// The newest report of a run.
    ///
    /// @param attempt which try it is, from 1
    /// @param output as it is stored
    /// @param logs the whole log, the server's own lines included
    record Report(int attempt, @Nullable Object output, String logs) {
        /// What the store knows.
        static Report of(PredictionRow row) {
            return new Report(
                    row.attempts(), row.prediction().output(), row.prediction().logs());
        }
    }

    /// Passes a report on. Listeners only take a note, so this returns at once.
    void publish(String id, Report report) {
        reports.put(id, report);
        listeners.getOrDefault(id, Set.of()).forEach(Runnable::run);
    }

    /// Forgets a run that is over; what it gave out is in the store by then.
    void forget(String id) {
        reports.remove(id);
    }

    /// The newest report, null when it does not run here.
    @Nullable
    Report newest(String id) {
        return reports.get(id);
    }

    /// Tells a listener of each new report until it leaves. It must be quick, and look itself for the newest
    /// report.
    void join(String id, Runnable listener) {
        listeners.compute(id, (_, joined) -> {
            Set<Runnable> all = joined == null ? ConcurrentHashMap.newKeySet() : joined;
            all.add(listener);
            return all;
        });
    }

    /// Ends [#join].
    void leave(String id, Runnable listener) {
        listeners.computeIfPresent(id, (_, joined) -> {
            joined.remove(listener);
            return joined.isEmpty() ? null : joined;
        });
    }
}
