package dev.zoetrope.cog;

import java.time.Duration;
import java.util.Set;

/// What a [Fetcher] accepts of one file.
///
/// @param maxBytes the most bytes the file may have
/// @param connectTimeout for each connection
/// @param timeout for everything together: look-up, redirects, all bytes
/// @param kinds what it may be; empty for anything
public record FetchLimits(long maxBytes, Duration connectTimeout, Duration timeout, Set<MediaKind> kinds) {
    /// A host that does not take a connection by then is down.
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /// A large video over a slow link.
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

    public FetchLimits {
        kinds = Set.copyOf(kinds);
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + "; it must be at least 1");
        }
    }

    /// Limits with the default times.
    public static FetchLimits of(long maxBytes, MediaKind... kinds) {
        return new FetchLimits(maxBytes, DEFAULT_CONNECT_TIMEOUT, DEFAULT_TIMEOUT, Set.of(kinds));
    }

    /// The same with another overall time.
    public FetchLimits withTimeout(Duration overall) {
        return new FetchLimits(maxBytes, connectTimeout, overall, kinds);
    }
}
