package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a Cog model says of a prediction in a webhook or an answer. Runtimes differ in what they send, so all but the
/// status may be missing.
///
/// @param id the prediction's id, empty if the model did not say it
/// @param status where it stands
/// @param output the output so far, any JSON value
/// @param error why it failed
/// @param logs everything logged so far
/// @param metrics the metrics so far
/// @param unknown all other fields as they came, such as `started_at`
public record CogSnapshot(
        String id,
        Status status,
        @Nullable Object output,
        @Nullable String error,
        String logs,
        Map<String, @Nullable Object> metrics,
        Map<String, @Nullable Object> unknown) {
    public CogSnapshot {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /// Reads the JSON of a webhook's body; throws [IllegalArgumentException] when it is no snapshot, with a message
    /// that is safe to show to its sender.
    public static CogSnapshot read(String json) {
        try {
            return of(Codec.readObject(json));
        } catch (Codec.MalformedJson e) {
            throw new IllegalArgumentException("not a snapshot of a prediction: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    static CogSnapshot of(Map<String, @Nullable Object> json) {
        var rest = new LinkedHashMap<>(json);
        @Nullable Object id = rest.remove("id");
        @Nullable Object status = rest.remove("status");
        @Nullable Object output = rest.remove("output");
        @Nullable Object error = rest.remove("error");
        @Nullable Object logs = rest.remove("logs");
        @Nullable Object metrics = rest.remove("metrics");
        return new CogSnapshot(
                id == null ? "" : id.toString(),
                status(status),
                output,
                error == null ? null : error.toString(),
                logs == null ? "" : logs.toString(),
                metrics instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of(),
                rest);
    }

    private static Status status(@Nullable Object status) {
        try {
            return Status.of(String.valueOf(status));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a snapshot of a prediction: its status is " + InputType.shown(status), e);
        }
    }
}
