package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the body of a request that creates a prediction.
final class OrderReader {
    /// Ids go into headers, thread names and logs.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    private OrderReader() {}

    /// A body that is no order.
    static final class Refusal extends Exception {
        private final int status;
        private final transient List<Violation> violations;

        Refusal(int status, Violation violation) {
            super(violation.msg());
            this.status = status;
            this.violations = List.of(violation);
        }

        int status() {
            return status;
        }

        List<Violation> violations() {
            return violations;
        }
    }

    /// Reads a body; an empty one is `{}`.
    ///
    /// @param pathId the id that the path names, null if it names none
    static ModelDesk.Order read(byte[] body, @Nullable String pathId) throws Refusal {
        Map<String, @Nullable Object> json;
        try {
            json = body.length == 0 ? Map.of() : Codec.readObject(new ByteArrayInputStream(body));
        } catch (Codec.MalformedJson e) {
            throw new Refusal(400, new Violation(List.of("body"), "" + e.getMessage(), "value_error.jsondecode"));
        }
        return new ModelDesk.Order(id(json.get("id"), pathId), input(json.get("input")), webhook(json));
    }

    private static String id(@Nullable Object id, @Nullable String pathId) throws Refusal {
        if (id != null && !(id instanceof String)) {
            throw invalid("id", "id must be a string, but is " + InputType.shown(id));
        }
        if (id != null && pathId != null && !id.equals(pathId)) {
            throw invalid("id", "id is " + InputType.shown(id) + ", but the path says \"" + pathId + "\"");
        }
        String chosen = id instanceof String text
                ? text
                : pathId != null ? pathId : UUID.randomUUID().toString().replace("-", "");
        if (!ID.matcher(chosen).matches()) {
            throw invalid("id", "id is " + InputType.shown(chosen) + "; use up to 128 letters, digits and . _ ~ -");
        }
        return chosen;
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, @Nullable Object> input(@Nullable Object input) throws Refusal {
        if (input == null) {
            return Map.of();
        } else if (input instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw invalid("input", "input must be an object, but is " + InputType.shown(input));
    }

    private static WebhookSender.@Nullable Target webhook(Map<String, @Nullable Object> json) throws Refusal {
        @Nullable Object webhook = json.get("webhook");
        if (webhook == null) {
            return null;
        }
        try {
            var url = URI.create(String.valueOf(webhook));
            if (CogHostOptions.isHttp(url)) {
                return new WebhookSender.Target(url, events(json.get("webhook_events_filter")));
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the value.
        }
        throw invalid("webhook", "webhook must be an http or https URL, but is " + InputType.shown(webhook));
    }

    private static Set<WebhookEvent> events(@Nullable Object filter) throws Refusal {
        if (filter == null) {
            return EnumSet.allOf(WebhookEvent.class);
        }
        var events = new ArrayList<WebhookEvent>();
        try {
            for (Object event : filter instanceof List<?> list ? list : List.of(filter)) {
                events.add(WebhookEvent.of(String.valueOf(event)));
            }
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "webhook_events_filter",
                    "webhook_events_filter must list start, output, logs or completed, but is "
                            + InputType.shown(filter));
        }
        return Set.copyOf(events);
    }

    private static Refusal invalid(String field, String message) {
        return new Refusal(422, Violation.ofBody(field, message));
    }
}
