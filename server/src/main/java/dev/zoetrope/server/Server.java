package dev.zoetrope.server;

import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.Tokens;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server: the HTTP API, the runners, the model processes and the store, wired by hand. [#close]
/// drains it.
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /// How long [#close] waits for running predictions; what is not done by then waits for the next start.
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final List<AutoCloseable> parts;
    private final Pools pools;
    private final AtomicBoolean serving;
    private final Front front;
    private final @Nullable String firstToken;

    private Server(
            List<AutoCloseable> parts, Pools pools, AtomicBoolean serving, Front front, @Nullable String firstToken) {
        this.parts = parts;
        this.pools = pools;
        this.serving = serving;
        this.front = front;
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
        var internal = new AtomicReference<>("");
        Storage storage = Storage.open(options.data(), internal::get);
        Database database = storage.database();
        parts.add(database);
        @Nullable String firstToken = firstToken(database.tokens(), options.token());
        var inbox = new CogInbox();
        WebServer internalWeb = Engine.listen(storage, inbox);
        parts.add(internalWeb::stop);
        String internalOrigin = "http://127.0.0.1:" + internalWeb.port();
        internal.set(internalOrigin);
        Engine engine = Engine.start(options, storage, internalOrigin, inbox, parts);

        var bound = new AtomicReference<>("");
        var serving = new AtomicBoolean(true);
        var origin = Origin.of(options.publicUrl(), bound::get);
        var sessions = new Sessions(database.tokens(), database.secrets().of("sessions"), storage.clock());
        var codes = new SignInCodes(storage.ids(), storage.clock());
        var gate = new Gate(new Authentication(database.tokens(), sessions), origin, storage.clock());
        var api = new PublicApi(
                options, storage, engine, gate, serving::get, new PublicApi.SignIn(sessions, codes), parts);
        var certificates = new TlsCertificates(options, storage.clock());
        parts.add(certificates);
        WebServer web = Listener.listen(options.host(), options.port(), certificates.first(), api);
        parts.add(web::stop);
        parts.add(api.streams());
        certificates.keepFresh(web);
        var stores = new Expiry.Stores(database.predictions(), database.files(), storage.intake(), database.outbox());
        var expiry = new Expiry(options.policies().retention(), stores, storage.clock());
        parts.add(new Housekeeping(database.predictions(), expiry));
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String url = certificates.scheme() + "://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + web.port();
        bound.set(url);
        LOG.info("Zoetrope listens on {}", url);
        Supplier<String> signIn = () -> codes.make(database.tokens().list().getFirst());
        return new Server(parts, engine.pools(), serving, new Front(URI.create(url), signIn), firstToken);
    }

    /// Makes the configured secret a token, or makes a first token when there is none at all.
    private static @Nullable String firstToken(Tokens tokens, @Nullable String configured) {
        if (configured != null) {
            tokens.ensure("configured", configured);
            return null;
        }
        return tokens.list().isEmpty() ? tokens.create("first").secret() : null;
    }

    /// Where people and clients find it, and who makes a code that signs in once.
    private record Front(URI url, Supplier<String> code) {}

    /// A link to a path of the page, such as `/p/abc`, that signs in whoever opens it first; it holds for minutes.
    public URI signInLink(String path) {
        return front.url().resolve("/page/enter/" + front.code().get() + "?to=" + path);
    }

    /// Where it listens.
    public URI url() {
        return front.url();
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
