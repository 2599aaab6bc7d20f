package dev.zoetrope.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts requests per token against [RateLimits], by a bucket each that holds the requests of a minute and is
/// refilled evenly: short bursts pass, and whoever was idle has a whole minute's worth. Forgotten at a restart.
/// Thread-safe.
final class RateLimiter {
    private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    /// Beyond so many buckets, those that are full again are let go: they say nothing.
    private static final int MANY = 10_000;

    private final RateLimits limits;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimiter(RateLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// What a request was told.
    ///
    /// @param allowed whether it may go on
    /// @param remaining how many more may follow at once
    /// @param reset seconds until the bucket is full again
    /// @param retryAfter seconds until the next request may go on
    record Verdict(boolean allowed, int remaining, int reset, int retryAfter) {}

    /// Counts one request; empty when there is no limit for its kind.
    Optional<Verdict> take(String token, boolean create) {
        int perMinute = create ? limits.creates() : limits.others();
        if (perMinute == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        synchronized (buckets) {
            if (buckets.size() >= MANY) {
                buckets.values().removeIf(bucket -> bucket.at(now) >= bucket.perMinute);
            }
            var bucket = buckets.computeIfAbsent((create ? "c" : "o") + token, _ -> new Bucket(perMinute, now));
            return Optional.of(bucket.take(now));
        }
    }

    /// How many buckets are held.
    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private static final class Bucket {
        private final int perMinute;
        private double level;
        private Instant filled;

        Bucket(int perMinute, Instant now) {
            this.perMinute = perMinute;
            this.level = perMinute;
            this.filled = now;
        }

        double at(Instant now) {
            // A clock that was set back refills nothing.
            double passed = Math.max(0, Duration.between(filled, now).toNanos());
            return Math.min(perMinute, level + perMinute * passed / NANOS_PER_MINUTE);
        }

        Verdict take(Instant now) {
            level = at(now);
            filled = now;
            boolean allowed = level >= 1;
            if (allowed) {
                level -= 1;
            }
            return new Verdict(allowed, (int) level, seconds(perMinute - level), seconds(1 - level));
        }

        private int seconds(double missing) {
            return Math.max(1, (int) Math.ceil(missing * 60 / perMinute));
        }
    }
}
