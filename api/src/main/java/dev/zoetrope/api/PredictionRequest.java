package dev.zoetrope.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a request that creates a prediction.
///
/// @param version a 64-hex id, `owner/name:id` or, for official models, `owner/name`; absent where the path names the
/// model
/// @param input the model's input
/// @param webhook an http or https URL to be told of events
/// @param webhookEventsFilter which events, absent for the default (output and completed)
/// @param stream accepted for old clients; streaming needs no asking
public record PredictionRequest(
        @Nullable String version,
        Map<String, @Nullable Object> input,
        @Nullable String webhook,
        @Nullable List<WebhookEvent> webhookEventsFilter,
        @Nullable Boolean stream) {
    public PredictionRequest {
        input = Prediction.kept(input);
        webhookEventsFilter = webhookEventsFilter == null ? null : List.copyOf(webhookEventsFilter);
    }

    /// A request that only has an input.
    public static PredictionRequest of(Map<String, @Nullable Object> input) {
        return new PredictionRequest(null, input, null, null, null);
    }
}
