package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.Overview;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.Shares;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/page/predictions`: what the page asks about predictions beyond the API: short lists with filters, and one
/// prediction as it changes, with only the part of its log that is new. Also shared ones, for whoever has the link.
final class PagePredictions implements HttpService {
    /// Proxies give a silent request up after 30 to 60 s.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final int PAGE = 40;

    private final PredictionStore store;
    private final Overview overview;
    private final Shares shares;
    private final InputPreviews previews;
    private final Presenter presenter;
    private final Gate gate;

    PagePredictions(Database database, Presenter presenter, Gate gate) {
        this.store = database.predictions();
        this.overview = database.overview();
        this.shares = database.shares();
        this.previews = new InputPreviews(database.files());
        this.presenter = presenter;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/page/predictions", this::list)
                .get("/page/predictions/{id}", this::follow)
                .get("/page/predictions/{id}/shares", this::sharesOf)
                .post("/page/predictions/{id}/shares", this::share)
                .delete("/page/shares/{id}", this::revoke)
                .get("/page/shared/{secret}", this::shared);
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var filter = new Overview.Filter(
                word(request, "status"),
                word(request, "model"),
                word(request, "words"),
                word(request, "before"),
                PAGE + 1);
        List<Overview.Line> lines = overview.list(filter);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("next", lines.size() > PAGE ? lines.get(PAGE - 1).row().id() : null);
        shown.put("results", lines.stream().limit(PAGE).map(this::line).toList());
        Bodies.sendFresh(response, shown);
    }

    /// The short form of a prediction in lists.
    Map<String, @Nullable Object> line(Overview.Line line) {
        Prediction shown = presenter.show(line.row(), "");
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", shown.id());
        fields.put("model", shown.model());
        fields.put("status", shown.status());
        fields.put("prompt", line.prompt());
        fields.put("output", brief(shown.output()));
        fields.put("error", shown.error());
        fields.put("data_removed", shown.dataRemoved());
        fields.put("metrics", shown.metrics());
        fields.put("created_at", shown.createdAt());
        fields.put("started_at", shown.startedAt());
        fields.put("completed_at", shown.completedAt());
        return fields;
    }

    /// A thumbnail needs the first file only, and a text a few words.
    private static @Nullable Object brief(@Nullable Object output) {
        Object first = output instanceof List<?> list ? (list.isEmpty() ? null : list.getFirst()) : output;
        return first instanceof String text ? text.substring(0, Math.min(text.length(), 300)) : null;
    }

    private void follow(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        Bodies.sendFresh(
                response, changed(request, request.path().pathParameters().get("id"), true));
    }

    private void shared(ServerRequest request, ServerResponse response) throws InterruptedException {
        Shares.Share share =
                shares.find(request.path().pathParameters().get("secret")).orElseThrow(PagePredictions::revoked);
        Bodies.sendFresh(response, changed(request, share.prediction(), false));
    }

    /// The prediction once it differs from the revision that the page has, or after a while as it is.
    private Map<String, @Nullable Object> changed(ServerRequest request, String id, boolean isSignedIn)
            throws InterruptedException {
        long known = number(request, "revision");
        try (var watch = store.watch(id)) {
            PredictionRow row = watch.current().orElseThrow(Models::unknown);
            if (row.revision() == known && !row.prediction().status().isTerminal()) {
                row = watch.next(LONGEST_WAIT).orElse(row);
            }
            return view(row, number(request, "logs_from"), isSignedIn);
        }
    }

    private Map<String, @Nullable Object> view(PredictionRow row, long logsFrom, boolean isSignedIn) {
        Prediction shown = presenter.show(row, "");
        String logs = shown.logs();
        // A second attempt begins its log anew.
        int from = logsFrom > logs.length() ? 0 : Math.toIntExact(Math.max(0, logsFrom));
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("revision", row.revision());
        view.put("cancel_requested", row.cancelRequested());
        view.put("logs_from", from);
        view.put("logs_length", logs.length());
        view.put("logs", logs.substring(from));
        view.put("id", shown.id());
        view.put("model", shown.model());
        view.put("version", shown.version());
        view.put("status", shown.status());
        view.put("input", shown.input());
        view.put("previews", previews.of(shown.input()));
        view.put("output", shown.output());
        view.put("error", shown.error());
        view.put("data_removed", shown.dataRemoved());
        view.put("metrics", shown.metrics());
        view.put("created_at", shown.createdAt());
        view.put("started_at", shown.startedAt());
        view.put("completed_at", shown.completedAt());
        view.put("stream", shown.urls() == null ? null : shown.urls().stream());
        view.put("read_only", !isSignedIn);
        return view;
    }

    private void sharesOf(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var all = shares.of(request.path().pathParameters().get("id"));
        Bodies.sendFresh(
                response,
                Map.of("results", all.stream().map(PagePredictions::link).toList()));
    }

    private void share(ServerRequest request, ServerResponse response) {
        gate.require(request);
        PredictionRow row =
                store.find(request.path().pathParameters().get("id")).orElseThrow(Models::unknown);
        Bodies.send(response, 201, link(shares.create(row.id())));
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        gate.require(request);
        if (!shares.revoke(request.path().pathParameters().get("id"))) {
            throw Models.unknown();
        }
        response.status(204).send();
    }

    private static Map<String, Object> link(Shares.Share share) {
        return Map.of("id", share.id(), "path", "/s/" + share.secret(), "created_at", share.createdAt());
    }

    private static @Nullable String word(ServerRequest request, String name) {
        return Optional.of(request.query().first(name).orElse("").strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static long number(ServerRequest request, String name) {
        String text = request.query().first(name).orElse("0");
        if (!text.matches("\\d{1,15}")) {
            throw new ApiException(ErrorCode.BAD_REQUEST, name + " must be a number, got \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private static ApiException revoked() {
        return new ApiException(
                ErrorCode.NOT_FOUND, "This link shows nothing any more; whoever shared it has taken it back.");
    }
}
