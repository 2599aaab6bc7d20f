package dev.zoetrope.cog;

import dev.zoetrope.api.WebhookEvent;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [CogClient#create] asks a model to do.
///
/// @param id lower-case letters and digits only: some runtimes make a path of it unchecked
/// @param input the model's input
/// @param webhook who is told, or null
/// @param events which events are told; empty for all
public record CogRequest(
        String id,
        Map<String, @Nullable Object> input,
        @Nullable URI webhook,
        Set<WebhookEvent> events) {
    public CogRequest {
        Objects.requireNonNull(id, "id is null");
        if (!id.matches("[a-z0-9]{1,128}")) {
            throw new IllegalArgumentException("id is " + InputType.shown(id) + "; use up to 128 of a-z and 0-9");
        }
        input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        events = Set.copyOf(events);
    }

    Map<String, Object> toWire() {
        return OpenApiDocument.ordered(
                "id",
                id,
                "input",
                input,
                "webhook",
                webhook == null ? null : webhook.toString(),
                "webhook_events_filter",
                events.isEmpty()
                        ? null
                        : events.stream().map(WebhookEvent::wire).sorted().toList());
    }
}
