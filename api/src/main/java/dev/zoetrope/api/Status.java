package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a prediction stands in its life. The wire names are the lower-case names, `canceled` with one l.
///
/// `starting -> processing -> succeeded | failed | canceled` and `starting -> canceled | aborted`; nothing leaves a
/// terminal state. Cog's protocol uses the same words except `aborted`.
public enum Status {
    /// Accepted and waiting for a runner, or for the model to begin.
    STARTING,
    /// The model is working on it.
    PROCESSING,
    /// Ended with its whole output.
    SUCCEEDED,
    /// Ended with an error.
    FAILED,
    /// Ended on request, or at its deadline while it was running.
    CANCELED,
    /// Its deadline passed before it began.
    ABORTED;

    /// True when the prediction has ended for good.
    public boolean isTerminal() {
        return switch (this) {
            case STARTING, PROCESSING -> false;
            case SUCCEEDED, FAILED, CANCELED, ABORTED -> true;
        };
    }

    /// The name on the wire, lower case.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a wire name; throws [IllegalArgumentException] on an unknown one.
    @JsonCreator
    public static Status of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
