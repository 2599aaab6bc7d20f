package dev.zoetrope.cli;

import dev.zoetrope.cli.ServerLauncher.Running;
import dev.zoetrope.server.ServerOptions;
import dev.zoetrope.server.WebOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A server inside this process, for one command that needs one: on loopback, on a free port, with its own
/// token. Whoever starts it closes it.
final class EmbeddedServer implements AutoCloseable {
    private static final Duration READY_POLL = Duration.ofMillis(50);

    private final Running server;
    private final String token;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EmbeddedServer(Running server, String token) {
        this.server = server;
        this.token = token;
    }

    /// Starts one on the data folder of a configuration, whose host, port and public URL it leaves to real
    /// servers.
    static EmbeddedServer start(ServerLauncher launcher, Config config) {
        String token = config.token() == null ? TokenFile.in(config.data()).readOrMake() : config.token();
        var options = new ServerOptions(
                        ServerOptions.DEFAULT_HOST,
                        0,
                        config.data(),
                        null,
                        config.allowPrivateUrls(),
                        token,
                        OwnModels.commands(),
                        config.policies(),
                        WebOptions.defaults())
                .withRegistry(config.registry());
        return new EmbeddedServer(launcher.start(options), token);
    }

    /// Where it listens.
    URI url() {
        return server.url();
    }

    /// A link to a path of the page that signs in once.
    Optional<URI> signInLink(String path) {
        return server.signInLink(path);
    }

    /// A valid token.
    String token() {
        return token;
    }

    /// Waits until its models are ready, at most so long; false when they are not.
    boolean awaitReady(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try (var probe = new HealthProbe()) {
            while (!probe.isReady(server.url())) {
                if (System.nanoTime() > end || closed.await(READY_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }
}
