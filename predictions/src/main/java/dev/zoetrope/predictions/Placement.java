package dev.zoetrope.predictions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a prediction is run, and as what.
///
/// @param pool the processes that run it: a model's `owner/name`, or the name of an older version's or of a
/// deployment's own
/// @param deployment `owner/name` of the deployment it came through, or null
/// @param destination for a training, the `owner/name` that gets the new version; null for a prediction
public record Placement(
        String pool, @Nullable String deployment, @Nullable String destination) {
    public Placement {
        Objects.requireNonNull(pool, "pool is null");
    }

    /// The usual place: the processes of a model.
    public static Placement of(String model) {
        return new Placement(model, null, null);
    }

    /// True for a training.
    public boolean isTraining() {
        return destination != null;
    }
}
