package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.PredictionRequest;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.predictions.Creation;
import dev.zoetrope.predictions.NewPrediction;
import dev.zoetrope.predictions.Placement;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.Tokens.Token;
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

    private static final Set<String> EVENTS = Set.of("start", "output", "logs", "completed");

    private static final Set<String> TRAINING_KEYS =
            Set.of("destination", "version", "input", "webhook", "webhook_events_filter", "webhook_completed");

    /// How long a request waits for a model that has to be started before its schema is known.
    private static final Duration SCHEMA_WAIT = Duration.ofSeconds(30);

    private final PredictionStore store;
    private final WebhookTarget hooks;

    PredictionIntake(PredictionStore store, WebhookTarget hooks) {
        this.store = store;
        this.hooks = hooks;
    }

    /// Checks and stores; the prediction is durable when this returns.
    Creation accept(
            Token token,
            RunTarget target,
            Map<String, @Nullable Object> body,
            @Nullable Duration cancelAfter,
            Creation.Terms terms)
            throws InterruptedException {
        checkShape(body, KEYS);
        ModelSchema schema = target.schema(SCHEMA_WAIT);
        var run = new Run(target, schema, schema.check(), target.placement());
        return create(token, run, body, cancelAfter, terms);
    }

    /// The same for a training that makes a version of this destination.
    Creation acceptTraining(
            Token token, RunTarget target, String destination, Map<String, @Nullable Object> body, Creation.Terms terms)
            throws InterruptedException {
        checkShape(body, TRAINING_KEYS);
        ModelSchema schema = target.schema(SCHEMA_WAIT);
        if (schema.training() == null) {
            throw new ApiException(
                    ErrorCode.INVALID_INPUT,
                    "The version " + schema.id() + " of " + target.model() + " cannot be trained.");
        }
        var run = new Run(target, schema, schema.training(), target.training(destination));
        return create(token, run, body, null, terms);
    }

    /// What is asked for, and by which check.
    private record Run(RunTarget target, ModelSchema schema, InputCheck check, Placement placement) {
        /// A training names its version even where predictions hide it.
        String version() {
            return placement.isTraining() ? schema.id() : target.shownVersion(schema);
        }
    }

    private Creation create(
            Token token,
            Run run,
            Map<String, @Nullable Object> body,
            @Nullable Duration cancelAfter,
            Creation.Terms terms) {
        PredictionRequest request = Codec.convert(body, PredictionRequest.class);
        Hook hook = Hook.of(request, body);
        if (hook.url() != null) {
            hooks.check(hook.url());
        }
        InputCheck.Checked checked = run.check().check(request.input());
        String logs = checked.ignored().stream()
                .map(key -> "Ignored unknown input " + printable(key) + "\n")
                .collect(Collectors.joining());
        var asked = new NewPrediction(
                token.id(),
                run.target().model(),
                run.version(),
                checked.input(),
                logs,
                "api",
                hook.url(),
                hook.filter(),
                cancelAfter,
                run.placement());
        return store.create(asked, terms);
    }

    /// Who is told of what. The old `webhook_completed` is a webhook for the end alone; the new one stands
    /// above it.
    private record Hook(@Nullable String url, @Nullable List<WebhookEvent> filter) {
        static Hook of(PredictionRequest request, Map<String, @Nullable Object> body) {
            boolean old = request.webhook() == null && body.get("webhook_completed") instanceof String;
            return old
                    ? new Hook((String) body.get("webhook_completed"), List.of(WebhookEvent.COMPLETED))
                    : new Hook(request.webhook(), request.webhookEventsFilter());
        }
    }

    private static void checkShape(Map<String, @Nullable Object> body, Set<String> keys) {
        var faults = new ArrayList<InvalidField>();
        if (!body.containsKey("input")) {
            faults.add(new InvalidField("required", "", "input is required"));
        } else if (!(body.get("input") instanceof Map)) {
            faults.add(new InvalidField("invalid_type", "input", "input must be an object"));
        }
        for (String key : body.keySet()) {
            if (!keys.contains(key)) {
                faults.add(new InvalidField(
                        "additional_property_not_allowed",
                        "",
                        "Additional property " + printable(key) + " is not allowed"));
            }
        }
        checkHook(body, faults);
        if (!faults.isEmpty()) {
            String detail =
                    faults.stream().map(fault -> "- " + fault.description()).collect(Collectors.joining("\n"));
            throw new ApiException(ErrorCode.INVALID_INPUT, detail, faults);
        }
    }

    private static void checkHook(Map<String, @Nullable Object> body, List<InvalidField> faults) {
        for (String key : List.of("webhook", "webhook_completed")) {
            Object webhook = body.get(key);
            if (webhook != null && !(webhook instanceof String)) {
                faults.add(new InvalidField("invalid_type", key, key + " must be a string"));
            }
        }
        Object filter = body.get("webhook_events_filter");
        if (filter instanceof List<?> events) {
            if (!EVENTS.containsAll(events)) {
                faults.add(new InvalidField(
                        "enum",
                        "webhook_events_filter",
                        "webhook_events_filter must hold only start, output, logs and completed, got "
                                + printable(String.valueOf(events))));
            }
        } else if (filter != null) {
            faults.add(new InvalidField(
                    "invalid_type", "webhook_events_filter", "webhook_events_filter must be an array"));
        }
    }

    /// A caller's text on one line of ours, cut to a length that a log line bears.
    static String printable(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 100 ? line.substring(0, 100) + "..." : line;
    }
}
