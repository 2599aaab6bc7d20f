package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Page;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.api.Status;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import dev.zoetrope.predictions.PredictionStore.Query;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/v1/predictions` and `/v1/models/{owner}/{name}/predictions`: create, read, list, cancel.
final class PredictionRoutes implements HttpService {
    private static final HeaderName PREFER = HeaderNames.create("Prefer");
    private static final HeaderName PREFERENCE_APPLIED = HeaderNames.create("Preference-Applied");
    private static final HeaderName CANCEL_AFTER = HeaderNames.create("Cancel-After");

    /// The Python client gives up half a second after the time that it asked for; the way back is in that as well.
    private static final Duration EARLY = Duration.ofMillis(250);

    /// As many as Replicate puts on a page.
    private static final int PAGE = 100;

    private final PredictionStore store;
    private final PredictionIntake intake;
    private final Models models;
    private final Deployments deployments;
    private final Presenter presenter;
    private final Gate gate;
    private final Idempotency idempotency;

    PredictionRoutes(Tools tools, Presenter presenter, Gate gate) {
        this.store = tools.store();
        this.intake = tools.intake();
        this.models = tools.models();
        this.deployments = tools.deployments();
        this.presenter = presenter;
        this.gate = gate;
        this.idempotency = new Idempotency(store, gate);
    }

    /// What predictions are made with.
    record Tools(PredictionStore store, PredictionIntake intake, Models models, Deployments deployments) {}

    @Override
    public void routing(HttpRules rules) {
        rules.post("/predictions", this::createByVersion)
                .post("/models/{owner}/{name}/predictions", this::createByModel)
                .post("/deployments/{owner}/{name}/predictions", this::createByDeployment)
                .get("/predictions", this::list)
                .get("/predictions/{id}", this::get)
                .post("/predictions/{id}/cancel", this::cancel);
    }

    private void createByVersion(ServerRequest request, ServerResponse response) throws InterruptedException {
        Token token = gate.require(request);
        Map<String, @Nullable Object> body = Bodies.object(request);
        if (!(body.get("version") instanceof String version)) {
            throw new ApiException(
                    ErrorCode.INVALID_INPUT,
                    "- version is required",
                    List.of(new InvalidField("required", "", "version is required")));
        }
        create(request, response, token, models.byVersion(version), body);
    }

    private void createByModel(ServerRequest request, ServerResponse response) throws InterruptedException {
        Token token = gate.require(request);
        create(request, response, token, models.official(Models.slug(request)), Bodies.object(request));
    }

    private void createByDeployment(ServerRequest request, ServerResponse response) throws InterruptedException {
        Token token = gate.require(request);
        create(request, response, token, deployments.target(Models.slug(request)), Bodies.object(request));
    }

    private void create(
            ServerRequest request,
            ServerResponse response,
            Token token,
            RunTarget target,
            Map<String, @Nullable Object> body)
            throws InterruptedException {
        Instant arrived = gate.now(); // callers count from here, and so does the wait
        Optional<Duration> cancelAfter = request.headers().first(CANCEL_AFTER).map(Preferences::cancelAfter);
        PredictionRow created = idempotency.create(
                request,
                response,
                new Idempotency.Subject(token.id(), target.subject(), body),
                terms -> intake.accept(token, target, body, cancelAfter.orElse(null), terms));
        String prefer = String.join(",", request.headers().values(PREFER));
        Optional<Duration> wait = Preferences.wait(prefer);
        PredictionRow row = created;
        int status = 201;
        if (wait.isPresent()) {
            response.header(PREFERENCE_APPLIED, Preferences.applied(prefer));
            row = await(created, arrived.plus(wait.get()).minus(EARLY));
            status = row.prediction().status().isTerminal() ? 201 : 202;
        }
        Prediction shown = presenter.show(row, gate.base(request), request);
        if (wait.isPresent() && !shown.status().isTerminal()) {
            // Clients take any status but `starting` for finished and would return null as the output.
            shown = shown.withStatus(Status.STARTING);
        }
        response.header(HeaderNames.LOCATION, gate.base(request) + "/v1/predictions/" + shown.id());
        Bodies.send(response, status, shown);
    }

    private PredictionRow await(PredictionRow created, Instant until) throws InterruptedException {
        try (var watch = store.watch(created.id())) {
            PredictionRow row = watch.current().orElse(created);
            while (!row.prediction().status().isTerminal()) {
                Duration left = Duration.between(gate.now(), until);
                if (left.isNegative() || left.isZero()) {
                    break;
                }
                row = watch.next(left).orElse(row);
            }
            return row;
        }
    }

    private void get(ServerRequest request, ServerResponse response) {
        gate.require(request);
        PredictionRow row =
                store.find(request.path().pathParameters().get("id")).orElseThrow(Models::unknown);
        Bodies.send(response, 200, presenter.show(row, gate.base(request), request));
    }

    private void cancel(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        PredictionRow row =
                store.cancel(request.path().pathParameters().get("id")).orElseThrow(Models::unknown);
        if (!row.prediction().status().isTerminal()) {
            row = await(row, gate.now().plus(CANCEL_ANSWER));
        }
        Bodies.send(response, 200, presenter.show(row, gate.base(request), request));
    }

    /// A model stops within half a second; an answer that already says `canceled` spares its reader a second
    /// look.
    private static final Duration CANCEL_ANSWER = Duration.ofSeconds(2);

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        @Nullable String before = query(request, "cursor").map(Cursor::decode).orElse(null);
        var query = new Query(
                null,
                before,
                query(request, "created_after")
                        .map(text -> time("created_after", text))
                        .orElse(null),
                query(request, "created_before")
                        .map(text -> time("created_before", text))
                        .orElse(null),
                PAGE + 1);
        List<PredictionRow> rows = store.list(query);
        String base = gate.base(request);
        @Nullable
        String next =
                rows.size() > PAGE ? next(request, base, rows.get(PAGE - 1).id()) : null;
        List<Prediction> shown =
                rows.stream().limit(PAGE).map(row -> presenter.show(row, base)).toList();
        Bodies.send(response, 200, new Page<>(null, next, shown));
    }

    private static String next(ServerRequest request, String base, String last) {
        var url = new StringBuilder(base + "/v1/predictions?cursor=" + Cursor.encode(last));
        for (String name : List.of("created_after", "created_before")) {
            query(request, name)
                    .ifPresent(value -> url.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return url.toString();
    }

    private static Optional<String> query(ServerRequest request, String name) {
        return request.query().contains(name) ? Optional.of(request.query().get(name)) : Optional.empty();
    }

    private static Instant time(String name, String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST, name + " must be a time such as 2026-01-02T03:04:05Z, got \"" + text + "\"");
        }
    }
}
