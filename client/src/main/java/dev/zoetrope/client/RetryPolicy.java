package dev.zoetrope.client;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Which requests are sent again, and after what pause.
///
/// A request that changes something is sent again only when the server has surely not acted on it: it said 429, or the
/// connection never came about. Anything else could create a prediction twice. A request that only reads is also sent
/// again after a broken connection or a 5xx.
///
/// @param retries how often at most
/// @param random draws the jitter, so that many clients do not come back at the same moment
record RetryPolicy(int retries, RandomGenerator random) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /// Long enough for the rate limit of a busy account to reset, short enough to notice a dead server.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /// A server that asks for more than this is not worth waiting for; its error is given to the caller.
    private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int MILLIS_PER_SECOND = 1000;

    /// The pause before the next try after an error answer, or empty to give up.
    ///
    /// @param tries how often it was tried so far, from 1
    Optional<Duration> afterStatus(int status, boolean reads, Optional<String> retryAfter, int tries) {
        boolean again = status == TOO_MANY_REQUESTS || (reads && status >= SERVER_ERRORS);
        if (!again || tries > retries) {
            return Optional.empty();
        }
        Duration pause = retryAfter.flatMap(RetryPolicy::seconds).orElseGet(() -> backoff(tries));
        return pause.compareTo(LONGEST_ASKED) > 0 ? Optional.empty() : Optional.of(pause);
    }

    /// The pause before the next try after the connection failed, or empty to give up.
    Optional<Duration> afterFailure(Exception failure, boolean reads, int tries) {
        boolean untouched = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        return (reads || untouched) && tries <= retries ? Optional.of(backoff(tries)) : Optional.empty();
    }

    /// 0.5 s, 1 s, 2 s ... up to 30 s, each shortened by up to a quarter.
    private Duration backoff(int tries) {
        int doublings = Math.min(tries - 1, 16);
        long millis = Math.min(FIRST_PAUSE.toMillis() << doublings, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(millis - random.nextLong(millis / 4 + 1));
    }

    /// `Retry-After` in seconds; its other form, a date, is not used by such services and is ignored.
    private static Optional<Duration> seconds(String header) {
        try {
            double seconds = Double.parseDouble(header.strip());
            return seconds >= 0
                    ? Optional.of(Duration.ofMillis(Math.round(seconds * MILLIS_PER_SECOND)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
