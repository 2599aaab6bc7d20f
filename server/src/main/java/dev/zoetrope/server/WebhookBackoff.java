package dev.zoetrope.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a webhook that did not arrive is sent again: after 1, 2, 4, ... seconds, in the end every half hour,
/// each pause up to a quarter longer or shorter, so that a receiver that comes back is not met by all senders
/// at the same moment.
///
/// @param retryFor how long after it was asked for the last attempt may be
/// @param random the source of the differences; thread-safe
record WebhookBackoff(Duration retryFor, RandomGenerator random) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /// 2^11 seconds are beyond the longest pause.
    private static final int MOST_DOUBLINGS = 11;

    private static final double SPREAD = 0.25;

    /// The time of the next attempt, or empty when it is to be given up.
    ///
    /// @param attempts how many there were
    /// @param asked when it was asked for
    Optional<Instant> next(int attempts, Instant asked, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        double factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
        Instant next = now.plusMillis(Math.round(bounded.toMillis() * factor));
        return next.isAfter(asked.plus(retryFor)) ? Optional.empty() : Optional.of(next);
    }
}
