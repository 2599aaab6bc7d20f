package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/v1/models` and `/v1/models/{owner}/{name}`: list, search, create, read, change and delete models.
final class ModelRoutes implements HttpService {
    private static final String ONE = "/models/{owner}/{name}";
    private static final String CREATED = "model_created_at";
    private static final String VERSION_CREATED = "latest_version_created_at";

    /// A search is a few words; a longer body is no search.
    private static final int LONGEST_SEARCH = 4096;

    private final Models models;
    private final ModelPresenter presenter;
    private final ModelChanges changes;
    private final Gate gate;

    ModelRoutes(Models models, ModelPresenter presenter, ModelChanges changes, Gate gate) {
        this.models = models;
        this.presenter = presenter;
        this.changes = changes;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/models", this::list)
                .route(Method.create("QUERY"), "/models", this::search)
                .post("/models", this::create)
                .get(ONE, this::get)
                .route(Method.PATCH, ONE, this::patch)
                .delete(ONE, this::delete)
                .get(ONE + "/readme", this::readme)
                .get(ONE + "/examples", this::examples)
                .post(ONE + "/examples", this::addExample)
                .delete(ONE + "/examples/{id}", this::removeExample);
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        String sortBy = choice(request, "sort_by", List.of(VERSION_CREATED, CREATED));
        String direction = choice(request, "sort_direction", List.of("desc", "asc"));
        Function<RegisteredModel, @Nullable Instant> time = sortBy.equals(CREATED)
                ? model -> model.record().createdAt()
                : model -> {
                    ModelSchema latest = model.latest();
                    return latest == null ? null : latest.version().createdAt();
                };
        Comparator<Instant> order = direction.equals("asc") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<RegisteredModel> sorted = models.all().stream()
                .sorted(Comparator.comparing(time, Comparator.nullsLast(order)).thenComparing(RegisteredModel::slug))
                .toList();
        String base = gate.base(request);
        String query = "sort_by=" + sortBy + "&sort_direction=" + direction;
        Bodies.send(
                response,
                200,
                new Listing<>(sorted, RegisteredModel::slug)
                        .page(request, base, query, model -> presenter.show(model, base)));
    }

    private static String choice(ServerRequest request, String name, List<String> choices) {
        String value = request.query().first(name).orElse(choices.getFirst());
        if (!choices.contains(value)) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    name + " must be one of " + String.join(", ", choices) + ", got \"" + value + "\"");
        }
        return value;
    }

    private void search(ServerRequest request, ServerResponse response) throws IOException {
        gate.require(request);
        String words;
        try (InputStream in = request.content().inputStream()) {
            words = new String(in.readNBytes(LONGEST_SEARCH), StandardCharsets.UTF_8).strip();
        }
        if (words.length() > 1 && words.startsWith("\"") && words.endsWith("\"")) {
            words = words.substring(1, words.length() - 1); // one client sends the query as a JSON string
        }
        String base = gate.base(request);
        List<RegisteredModel> found = ModelSearch.of(words).ranked(models.all()).stream()
                .map(ModelSearch.Hit::model)
                .limit(Listing.PAGE)
                .toList();
        Bodies.send(
                response,
                200,
                new dev.zoetrope.api.Page<>(
                        null,
                        null,
                        found.stream().map(model -> presenter.show(model, base)).toList()));
    }

    private void create(ServerRequest request, ServerResponse response) {
        gate.require(request);
        RegisteredModel created = changes.create(Bodies.object(request));
        Bodies.send(response, 201, presenter.show(created, gate.base(request)));
    }

    private void get(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        RegisteredModel model = models.require(request);
        presenter.learn(model);
        Bodies.send(response, 200, presenter.show(model, gate.base(request)));
    }

    private void patch(ServerRequest request, ServerResponse response) {
        gate.require(request);
        RegisteredModel changed = changes.change(models.require(request), Bodies.object(request));
        Bodies.send(response, 200, presenter.show(changed, gate.base(request)));
    }

    private void delete(ServerRequest request, ServerResponse response) {
        gate.require(request);
        changes.delete(models.require(request));
        response.status(204).send();
    }

    private void readme(ServerRequest request, ServerResponse response) {
        gate.require(request);
        String readme = models.require(request).record().about().readme();
        if (readme == null) {
            throw Models.unknown();
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .send(readme.getBytes(StandardCharsets.UTF_8));
    }

    private void examples(ServerRequest request, ServerResponse response) {
        gate.require(request);
        String base = gate.base(request);
        var examples = presenter.examples(models.require(request), base);
        Bodies.send(
                response,
                200,
                new Listing<>(examples, dev.zoetrope.api.Prediction::id).page(request, base, "", Function.identity()));
    }

    /// Ours: on Replicate an author chooses examples on the web page.
    private void addExample(ServerRequest request, ServerResponse response) {
        gate.require(request);
        RegisteredModel model = models.require(request);
        var fields = new Fields(Bodies.object(request), "");
        String id = fields.required("prediction");
        fields.rejectOthers();
        fields.done();
        changes.addExample(model, id);
        Bodies.send(response, 201, Map.of("model", model.slug(), "prediction", id));
    }

    private void removeExample(ServerRequest request, ServerResponse response) {
        gate.require(request);
        String slug = models.require(request).slug();
        if (!models.records()
                .removeExample(slug, request.path().pathParameters().get("id"))) {
            throw Models.unknown();
        }
        response.status(204).send();
    }
}
