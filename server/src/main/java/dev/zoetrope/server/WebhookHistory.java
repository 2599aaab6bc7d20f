package dev.zoetrope.server;

import dev.zoetrope.predictions.WebhookOutbox.Delivery;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last webhooks that told of a start, of output or of log lines, for people who look for one that they
/// miss. They are sent once and stand in no database. Thread-safe.
final class WebhookHistory {
    /// A few runs with many outputs.
    private static final int KEPT = 1000;

    private final ArrayDeque<Delivery> latest = new ArrayDeque<>();

    synchronized void add(Delivery delivery) {
        if (latest.size() == KEPT) {
            latest.removeLast();
        }
        latest.addFirst(delivery);
    }

    /// Newest first; those of one prediction, or all for null.
    synchronized List<Delivery> list(@Nullable String prediction) {
        return latest.stream()
                .filter(delivery -> prediction == null || delivery.prediction().equals(prediction))
                .toList();
    }
}
