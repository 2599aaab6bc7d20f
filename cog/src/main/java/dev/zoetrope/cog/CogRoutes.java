package dev.zoetrope.cog;

import static dev.zoetrope.cog.OpenApiDocument.ordered;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.zoetrope.api.Codec;
import dev.zoetrope.cog.ModelDesk.Admission;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cog's routes over a [ModelDesk]: reads requests, writes answers, decides nothing else.
final class CogRoutes implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CogRoutes.class);

    /// Cog's own limit; inputs may carry files as `data:` URIs.
    private static final int LARGEST_BODY = 100 << 20;

    private static final String PREDICTIONS = "/predictions";
    private static final String TRAININGS = "/trainings";
    private static final Pattern ONE = Pattern.compile("(/predictions|/trainings)/([^/]+)(/cancel)?");

    /// What the model does.
    ///
    /// @param trainings null when it cannot be trained
    record Works(Work<?> predictions, @Nullable Work<?> trainings) {
        /// The kind of work that a path such as `/trainings` means; null when there is none.
        @Nullable
        Work<?> of(String path) {
            return path.equals(TRAININGS) ? trainings : predictions;
        }
    }

    /// What goes back.
    private record Answer(int status, Object body) {}

    private final ModelDesk desk;
    private final Works works;
    private final Map<String, Object> openApi;
    private final String version;
    private final Runnable shutdown;

    CogRoutes(ModelDesk desk, Works works, Map<String, Object> openApi, String version, Runnable shutdown) {
        this.desk = desk;
        this.works = works;
        this.openApi = openApi;
        this.version = version;
        this.shutdown = shutdown;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = route(exchange);
            } catch (OrderReader.Refusal e) {
                answer = new Answer(e.status(), detail(e.violations()));
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                answer = failure(500, "" + e.getMessage());
            } catch (InterruptedException e) {
                answer = failure(503, "The model is shutting down");
            }
            byte[] body = Codec.writeBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException, InterruptedException, OrderReader.Refusal {
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/" -> only("GET", exchange, () -> new Answer(200, index()));
            case "/health-check" -> only("GET", exchange, () -> new Answer(200, health()));
            case "/openapi.json" -> only("GET", exchange, () -> new Answer(200, openApi));
            case "/shutdown" ->
                only("POST", exchange, () -> {
                    shutdown.run();
                    return new Answer(200, Map.of());
                });
            case PREDICTIONS, TRAININGS -> {
                @Nullable Work<?> work = works.of(path);
                yield work == null ? notFound() : only("POST", exchange, () -> create(exchange, work, null));
            }
            default -> one(exchange, path);
        };
    }

    private Answer one(HttpExchange exchange, String path)
            throws IOException, InterruptedException, OrderReader.Refusal {
        var one = ONE.matcher(path);
        @Nullable Work<?> work = one.matches() ? works.of(one.group(1)) : null;
        if (work == null) {
            return notFound();
        }
        String id = one.group(2);
        return one.group(3) == null
                ? only("PUT", exchange, () -> create(exchange, work, id))
                : only("POST", exchange, () -> new Answer(desk.cancel(id) ? 200 : 404, Map.of()));
    }

    private static Answer notFound() {
        return new Answer(404, Map.of("detail", "Not Found"));
    }

    private interface Route {
        Answer answer() throws IOException, InterruptedException, OrderReader.Refusal;
    }

    private static Answer only(String method, HttpExchange exchange, Route route)
            throws IOException, InterruptedException, OrderReader.Refusal {
        return exchange.getRequestMethod().equals(method)
                ? route.answer()
                : new Answer(405, Map.of("detail", "Method Not Allowed"));
    }

    private Map<String, Object> index() {
        Map<String, Object> index = ordered(
                "cog_version", "zoetrope",
                "openapi_url", "/openapi.json",
                "shutdown_url", "/shutdown",
                "healthcheck_url", "/health-check",
                "predictions_url", PREDICTIONS,
                "predictions_idempotent_url", "/predictions/{prediction_id}",
                "predictions_cancel_url", "/predictions/{prediction_id}/cancel");
        if (works.trainings() != null) {
            index.put("trainings_url", TRAININGS);
            index.put("trainings_idempotent_url", "/trainings/{training_id}");
            index.put("trainings_cancel_url", "/trainings/{training_id}/cancel");
        }
        return index;
    }

    private Map<String, Object> health() {
        return ordered(
                "status", desk.health(),
                "setup", desk.setup().toWire(),
                "version",
                        ordered(
                                "zoetrope_cog",
                                version,
                                "java",
                                Runtime.version().toString()));
    }

    private Answer create(HttpExchange exchange, Work<?> work, @Nullable String pathId)
            throws IOException, InterruptedException, OrderReader.Refusal {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LARGEST_BODY + 1);
        }
        if (body.length > LARGEST_BODY) {
            return failure(413, "The body is larger than " + LARGEST_BODY + " bytes; send files by URL");
        }
        boolean isAsync = "respond-async".equals(exchange.getRequestHeaders().getFirst("Prefer"));
        return switch (desk.admit(OrderReader.read(body, pathId), work)) {
            case Admission.Admitted admitted -> isAsync ? accepted(admitted) : await(admitted);
            case Admission.InFlight same
            when pathId != null -> new Answer(202, same.prediction().replay());
            case Admission.InFlight same ->
                failure(409, "Prediction " + same.prediction().id() + " is running already");
            case Admission.Busy() -> failure(409, "At capacity - all prediction slots busy");
            case Admission.NotReady(String why) -> failure(503, why);
            case Admission.Invalid(List<Violation> violations) -> new Answer(422, detail(violations));
        };
    }

    private static Answer accepted(Admission.Admitted admitted) {
        return new Answer(202, ordered("id", admitted.prediction().id(), "status", "starting"));
    }

    private static Answer await(Admission.Admitted admitted) throws InterruptedException {
        try {
            return new Answer(200, admitted.prediction().end().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a prediction never fails", e);
        }
    }

    private static Map<String, Object> detail(List<Violation> violations) {
        return ordered("detail", violations.stream().map(Violation::toWire).toList());
    }

    private static Answer failure(int status, String error) {
        return new Answer(status, ordered("error", error, "status", "failed"));
    }
}
