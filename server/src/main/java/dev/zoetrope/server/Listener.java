package dev.zoetrope.server;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens a port. Problems look the same on all of them.
final class Listener {
    /// Helidon's own limit stands above every limit of ours, so that ours give the answer.
    private static final long PAYLOAD_LIMIT = 5L << 30;

    private Listener() {}

    /// Listens, on any free port if that is 0; whoever asked stops it. Throws [IllegalStateException] when the port
    /// is taken.
    static WebServer listen(String host, int port, Optional<Tls> tls, Consumer<HttpRouting.Builder> routes) {
        var builder = WebServer.builder();
        tls.ifPresent(builder::tls);
        WebServer server = builder.host(host)
                .port(port)
                .maxPayloadSize(PAYLOAD_LIMIT)
                .shutdownHook(false) // whoever started the server closes it, in order
                .featuresDiscoverServices(false)
                .contentEncoding(GzipBodies.context())
                .directHandlers(Problems.direct())
                .shutdownGracePeriod(Duration.ofMillis(500))
                .routing(routing -> {
                    routes.accept(routing);
                    routing.any((request, response) -> {
                        throw Models.unknown();
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
}
