package dev.zoetrope.server;

import dev.zoetrope.cog.CogSnapshot;
import dev.zoetrope.predictions.PredictionRow;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where model processes report to. Each attempt at a prediction has a secret of its own in its webhook URL, so
/// that a late event of an earlier attempt finds nobody; each process has one in its upload URL. Thread-safe.
final class CogInbox {
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Map<String, String> processes = new ConcurrentHashMap<>();

    /// Opens the inbox of one attempt; the runner closes it.
    Attempt open(String secret, PredictionRow row, String process) {
        var attempt = new Attempt(secret, row.id(), row.owner(), process);
        attempts.put(secret, attempt);
        return attempt;
    }

    /// The attempt that a webhook's secret names.
    Optional<Attempt> attempt(String secret) {
        return Optional.ofNullable(attempts.get(secret));
    }

    /// The only attempt that runs in the process with this upload secret; empty when none or several do.
    Optional<Attempt> onlyOf(String process) {
        var running = attempts.values().stream()
                .filter(attempt -> attempt.process.equals(process))
                .limit(2)
                .toList();
        return running.size() == 1 ? Optional.of(running.getFirst()) : Optional.empty();
    }

    /// The running attempt at a prediction.
    Optional<Attempt> running(String predictionId) {
        return attempts.values().stream()
                .filter(attempt -> attempt.predictionId.equals(predictionId))
                .findFirst();
    }

    /// Lets the process of a model upload files with this secret.
    void admit(String secret, String model) {
        processes.put(secret, model);
    }

    /// Forgets the secret of a process that is gone for good.
    void dismiss(String secret) {
        processes.remove(secret);
    }

    /// True when a process may upload with this secret.
    boolean admits(String secret) {
        return processes.containsKey(secret);
    }

    /// What can arrive for a runner.
    sealed interface Mail {
        /// A snapshot from the model.
        record Snapshot(CogSnapshot snapshot) implements Mail {}

        /// The prediction was changed elsewhere: cancelled, or ended.
        record Changed() implements Mail {}
    }

    /// The inbox of one attempt. A snapshot tells all that the ones before it did, so only the newest is kept:
    /// a model that reports faster than the runner writes fills no queue.
    final class Attempt implements AutoCloseable {
        private final String secret;
        private final String predictionId;
        private final String owner;
        private final String process;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition arrived = lock.newCondition();
        private Mail.@Nullable Snapshot snapshot;
        private Mail.@Nullable Changed change;

        private Attempt(String secret, String predictionId, String owner, String process) {
            this.secret = secret;
            this.predictionId = predictionId;
            this.owner = owner;
            this.process = process;
        }

        String secret() {
            return secret;
        }

        String predictionId() {
            return predictionId;
        }

        String owner() {
            return owner;
        }

        void put(Mail item) {
            lock.lock();
            try {
                switch (item) {
                    case Mail.Snapshot news -> {
                        if (!isEnd(snapshot)) {
                            snapshot = news;
                        }
                    }
                    case Mail.Changed news -> change = news;
                }
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// The next thing to deal with, null when there is none after so long. The end comes first, then
        /// changes from elsewhere, which endless news must not hold up.
        @Nullable
        Mail poll(long millis) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = TimeUnit.MILLISECONDS.toNanos(millis);
                while (snapshot == null && change == null) {
                    if (left <= 0) {
                        return null;
                    }
                    left = arrived.awaitNanos(left);
                }
                if (change != null && !isEnd(snapshot)) {
                    Mail taken = change;
                    change = null;
                    return taken;
                }
                Mail taken = snapshot;
                snapshot = null;
                return taken;
            } finally {
                lock.unlock();
            }
        }

        private static boolean isEnd(Mail.@Nullable Snapshot news) {
            return news != null && news.snapshot().status().isTerminal();
        }

        @Override
        public void close() {
            attempts.remove(secret);
        }
    }
}
