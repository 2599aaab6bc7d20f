package dev.zoetrope.cog;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a model's setup is.
///
/// @param stage where it stands
/// @param startedAt when it began
/// @param completedAt when it ended, null before
/// @param logs what went wrong, empty if nothing did
record Setup(Stage stage, Instant startedAt, @Nullable Instant completedAt, String logs) {
    enum Stage {
        STARTING("starting"),
        SUCCEEDED("succeeded"),
        FAILED("failed");

        private final String wire;

        Stage(String wire) {
            this.wire = wire;
        }
    }

    static Setup begun() {
        return new Setup(Stage.STARTING, Instant.now(), null, "");
    }

    Setup succeeded() {
        return new Setup(Stage.SUCCEEDED, startedAt, Instant.now(), logs);
    }

    Setup failed(String why) {
        return new Setup(Stage.FAILED, startedAt, Instant.now(), why);
    }

    Map<String, Object> toWire() {
        return OpenApiDocument.ordered(
                "started_at", startedAt, "completed_at", completedAt, "status", stage.wire, "logs", logs);
    }
}
