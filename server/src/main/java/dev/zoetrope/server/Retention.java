package dev.zoetrope.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long inputs, outputs and logs are kept, and how much room files may take.
///
/// @param keep how long after its end a prediction keeps its data, null for ever
/// @param diskBudget how many bytes all files may take before the oldest outputs go, null for no limit
public record Retention(@Nullable Duration keep, @Nullable Long diskBudget) {
    /// Long enough to come back to last month's work.
    public static final Duration DEFAULT_KEEP = Duration.ofDays(30);

    /// What replicate.com does to predictions that came through its API.
    public static final Duration REPLICATE = Duration.ofHours(1);

    public Retention {
        if (keep != null && (keep.isNegative() || keep.isZero())) {
            throw new IllegalArgumentException("data is to be kept for " + keep + "; it must be longer than nothing");
        }
        if (diskBudget != null && diskBudget < 1) {
            throw new IllegalArgumentException("the disk budget is " + diskBudget + " bytes; it must be at least 1");
        }
    }

    /// [#DEFAULT_KEEP], no limit of room.
    public static Retention defaults() {
        return new Retention(DEFAULT_KEEP, null);
    }
}
