package dev.zoetrope.server;

/// How many requests a token may send in a minute; 0 is no limit.
///
/// @param creates requests that create a prediction or a training
/// @param others all others
public record RateLimits(int creates, int others) {
    /// Replicate's limit for creates.
    public static final int DEFAULT_CREATES = 600;

    /// Replicate's limit for everything else.
    public static final int DEFAULT_OTHERS = 3000;

    public RateLimits {
        if (creates < 0 || others < 0) {
            throw new IllegalArgumentException(
                    "rate limits are " + creates + " and " + others + "; they must be 0 (off) or more");
        }
    }

    /// Replicate's.
    public static RateLimits defaults() {
        return new RateLimits(DEFAULT_CREATES, DEFAULT_OTHERS);
    }

    /// No limits.
    public static RateLimits off() {
        return new RateLimits(0, 0);
    }
}
