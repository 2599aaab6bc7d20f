package dev.zoetrope.server;

import java.util.concurrent.ConcurrentHashMap;

/// How many webhooks are under way to each receiver, so that one that is slow or dead occupies a few threads of
/// its own and nobody else's. Holds nothing for receivers to which nothing is under way. Thread-safe.
final class WebhookLanes {
    private final ConcurrentHashMap<String, Integer> busy = new ConcurrentHashMap<>();
    private final int width;

    /// @param width at most so many at a time to one receiver
    WebhookLanes(int width) {
        this.width = width;
    }

    /// How many more may be sent to a receiver now.
    int free(String origin) {
        return width - busy.getOrDefault(origin, 0);
    }

    /// Takes a place; false when there is none.
    boolean enter(String origin) {
        boolean[] entered = new boolean[1];
        busy.compute(origin, (_, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < width;
            return entered[0] ? (Integer) (now + 1) : count;
        });
        return entered[0];
    }

    /// Gives a place back.
    void leave(String origin) {
        busy.computeIfPresent(origin, (_, count) -> count == 1 ? null : count - 1);
    }

    /// True when nothing is under way.
    boolean isEmpty() {
        return busy.isEmpty();
    }
}
