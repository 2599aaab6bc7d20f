package dev.zoetrope.predictions;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Hands the newest state of each watched prediction from the writer to whoever watches it. Holds one row for each
/// prediction that is being watched, and nothing for the others. Thread-safe.
final class Feed {
    private final ConcurrentHashMap<String, Topic> topics = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// Joins the watchers of a prediction; the caller leaves again.
    Topic join(String id) {
        return topics.compute(id, (_, topic) -> {
            var joined = topic == null ? new Topic() : topic;
            joined.watchers++;
            return joined;
        });
    }

    /// Leaves the watchers.
    void leave(String id) {
        topics.computeIfPresent(id, (_, topic) -> --topic.watchers == 0 ? null : topic);
    }

    /// Tells the watchers of a committed state.
    void publish(PredictionRow row) {
        Topic topic = topics.get(row.id());
        if (topic != null) {
            topic.publish(row);
        }
    }

    /// Wakes all that wait, for good.
    void close() {
        closed = true;
        topics.values().forEach(Topic::wake);
    }

    /// How many predictions are being watched.
    int size() {
        return topics.size();
    }

    /// The watchers of one prediction.
    final class Topic {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private @Nullable PredictionRow latest;
        // Guarded by the map's entry.
        private int watchers;

        /// Waits for a state with a greater revision than this; null on time-out.
        @Nullable
        PredictionRow after(long revision, long nanos) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = nanos;
                while (latest == null || latest.revision() <= revision) {
                    if (closed) {
                        throw new IllegalStateException("The database is closed.");
                    }
                    if (left <= 0) {
                        return null;
                    }
                    left = changed.awaitNanos(left);
                }
                return latest;
            } finally {
                lock.unlock();
            }
        }

        private void publish(PredictionRow row) {
            lock.lock();
            try {
                if (latest == null || latest.revision() < row.revision()) {
                    latest = row;
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }

        private void wake() {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
