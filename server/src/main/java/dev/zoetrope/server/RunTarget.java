package dev.zoetrope.server;

import dev.zoetrope.predictions.Placement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a request for a prediction means by its version, model or deployment: who runs it, and what its record
/// shows.
///
/// @param model `owner/name`
/// @param isOfficial true when the record hides the version
/// @param pool who runs it
/// @param deployment `owner/name` of the deployment it goes through, or null
record RunTarget(
        String model,
        boolean isOfficial,
        Pool pool,
        @Nullable String deployment) {
    /// What an official model's predictions show as their version.
    static final String HIDDEN = "hidden";

    /// The schema of the inputs, starting a process where it is not known yet.
    ModelSchema schema(Duration atMost) throws InterruptedException {
        return pool.schema(atMost);
    }

    /// What the record shows as its version.
    String shownVersion(ModelSchema schema) {
        return isOfficial ? HIDDEN : schema.id();
    }

    /// What the request named, for telling two requests apart.
    String subject() {
        return deployment == null ? model : Pools.DEPLOYMENTS + deployment;
    }

    /// Where a prediction is run.
    Placement placement() {
        return new Placement(pool.key(), deployment, null);
    }

    /// Where a training is run that makes a version of this destination.
    Placement training(String destination) {
        return new Placement(pool.key(), null, destination);
    }
}
