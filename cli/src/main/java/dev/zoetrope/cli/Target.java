package dev.zoetrope.cli;

import dev.zoetrope.client.ClientOptions;
import dev.zoetrope.client.Replicate;
import dev.zoetrope.server.ServerOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The server that a command speaks to, with a client for it. Closing ends both, if the server is this
/// process's own.
///
/// It is the one of `ZOETROPE_URL` or `REPLICATE_BASE_URL`; else the one on this machine's usual port, if it
/// answers; else, for commands that may, one of this process's own.
///
/// @param replicate the client
/// @param embedded the server of this process, or null for one that was running
record Target(Replicate replicate, @Nullable EmbeddedServer embedded) implements AutoCloseable {
    private static final URI USUAL = URI.create("http://127.0.0.1:" + ServerOptions.DEFAULT_PORT);

    private static final URI USUAL_BY_TLS = URI.create("https://127.0.0.1:" + ServerOptions.DEFAULT_PORT);

    /// Who only looks something up would rather know soon that nobody answers.
    private static final int RETRIES_OF_A_LOOK = 1;

    /// The server that is running; throws [CommandFailure] when none is.
    static Target running(Surroundings surroundings, Config config) {
        return find(surroundings, config, RETRIES_OF_A_LOOK)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "no server answers at " + USUAL
                                + "; start one with `zoetrope serve`, or name one in ZOETROPE_URL"));
    }

    /// The server that is running, or else one that is started here.
    static Target runningOrEmbedded(Surroundings surroundings, Config config) {
        return find(surroundings, config, ClientOptions.defaults().retries()).orElseGet(() -> {
            surroundings.err().println("no server answers at " + USUAL + "; starting one for this command");
            return embedded(EmbeddedServer.start(surroundings.launcher(), config));
        });
    }

    /// A server of this process's own, closed with the target.
    static Target embedded(EmbeddedServer server) {
        var options = ClientOptions.defaults().withBaseUrl(server.url()).withToken(server.token());
        return new Target(Replicate.connect(options), server);
    }

    private static Optional<Target> find(Surroundings surroundings, Config config, int retries) {
        Map<String, String> environment = surroundings.environment();
        boolean hasAuthority = LocalTrust.install(config.data());
        var named = surroundings.variable("ZOETROPE_URL").or(() -> surroundings.variable("REPLICATE_BASE_URL"));
        if (named.isPresent()) {
            return Optional.of(new Target(
                    Replicate.connect(ClientOptions.fromEnvironment(environment).withRetries(retries)), null));
        }
        Optional<URI> live = live(hasAuthority);
        if (live.isEmpty()) {
            return Optional.empty();
        }
        // A token for replicate.com may stand in the environment; the server here gets it only if nothing fits
        // better.
        String token = Optional.ofNullable(config.token())
                .or(() -> TokenFile.in(config.data()).read())
                .or(() -> surroundings.variable("REPLICATE_API_TOKEN"))
                .orElse(null);
        return Optional.of(new Target(
                Replicate.connect(ClientOptions.defaults()
                        .withBaseUrl(live.get())
                        .withToken(token)
                        .withRetries(retries)),
                null));
    }

    /// The server on the usual port, by http or, where this data folder has an authority, by https.
    private static Optional<URI> live(boolean hasAuthority) {
        try (var probe = new HealthProbe()) {
            if (probe.isLive(USUAL)) {
                return Optional.of(USUAL);
            }
            return hasAuthority && probe.isLive(USUAL_BY_TLS) ? Optional.of(USUAL_BY_TLS) : Optional.empty();
        }
    }

    @Override
    public void close() {
        replicate.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
