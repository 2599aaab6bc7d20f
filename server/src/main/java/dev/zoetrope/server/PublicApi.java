package dev.zoetrope.server;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The routes of the public listener, wired to the storage and the engine.
final class PublicApi implements Consumer<HttpRouting.Builder> {
    private static final String PREFIX = "/v1";

    private final ServerOptions options;
    private final Storage storage;
    private final Engine engine;
    private final Gate gate;
    private final BooleanSupplier serving;
    private final SignIn signIn;
    private final Presenter presenter;
    private final Deployments deployments;
    private final StreamRoutes streams;
    private final Webhooks webhooks;
    private final WebhookTarget target;

    /// How people come in on the page.
    record SignIn(Sessions sessions, SignInCodes codes) {}

    /// What must be closed before the port is, is added to `parts`. `serving` is false while the server drains.
    PublicApi(
            ServerOptions options,
            Storage storage,
            Engine engine,
            Gate gate,
            BooleanSupplier serving,
            SignIn signIn,
            List<AutoCloseable> parts) {
        this.options = options;
        this.storage = storage;
        this.engine = engine;
        this.gate = gate;
        this.serving = serving;
        this.signIn = signIn;
        var database = storage.database();
        var streamTokens = new StreamTokens(database.secrets().of("streams"));
        this.presenter = new Presenter(
                storage.links(),
                new StreamLinks(streamTokens, engine.models()::openapi),
                new InlineFiles(storage.blobs()));
        this.deployments = new Deployments(
                database.deployments(),
                engine.models(),
                engine.pools(),
                options.registry().account(),
                storage.clock());
        this.streams = new StreamRoutes(database.predictions(), engine.live(), streamTokens, presenter, gate);
        var policy = options.policies().webhooks();
        boolean privateHooks = options.allowPrivateUrls() || policy.allowPrivate();
        this.target = new WebhookTarget(privateHooks);
        this.webhooks = new Webhooks(new Webhooks.Tools(
                database.predictions(),
                database.outbox(),
                new WebhookPost(privateHooks, database.outbox().secret(), storage.clock()),
                new WebhookBackoff(policy.retryFor(), new SecureRandom()),
                (row, base) -> presenter.told(row, gate.origin().of(base)),
                storage.ids(),
                storage.clock()));
        parts.add(webhooks);
    }

    /// Ends the open streams; they must end before the port closes, or it waits for them.
    StreamRoutes streams() {
        return streams;
    }

    @Override
    public void accept(HttpRouting.Builder routing) {
        routing.addFilter(new PathFilter());
        routing.addFilter(new CorsFilter(options.web().cors()));
        routing.addFilter(new RateLimitFilter(new RateLimiter(options.policies().rates(), storage.clock()), gate));
        List<HttpService> api = new ArrayList<>();
        api.addAll(work());
        api.addAll(catalogue());
        List<HttpService> others = new ArrayList<>(
                Page.services(storage.database(), engine.models(), presenter, signIn.sessions(), signIn.codes(), gate));
        others.addAll(List.of(
                storage.delivery(),
                // Endpoints on other machines report here; the unguessable path is their key.
                new CogRoutes(engine.inbox(), storage.intake(), storage.links()),
                new HealthRoutes(engine.models(), serving)));
        routing.register(PREFIX, api.toArray(HttpService[]::new));
        routing.register(others.toArray(HttpService[]::new));
        routing.register(new PageShell()); // its addresses are unknown to the table of methods: any two words are one
        var known = new KnownRoutes().with(PREFIX, api).with("", others);
        routing.any(known::answer);
    }

    /// Predictions and trainings, and what belongs to them.
    private List<HttpService> work() {
        var database = storage.database();
        var models = engine.models();
        var predictionIntake = new PredictionIntake(database.predictions(), target);
        var tools = new PredictionRoutes.Tools(database.predictions(), predictionIntake, models, deployments);
        var signatures = new FileSignatures(database.secrets().of("files"));
        var downloads = new FileDownload(database.files(), storage.delivery(), signatures, gate);
        return List.of(
                new PredictionRoutes(tools, presenter, gate),
                new TrainingRoutes(database.predictions(), predictionIntake, models, presenter, gate),
                streams,
                new FileRoutes(database.files(), storage.intake(), downloads, gate),
                downloads,
                new WebhookRoutes(webhooks, database.outbox(), gate));
    }

    /// Models and what is known about them.
    private List<HttpService> catalogue() {
        var database = storage.database();
        var models = engine.models();
        RegistryOptions registry = options.registry();
        var shown = new ModelPresenter(models, database.predictions(), presenter);
        var changes =
                new ModelChanges(models, database.deployments(), database.predictions(), options, storage.clock());
        var collections = new ModelCollections(options.data().resolve("collections"));
        return List.of(
                new ModelRoutes(models, shown, changes, gate),
                new VersionRoutes(models, shown, changes, gate),
                new DeploymentRoutes(deployments, Account.of(registry), gate),
                new CatalogRoutes(models, shown, collections, registry, gate));
    }
}
