package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Page;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.PredictionStore.Query;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/v1/trainings`, and the creation of trainings under a version of a model. A training is kept and run as a
/// prediction is; what differs is what its model is asked, and that its output is a new version of its
/// destination.
final class TrainingRoutes implements HttpService {
    private static final int PAGE = 100;

    private final PredictionStore store;
    private final PredictionIntake intake;
    private final Models models;
    private final Presenter presenter;
    private final Gate gate;
    private final Idempotency idempotency;

    TrainingRoutes(PredictionStore store, PredictionIntake intake, Models models, Presenter presenter, Gate gate) {
        this.store = store;
        this.intake = intake;
        this.models = models;
        this.presenter = presenter;
        this.gate = gate;
        this.idempotency = new Idempotency(store, gate);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/models/{owner}/{name}/versions/{id}/trainings", this::create)
                .get("/trainings", this::list)
                .get("/trainings/{id}", this::get)
                .post("/trainings/{id}/cancel", this::cancel);
    }

    private void create(ServerRequest request, ServerResponse response) throws InterruptedException {
        Token token = gate.require(request);
        String slug = models.require(request).slug();
        String version = request.path().pathParameters().get("id");
        RunTarget target = models.ofVersion(slug, version).orElseThrow(Models::unknown);
        Map<String, @Nullable Object> body = Bodies.object(request);
        PredictionRow row = idempotency.create(
                request,
                response,
                new Idempotency.Subject(token.id(), "trainings of " + slug + ":" + version, body),
                terms -> intake.acceptTraining(token, target, destination(body), body, terms));
        Bodies.send(response, 201, show(row, gate.base(request)));
    }

    private String destination(Map<String, @Nullable Object> body) {
        var fields = new Fields(body, "");
        String destination = fields.required("destination");
        fields.done();
        if (models.find(destination).isEmpty()) {
            throw new ApiException(ErrorCode.NOT_FOUND, "The specified training destination does not exist");
        }
        if (models.find(destination).filter(RegisteredModel::isOfApi).isEmpty()) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN,
                    "The destination " + destination + " is not a model that was created over the API, so a training"
                            + " cannot give it a version; create one with POST /v1/models.");
        }
        return destination;
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        @Nullable
        String before = request.query().first("cursor").map(Cursor::decode).orElse(null);
        List<PredictionRow> rows = store.list(new Query(null, before, null, null, PAGE + 1, true));
        String base = gate.base(request);
        @Nullable
        String next = rows.size() > PAGE
                ? base + "/v1/trainings?cursor="
                        + Cursor.encode(rows.get(PAGE - 1).id())
                : null;
        Bodies.send(
                response,
                200,
                new Page<>(
                        null,
                        next,
                        rows.stream().limit(PAGE).map(row -> show(row, base)).toList()));
    }

    private void get(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, show(find(store.find(id(request))), gate.base(request)));
    }

    private void cancel(ServerRequest request, ServerResponse response) {
        gate.require(request);
        find(store.find(id(request)));
        Bodies.send(response, 200, show(find(store.cancel(id(request))), gate.base(request)));
    }

    private static String id(ServerRequest request) {
        return request.path().pathParameters().get("id");
    }

    private static PredictionRow find(Optional<PredictionRow> row) {
        return row.filter(found -> found.placement().isTraining()).orElseThrow(Models::unknown);
    }

    private Object show(PredictionRow row, String base) {
        return presenter.told(row, base);
    }
}
