package dev.zoetrope.server;

import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import java.time.Duration;
import java.util.Optional;

/// Puts mail into an attempt's box when others cancel or end its prediction, once. Works on a virtual thread of its
/// own until that happens or [#close].
final class RowWatch implements AutoCloseable {
    /// A watch returns without news now and then, and is asked again.
    private static final Duration LOOK = Duration.ofSeconds(60);

    private final PredictionStore store;
    private final String id;
    private final CogInbox.Attempt mailbox;
    private final Thread thread;

    RowWatch(PredictionStore store, String id, CogInbox.Attempt mailbox) {
        this.store = store;
        this.id = id;
        this.mailbox = mailbox;
        this.thread = Thread.ofVirtual().name("watch on " + id).start(this::watch);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /// Our own end of the prediction is seen here as well and does no harm.
    private void watch() {
        try (var watch = store.watch(id)) {
            Optional<PredictionRow> row = watch.current();
            while (row.isEmpty() || !isNews(row.get())) {
                row = watch.next(LOOK);
            }
            mailbox.put(new CogInbox.Mail.Changed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the attempt is over
        }
    }

    private static boolean isNews(PredictionRow row) {
        return row.cancelRequested() || row.prediction().status().isTerminal();
    }
}
