package dev.zoetrope.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Receives webhooks on this machine and checks each, for whoever develops a receiver. Whoever starts it closes it.
final class HookListener implements AutoCloseable {
    /// What receivers allow by Standard Webhooks.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /// A prediction whose input and output are data URIs is as large as this at most.
    private static final int LARGEST = 64 << 20;

    private static final int GOOD = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_METHOD = 405;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final WebhookSignature signature;
    private final Consumer<Arrival> taker;
    private final InstantSource clock;

    /// A webhook that came.
    ///
    /// @param id its `webhook-id`, if it has one
    /// @param verdict what its signature is worth
    /// @param body as it came
    record Arrival(@Nullable String id, Verdict verdict, String body) {}

    /// What a signature is worth.
    enum Verdict {
        VERIFIED,
        OLD,
        WRONG
    }

    private HookListener(HttpServer http, String secret, Consumer<Arrival> taker, InstantSource clock) {
        this.http = http;
        this.signature = new WebhookSignature(secret);
        this.taker = taker;
        this.clock = clock;
    }

    /// Listens on a port of loopback, 0 for any free one; each arrival is given on, one at a time.
    static HookListener start(int port, String secret, Consumer<Arrival> taker, InstantSource clock) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var listener = new HookListener(http, secret, taker, clock);
            http.setExecutor(listener.threads);
            http.createContext("/", listener::take);
            http.start();
            return listener;
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "cannot listen on port " + port + ": " + e.getMessage() + "; choose another --port",
                    e);
        }
    }

    /// Where webhooks are to be sent.
    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(taken(exchange), -1);
        }
    }

    private int taken(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return WRONG_METHOD;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return TOO_LARGE;
        }
        var headers = exchange.getRequestHeaders();
        String id = headers.getFirst(WebhookSignature.ID);
        String timestamp = headers.getFirst(WebhookSignature.TIMESTAMP);
        boolean valid = signature.isValid(id, timestamp, headers.getFirst(WebhookSignature.SIGNATURE), body);
        boolean fresh = WebhookSignature.isFresh(timestamp, clock.instant(), TOLERANCE);
        Verdict verdict = !valid ? Verdict.WRONG : fresh ? Verdict.VERIFIED : Verdict.OLD;
        synchronized (this) {
            taker.accept(new Arrival(id, verdict, new String(body, StandardCharsets.UTF_8)));
        }
        return verdict == Verdict.VERIFIED ? GOOD : UNAUTHORIZED;
    }

    @Override
    public void close() {
        // A second lets the last answer out.
        http.stop(1);
        threads.close();
    }
}
