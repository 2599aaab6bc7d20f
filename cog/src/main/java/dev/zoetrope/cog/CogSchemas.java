package dev.zoetrope.cog;

import static dev.zoetrope.cog.OpenApiDocument.ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a Cog model's OpenAPI document that are the same for every model: the routes and what goes over
/// them.
final class CogSchemas {
    private static final String TEXT = "string";

    private CogSchemas() {}

    static String reference(String schema) {
        return "#/components/schemas/" + schema;
    }

    private static Map<String, Object> refer(String schema) {
        return ordered("$ref", reference(schema));
    }

    static Map<String, Object> common() {
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put(
                "Status", enumeration("Status", List.of("starting", "processing", "succeeded", "canceled", "failed")));
        schemas.put("WebhookEvent", enumeration("WebhookEvent", List.of("start", "output", "logs", "completed")));
        schemas.put("PredictionRequest", request("PredictionRequest", "Input"));
        schemas.put("PredictionResponse", response("PredictionResponse", "Input", "Output"));
        schemas.put("ValidationError", validationError());
        schemas.put(
                "HTTPValidationError",
                object(
                        "HTTPValidationError",
                        ordered(
                                "detail",
                                ordered("type", "array", "title", "Detail", "items", refer("ValidationError")))));
        return schemas;
    }

    private static Map<String, Object> enumeration(String title, List<String> values) {
        return ordered("title", title, "type", TEXT, "enum", values, "description", "An enumeration.");
    }

    private static Map<String, Object> object(String title, Map<String, Object> properties) {
        return ordered("title", title, "type", "object", "properties", properties);
    }

    /// What a model that can be trained has besides.
    static Map<String, Object> training() {
        var schemas = new LinkedHashMap<String, Object>();
        var weights = ordered("type", TEXT, "format", "uri", "title", "Weights");
        schemas.put("TrainingOutput", object("TrainingOutput", ordered("weights", weights)));
        schemas.put("TrainingRequest", request("TrainingRequest", "TrainingInput"));
        schemas.put("TrainingResponse", response("TrainingResponse", "TrainingInput", "TrainingOutput"));
        return schemas;
    }

    private static Map<String, Object> request(String title, String input) {
        var events = List.of("start", "output", "logs", "completed");
        return object(
                title,
                ordered(
                        "id", text("Id"),
                        "input", refer(input),
                        "webhook", ordered("type", TEXT, "format", "uri", "title", "Webhook"),
                        "webhook_events_filter",
                                ordered(
                                        "type",
                                        "array",
                                        "items",
                                        refer("WebhookEvent"),
                                        "uniqueItems",
                                        true,
                                        "default",
                                        events)));
    }

    private static Map<String, Object> response(String title, String input, String output) {
        return object(
                title,
                ordered(
                        "id", text("Id"),
                        "input", refer(input),
                        "output", refer(output),
                        "status", refer("Status"),
                        "error", text("Error"),
                        "logs", ordered("type", TEXT, "title", "Logs", "default", ""),
                        "metrics", ordered("type", "object", "title", "Metrics", "additionalProperties", true),
                        "started_at", time("Started At"),
                        "completed_at", time("Completed At")));
    }

    private static Map<String, Object> validationError() {
        Map<String, Object> place = ordered("anyOf", List.of(ordered("type", TEXT), ordered("type", "integer")));
        Map<String, Object> error = object(
                "ValidationError",
                ordered(
                        "loc", ordered("type", "array", "title", "Location", "items", place),
                        "msg", text("Message"),
                        "type", text("Error Type")));
        error.put("required", List.of("loc", "msg", "type"));
        return error;
    }

    private static Map<String, Object> text(String title) {
        return ordered("type", TEXT, "title", title);
    }

    private static Map<String, Object> time(String title) {
        return ordered("type", TEXT, "format", "date-time", "title", title);
    }

    static Map<String, Object> paths() {
        var id = List.of(
                ordered("name", "prediction_id", "in", "path", "required", true, "schema", text("Prediction ID")));
        var create = operation("Predict", "PredictionResponse");
        create.put("requestBody", body("PredictionRequest"));
        create.put("description", "Run a single prediction on the model");
        var put = new LinkedHashMap<>(create);
        put.put("summary", "Predict Idempotent");
        put.put("operationId", "predict_idempotent");
        put.put("parameters", id);
        var cancel = operation("Cancel", null);
        cancel.put("parameters", id);
        return ordered(
                "/", ordered("get", operation("Root", null)),
                "/health-check", ordered("get", operation("Healthcheck", null)),
                "/openapi.json", ordered("get", operation("Openapi", null)),
                "/predictions", ordered("post", create),
                "/predictions/{prediction_id}", ordered("put", put),
                "/predictions/{prediction_id}/cancel", ordered("post", cancel),
                "/shutdown", ordered("post", operation("Shutdown", null)));
    }

    /// The routes of a model that can be trained.
    static Map<String, Object> trainingPaths() {
        var id = List.of(ordered("name", "training_id", "in", "path", "required", true, "schema", text("Training ID")));
        var create = operation("Train", "TrainingResponse");
        create.put("requestBody", body("TrainingRequest"));
        var put = new LinkedHashMap<>(create);
        put.put("summary", "Train Idempotent");
        put.put("operationId", "train_idempotent");
        put.put("parameters", id);
        var cancel = operation("Cancel Training", null);
        cancel.put("operationId", "cancel_training");
        cancel.put("parameters", id);
        return ordered(
                "/trainings", ordered("post", create),
                "/trainings/{training_id}", ordered("put", put),
                "/trainings/{training_id}/cancel", ordered("post", cancel));
    }

    private static Map<String, Object> body(String request) {
        return ordered("content", ordered("application/json", ordered("schema", refer(request))));
    }

    private static Map<String, Object> operation(String summary, @Nullable String answer) {
        Map<String, Object> schema = answer == null ? ordered() : refer(answer);
        var responses = ordered("200", answer("Successful Response", schema));
        if (answer != null) {
            responses.put("202", answer("Accepted", schema));
            responses.put("422", answer("Validation Error", refer("HTTPValidationError")));
        }
        return ordered("summary", summary, "operationId", summary.toLowerCase(Locale.ROOT), "responses", responses);
    }

    private static Map<String, Object> answer(String description, Map<String, Object> schema) {
        return ordered("description", description, "content", ordered("application/json", ordered("schema", schema)));
    }
}
