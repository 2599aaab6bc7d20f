package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The moments of a prediction that a webhook can be told about; the same four in Replicate's API and in Cog's.
public enum WebhookEvent {
    /// The model began.
    START,
    /// There is new output.
    OUTPUT,
    /// There are new log lines.
    LOGS,
    /// The prediction reached a terminal state.
    COMPLETED;

    private static final Set<WebhookEvent> DEFAULT = Set.of(OUTPUT, COMPLETED);

    /// The events that a filter lets through; an absent filter wants output and the end.
    public static Set<WebhookEvent> wanted(@Nullable List<WebhookEvent> filter) {
        return filter == null ? DEFAULT : Set.copyOf(filter);
    }

    /// The name on the wire, lower case.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a wire name; throws [IllegalArgumentException] on an unknown one.
    @JsonCreator
    public static WebhookEvent of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
