package dev.zoetrope.predictions;

import dev.zoetrope.api.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A prediction as it is accepted.
///
/// @param owner id of the token that sent it
/// @param model `owner/name`
/// @param version what the record shows as its version
/// @param input as sent, unknown keys dropped
/// @param logs lines that the server has to say before the model starts; empty or ending in a line end
/// @param source `api` or `web`
/// @param webhook who is told, or null
/// @param webhookEventsFilter of which events, or null for the default
/// @param cancelAfter how long it may take at most, or null for no deadline
/// @param placement where it is run
public record NewPrediction(
        String owner,
        String model,
        String version,
        Map<String, @Nullable Object> input,
        String logs,
        String source,
        @Nullable String webhook,
        @Nullable List<WebhookEvent> webhookEventsFilter,
        @Nullable Duration cancelAfter,
        Placement placement) {
    /// A prediction that is run where its model is run.
    public NewPrediction(
            String owner,
            String model,
            String version,
            Map<String, @Nullable Object> input,
            String logs,
            String source,
            @Nullable String webhook,
            @Nullable List<WebhookEvent> webhookEventsFilter,
            @Nullable Duration cancelAfter) {
        this(
                owner,
                model,
                version,
                input,
                logs,
                source,
                webhook,
                webhookEventsFilter,
                cancelAfter,
                Placement.of(model));
    }
}
