package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Model;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What there is: `/v1/hardware`, `/v1/account`, `/v1/collections` and `/v1/search`.
final class CatalogRoutes implements HttpService {
    private static final int USUAL_HITS = 20;
    private static final int MOST_HITS = 50;

    private final Models models;
    private final ModelPresenter presenter;
    private final ModelCollections collections;
    private final RegistryOptions options;
    private final Gate gate;

    CatalogRoutes(
            Models models, ModelPresenter presenter, ModelCollections collections, RegistryOptions options, Gate gate) {
        this.models = models;
        this.presenter = presenter;
        this.collections = collections;
        this.options = options;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/hardware", this::hardware)
                .get("/account", this::account)
                .get("/collections", this::collections)
                .get("/collections/{slug}", this::collection)
                .get("/search", this::search);
    }

    private void hardware(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(
                response,
                200,
                options.hardware().stream()
                        .map(sku -> Map.of("name", name(sku), "sku", sku))
                        .toList());
    }

    /// `gpu-a40-large` becomes `GPU A40 large`.
    private static String name(String sku) {
        String spaced = sku.replace('-', ' ');
        return spaced.replaceFirst("^cpu\\b", "CPU").replaceFirst("^gpu\\b", "GPU");
    }

    private void account(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, Account.of(options));
    }

    private void collections(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var listing = new Listing<>(List.copyOf(collections.all()), ModelCollections.Entry::slug);
        Bodies.send(response, 200, listing.page(request, gate.base(request), "", CatalogRoutes::shown));
    }

    private void collection(ServerRequest request, ServerResponse response) {
        gate.require(request);
        ModelCollections.Entry entry =
                collections.find(request.path().pathParameters().get("slug")).orElseThrow(Models::unknown);
        String base = gate.base(request);
        List<Model> members = entry.models().stream()
                .flatMap(slug -> models.find(slug).stream())
                .map(model -> presenter.show(model, base))
                .toList();
        var shown = shown(entry);
        shown.put("full_description", entry.fullDescription());
        shown.put("models", members);
        Bodies.send(response, 200, shown);
    }

    private static Map<String, @Nullable Object> shown(ModelCollections.Entry entry) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("name", entry.name());
        shown.put("slug", entry.slug());
        shown.put("description", entry.description());
        return shown;
    }

    /// Needs no token, as on Replicate; but then only public models are found.
    private void search(ServerRequest request, ServerResponse response) {
        String query = request.query().first("query").orElse("").strip();
        if (query.isEmpty()) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "query is required: /v1/search?query=words");
        }
        int limit = limit(request.query().first("limit").orElse("" + USUAL_HITS));
        boolean isKnown = gate.authentication().find(request).isPresent();
        String base = gate.base(request);
        ModelSearch search = ModelSearch.of(query);
        List<Map<String, Object>> hits = search.ranked(models.all()).stream()
                .filter(hit -> isKnown || hit.model().record().visibility().equals("public"))
                .limit(limit)
                .map(hit -> hit(hit, base))
                .toList();
        Bodies.send(
                response,
                200,
                Map.of("query", query, "models", hits, "collections", found(search), "pages", List.of()));
    }

    private Map<String, Object> hit(ModelSearch.Hit hit, String base) {
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        metadata.put("generated_description", null); // nobody generates any here
        metadata.put("tags", ModelSearch.tags(hit.model()));
        metadata.put("score", hit.score());
        return Map.of("model", presenter.show(hit.model(), base), "metadata", metadata);
    }

    private List<Map<String, @Nullable Object>> found(ModelSearch search) {
        return collections.all().stream()
                .filter(entry -> {
                    List<String> there = ModelSearch.of(entry.name() + " " + entry.slug() + " " + entry.description())
                            .words();
                    return search.words().stream().anyMatch(there::contains);
                })
                .map(entry -> {
                    var shown = shown(entry);
                    shown.put("models", entry.models());
                    return shown;
                })
                .toList();
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST_HITS) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // the same answer as for a number out of range
        }
        throw new ApiException(
                ErrorCode.BAD_REQUEST, "limit must be a number from 1 to " + MOST_HITS + ", got \"" + text + "\"");
    }
}
