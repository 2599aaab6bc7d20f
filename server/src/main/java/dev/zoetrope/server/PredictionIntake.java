package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.PredictionRequest;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.predictions.NewPrediction;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.Tokens.Token;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns the body of a create request into a stored prediction, or into an error that names each fault.
final class PredictionIntake {
    /// The keys a body may have. `webhook_completed` is an old client's word for a webhook that wants the end
    /// only.
    private static final Set<String> KEYS =
            Set.of("version", "input", "webhook", "webhook_events_filter", "webhook_completed", "stream");

    /// How long a request waits for a model that has to be started before its schema is known.
    private static final Duration SCHEMA_WAIT = Duration.ofSeconds(30);

    private final PredictionStore store;

    PredictionIntake(PredictionStore store) {
        this.store = store;
    }

    /// Checks and stores; the prediction is durable when this returns.
    PredictionRow accept(
            Token token, RunTarget target, Map<String, @Nullable Object> body, @Nullable Duration cancelAfter)
            throws InterruptedException {
        checkShape(body);
        PredictionRequest request = Codec.convert(body, PredictionRequest.class);
        checkWebhook(request.webhook());
        ModelSchema schema = target.schema(SCHEMA_WAIT);
        InputCheck.Checked checked = schema.check().check(request.input());
        String logs = checked.ignored().stream()
                .map(key -> "Ignored unknown input " + printable(key) + "\n")
                .collect(Collectors.joining());
        return store.create(new NewPrediction(
                token.id(),
                target.model(),
                target.shownVersion(schema),
                checked.input(),
                logs,
                "api",
                request.webhook(),
                request.webhookEventsFilter(),
                cancelAfter,
                target.placement()));
    }

    private static void checkShape(Map<String, @Nullable Object> body) {
        var faults = new ArrayList<InvalidField>();
        if (!body.containsKey("input")) {
            faults.add(new InvalidField("required", "", "input is required"));
        } else if (!(body.get("input") instanceof Map)) {
            faults.add(new InvalidField("invalid_type", "input", "input must be an object"));
        }
        for (String key : body.keySet()) {
            if (!KEYS.contains(key)) {
                faults.add(new InvalidField(
                        "additional_property_not_allowed",
                        "",
                        "Additional property " + printable(key) + " is not allowed"));
            }
        }
        if (body.get("webhook_events_filter") instanceof List<?> filter
                && !Set.of("start", "output", "logs", "completed").containsAll(filter)) {
            faults.add(new InvalidField(
                    "enum",
                    "webhook_events_filter",
                    "must hold only start, output, logs and completed, got " + filter));
        }
        if (!faults.isEmpty()) {
            String detail =
                    faults.stream().map(fault -> "- " + fault.description()).collect(Collectors.joining("\n"));
            throw new ApiException(ErrorCode.INVALID_INPUT, detail, faults);
        }
    }

    private static void checkWebhook(@Nullable String webhook) {
        if (webhook == null) {
            return;
        }
        boolean good;
        try {
            URI uri = new URI(webhook);
            good = uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (java.net.URISyntaxException e) {
            good = false;
        }
        if (!good) {
            String description = "must be an http or https URL, got " + printable(webhook);
            throw new ApiException(
                    ErrorCode.INVALID_INPUT,
                    "- webhook: " + description,
                    List.of(new InvalidField("format", "webhook", description)));
        }
    }

    /// A caller's text on one line of ours, cut to a length that a log line bears.
    private static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 100 ? line.substring(0, 100) + "..." : line;
    }
}
