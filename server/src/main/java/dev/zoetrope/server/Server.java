package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.files.Blobs;
import dev.zoetrope.files.LocalBlobs;
import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.DatabaseOptions;
import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.Tokens;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server: the HTTP API, the runners, the model processes and the store, wired by hand. [#close]
/// drains it.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// How long [#close] waits for running predictions; what is not done by then waits for the next start.
    private static final Duration DRAIN = Duration.ofSeconds(20);

    /// Helidon's own limit stands above every limit of ours, so that ours give the answer.
    private static final long LISTENER_LIMIT = 5L << 30;

    /// Clients disagree on whether a base URL has the /v1; some end up with two.
    private static final List<String> PREFIXES = List.of("/v1", "/v1/v1");

    private final List<AutoCloseable> parts;
    private final Pools pools;
    private final AtomicBoolean serving;
    private final URI url;
    private final @Nullable String firstToken;

    private Server(
            List<AutoCloseable> parts, Pools pools, AtomicBoolean serving, URI url, @Nullable String firstToken) {
        this.parts = parts;
        this.pools = pools;
        this.serving = serving;
        this.url = url;
        this.firstToken = firstToken;
    }

    /// Starts a server; returns when it answers. Model processes become ready in the background. Throws an
    /// unchecked exception that names the cause when the port is taken or the data folder cannot be used.
    public static Server start(ServerOptions options) {
        var parts = new ArrayList<AutoCloseable>();
        try {
            return start(options, parts);
        } catch (RuntimeException e) {
            parts.reversed().forEach(Server::closeQuietly);
            throw e;
        }
    }

    private static Server start(ServerOptions options, List<AutoCloseable> parts) {
        InstantSource clock = InstantSource.system();
        Ids ids = new Ids(clock, new SecureRandom());
        Database database =
                Database.open(options.data(), new DatabaseOptions(clock, ids, DatabaseOptions.DEFAULT_READERS));
        parts.add(database);
        @Nullable String firstToken = firstToken(database.tokens(), options.token());
        Blobs blobs = blobs(options.data().resolve("blobs"));
        var intake = new FileIntake(database.files(), blobs, ids, clock);
        var delivery = new FileDelivery(database.files(), blobs);
        var inbox = new CogInbox();

        var internal = new AtomicReference<>("");
        var links = new FileLinks(database.files(), internal::get);
        WebServer internalWeb = listen("127.0.0.1", 0, Optional.empty(), routing -> {
            routing.register(new CogRoutes(inbox, intake, links));
            routing.register(delivery);
        });
        parts.add(internalWeb::stop);
        String internalOrigin = "http://127.0.0.1:" + internalWeb.port();
        internal.set(internalOrigin);

        var live = new LiveOutputs();
        var trained = new CompletableFuture<TrainedVersions>();
        var tools = new Runner.Tools(
                database.predictions(),
                inbox,
                links,
                intake,
                (row, output) -> trained.join().keep(row, output),
                live,
                ids,
                clock);
        var pools = new Pools(new PoolMaker(options, internalOrigin, inbox, tools));
        parts.add(pools);
        var models = new Models(database.models(), database.deployments(), pools, clock);
        trained.complete(new TrainedVersions(models, clock));
        Registry.fill(models, database, options);
        pools.start(database.predictions(), models::reopen);

        var bound = new AtomicReference<>("");
        var serving = new AtomicBoolean(true);
        var gate = new Gate(new Authentication(database.tokens()), Origin.of(options.publicUrl(), bound::get), clock);
        var streamTokens = new StreamTokens(database.secrets().of("streams"));
        var presenter = new Presenter(links, new StreamLinks(streamTokens, models::openapi), new InlineFiles(blobs));
        var streams = new StreamRoutes(database.predictions(), live, streamTokens, presenter, gate);
        var webhookPolicy = options.policies().webhooks();
        boolean privateHooks = options.allowPrivateUrls() || webhookPolicy.allowPrivate();
        var webhooks = new Webhooks(new Webhooks.Tools(
                database.predictions(),
                database.outbox(),
                new WebhookPost(privateHooks, database.outbox().secret(), clock),
                new WebhookBackoff(webhookPolicy.retryFor(), new SecureRandom()),
                (row, base) -> presenter.show(row, gate.origin().of(base)),
                ids,
                clock));
        parts.add(webhooks);
        var predictionIntake = new PredictionIntake(database.predictions(), new WebhookTarget(privateHooks));
        RegistryOptions registry = options.registry();
        var deployments = new Deployments(database.deployments(), models, pools, registry.account(), clock);
        var predictions = new PredictionRoutes(
                new PredictionRoutes.Tools(database.predictions(), predictionIntake, models, deployments),
                presenter,
                gate);
        var trainings = new TrainingRoutes(database.predictions(), predictionIntake, models, presenter, gate);
        var webhookRoutes = new WebhookRoutes(webhooks, database.outbox(), gate);
        var limiter = new RateLimiter(options.policies().rates(), clock);
        var modelPresenter = new ModelPresenter(models, database.predictions(), presenter);
        var changes = new ModelChanges(models, database.deployments(), database.predictions(), options, clock);
        List<HttpService> catalogue = List.of(
                new ModelRoutes(models, modelPresenter, changes, gate),
                new VersionRoutes(models, modelPresenter, changes, gate),
                new DeploymentRoutes(deployments, Account.of(registry), gate),
                new CatalogRoutes(
                        models,
                        modelPresenter,
                        new ModelCollections(options.data().resolve("collections")),
                        registry,
                        gate));
        var signatures = new FileSignatures(database.secrets().of("files"));
        var downloads = new FileDownload(database.files(), delivery, signatures, gate);
        var fileRoutes = new FileRoutes(database.files(), intake, downloads, gate);
        var certificates = new TlsCertificates(options, clock);
        parts.add(certificates);
        WebServer web = listen(options.host(), options.port(), certificates.first(), routing -> {
            routing.addFilter(new PathFilter());
            routing.addFilter(new CorsFilter(options.web().cors()));
            routing.addFilter(new RateLimitFilter(limiter, gate));
            var api = new ArrayList<HttpService>(
                    List.of(predictions, trainings, streams, fileRoutes, downloads, webhookRoutes));
            api.addAll(catalogue);
            List<HttpService> others = List.of(
                    delivery,
                    // Endpoints on other machines report here; the unguessable path is their key.
                    new CogRoutes(inbox, intake, links),
                    new PredictionPage(database.predictions(), presenter, gate),
                    new HealthRoutes(models, serving::get));
            for (String prefix : PREFIXES) {
                routing.register(prefix, api.toArray(HttpService[]::new));
            }
            routing.register(others.toArray(HttpService[]::new));
            var known = new KnownRoutes().with(PREFIXES, api).with(List.of(""), others);
            routing.any(known::answer);
        });
        parts.add(web::stop);
        parts.add(streams);
        certificates.keepFresh(web);
        var stores = new Expiry.Stores(database.predictions(), database.files(), intake, database.outbox());
        var expiry = new Expiry(options.policies().retention(), stores, clock);
        parts.add(new Housekeeping(database.predictions(), expiry));
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String url = certificates.scheme() + "://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + web.port();
        bound.set(url);
        LOG.info("Zoetrope listens on {}", url);
        return new Server(parts, pools, serving, URI.create(url), firstToken);
    }

    private static Blobs blobs(Path folder) {
        try {
            return new LocalBlobs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot hold files.", e);
        }
    }

    private static WebServer listen(String host, int port, Optional<Tls> tls, Consumer<HttpRouting.Builder> routes) {
        var builder = WebServer.builder();
        tls.ifPresent(builder::tls);
        WebServer server = builder.host(host)
                .port(port)
                .maxPayloadSize(LISTENER_LIMIT)
                .shutdownHook(false) // whoever started the server closes it, in order
                .featuresDiscoverServices(false)
                .contentEncoding(GzipBodies.context())
                .directHandlers(Problems.direct())
                .shutdownGracePeriod(Duration.ofMillis(500))
                .routing(routing -> {
                    routes.accept(routing);
                    routing.any((request, response) -> {
                        throw new ApiException(ErrorCode.NOT_FOUND, "The requested resource could not be found.");
                    });
                    Problems.register(routing);
                })
                .build()
                .start();
        // Helidon logs that a port is taken, and does not throw.
        if (!server.isRunning() || server.port() < 0) {
            server.stop();
            throw new IllegalStateException("Cannot listen on " + host + ":" + port
                    + "; another program may use the port. Stop it, or choose another with --port.");
        }
        return server;
    }

    /// Makes the configured secret a token, or makes a first token when there is none at all.
    private static @Nullable String firstToken(Tokens tokens, @Nullable String configured) {
        if (configured != null) {
            tokens.ensure("configured", configured);
            return null;
        }
        return tokens.list().isEmpty() ? tokens.create("first").secret() : null;
    }

    /// Where it listens.
    public URI url() {
        return url;
    }

    /// The secret of the token that was made because there was none; it is not kept anywhere else.
    public Optional<String> firstToken() {
        return Optional.ofNullable(firstToken);
    }

    /// Stops taking predictions from the queue, lets running ones finish for a while, answers requests
    /// meanwhile, then ends everything. What did not finish runs again at the next start.
    @Override
    public void close() {
        serving.set(false);
        pools.drain(DRAIN);
        parts.reversed().forEach(Server::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("while closing", e);
        }
    }
}
