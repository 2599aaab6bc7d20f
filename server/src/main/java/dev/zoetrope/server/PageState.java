package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.Overview;
import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the page shows of the server itself: the queue with its runners, the engine, how long a model takes, and the
/// tokens.
final class PageState implements HttpService {
    /// More than a person reads, less than makes a browser slow.
    private static final int QUEUE = 200;

    /// Enough for a median, few enough to follow a faster machine.
    private static final int RUNS = 20;

    private final Overview overview;
    private final FileRecords files;
    private final Tokens tokens;
    private final Models models;
    private final PagePredictions lines;
    private final Gate gate;

    /// What it tells of.
    record Subjects(Overview overview, FileRecords files, Tokens tokens, Models models) {}

    PageState(Subjects subjects, PagePredictions lines, Gate gate) {
        this.overview = subjects.overview();
        this.files = subjects.files();
        this.tokens = subjects.tokens();
        this.models = subjects.models();
        this.lines = lines;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/page/queue", this::queue)
                .get("/page/engine", this::engine)
                .get("/page/estimate/{owner}/{name}", this::estimate)
                .get("/page/tokens", this::tokens)
                .post("/page/tokens", this::createToken)
                .delete("/page/tokens/{id}", this::revokeToken);
    }

    private void queue(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var unfinished = overview.unfinished(QUEUE).stream().map(lines::line).toList();
        Bodies.sendFresh(response, Map.of("predictions", unfinished, "pools", pools()));
    }

    private void engine(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Runtime runtime = Runtime.getRuntime();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("java", Runtime.version().toString());
        shown.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        shown.put("processors", runtime.availableProcessors());
        shown.put("memory_used", runtime.totalMemory() - runtime.freeMemory());
        shown.put("memory_limit", runtime.maxMemory());
        shown.put("stored_bytes", files.storedBytes());
        shown.put("pools", pools());
        Bodies.sendFresh(response, shown);
    }

    private List<Map<String, Object>> pools() {
        return models.all().stream()
                .filter(model -> model.pool() != null)
                .map(model -> pool(model, java.util.Objects.requireNonNull(model.pool())))
                .toList();
    }

    private static Map<String, Object> pool(RegisteredModel model, Pool pool) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("model", model.slug());
        shown.put("ready", pool.isReady());
        shown.put("processes", pool.running());
        shown.put("most", pool.size().most());
        shown.put("slots", pool.size().most() * pool.size().slots());
        return shown;
    }

    private void estimate(ServerRequest request, ServerResponse response) {
        gate.require(request);
        List<Double> seconds = overview.lastSeconds(models.require(request).slug(), RUNS).stream()
                .sorted()
                .toList();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("runs", seconds.size());
        shown.put("seconds", seconds.isEmpty() ? null : seconds.get(seconds.size() / 2));
        Bodies.sendFresh(response, shown);
    }

    private void tokens(ServerRequest request, ServerResponse response) {
        Token own = gate.require(request);
        Bodies.sendFresh(
                response,
                Map.of("results", tokens.list().stream().map(PageState::shown).toList(), "own", own.id()));
    }

    private void createToken(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var fields = new Fields(Bodies.object(request), "");
        String name = fields.required("name");
        fields.rejectOthers();
        fields.done();
        Tokens.Created created = tokens.create(name);
        var shown = shown(created.token());
        shown.put("secret", created.secret());
        Bodies.send(response, 201, shown);
    }

    private void revokeToken(ServerRequest request, ServerResponse response) {
        Token own = gate.require(request);
        String id = request.path().pathParameters().get("id");
        if (own.id().equals(id)) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST, "This is the token you are signed in with; sign in with another first.");
        }
        if (!tokens.revoke(id)) {
            throw Models.unknown();
        }
        response.status(204).send();
    }

    private static Map<String, @Nullable Object> shown(Token token) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", token.id());
        shown.put("name", token.name());
        shown.put("hint", token.hint());
        shown.put("created_at", token.createdAt());
        shown.put("last_used_at", token.lastUsedAt());
        return shown;
    }
}
