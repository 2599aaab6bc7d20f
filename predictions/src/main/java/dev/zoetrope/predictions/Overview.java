package dev.zoetrope.predictions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Predictions as people leaf through them: short, without logs and without what a large input holds. Thread-safe;
/// methods block.
public interface Overview {
    /// Which ones to show.
    ///
    /// @param status only those of this status in its wire form, null for all
    /// @param model only those of this model, null for all
    /// @param words only those whose id or prompt holds these words, null for all
    /// @param before only those that sort after this id, null to start at the newest
    /// @param limit at most so many
    record Filter(
            @Nullable String status,
            @Nullable String model,
            @Nullable String words,
            @Nullable String before,
            int limit) {}

    /// One of them.
    ///
    /// @param row the prediction without its input and logs
    /// @param prompt the beginning of the input's prompt, null when it has none
    record Line(PredictionRow row, @Nullable String prompt) {}

    /// Newest first.
    List<Line> list(Filter filter);

    /// What waits or runs, oldest first, at most so many.
    List<Line> unfinished(int limit);

    /// How many seconds the last runs of a model took that succeeded, at most so many of them.
    List<Double> lastSeconds(String model, int limit);
}
