package dev.zoetrope.bench;

import dev.zoetrope.api.Codec;
import dev.zoetrope.server.ModelCommand;
import dev.zoetrope.server.RateLimits;
import dev.zoetrope.server.Retention;
import dev.zoetrope.server.Server;
import dev.zoetrope.server.ServerOptions;
import dev.zoetrope.server.ServerPolicies;
import dev.zoetrope.server.WebOptions;
import dev.zoetrope.server.WebhookPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Whether a dead receiver of webhooks slows the others: predictions a second, and how long after its end each
/// prediction is told to a healthy receiver, without and with a backlog for a receiver that takes connections and never
/// answers. The model takes no time, so that all there is to see is the server's.
public final class WebhookBench {
    private static final String TOKEN = "bench";
    private static final int DEFAULT_PREDICTIONS = 500;
    private static final int DEFAULT_BACKLOG = 2000;
    private static final int ROUNDS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server server;
    private final HookSink sink;

    private WebhookBench(Server server, HookSink sink) {
        this.server = server;
        this.sink = sink;
    }

    /// Runs it.
    ///
    /// @param arguments predictions in a round (500), and ends that wait for the dead receiver (2000)
    public static void main(String[] arguments) throws Exception {
        int predictions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_PREDICTIONS;
        int backlog = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_BACKLOG;
        Path folder = Files.createTempDirectory("zoetrope-webhooks");
        try (var dead = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
                var sink = new HookSink();
                var server = Server.start(options(folder))) {
            var bench = new WebhookBench(server, sink);
            bench.round("warm-up", predictions);
            for (int round = 1; round <= ROUNDS; round++) {
                bench.round("no dead receiver, round " + round, predictions);
            }
            bench.fill("http://127.0.0.1:" + dead.getLocalPort() + "/", backlog);
            for (int round = 1; round <= ROUNDS; round++) {
                bench.round(backlog + " ends for a dead receiver, round " + round, predictions);
            }
        }
    }

    private static ServerOptions options(Path folder) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                WordModel.class.getName());
        var model = new ModelCommand(
                "bench/word", "A model that takes no time", command, true, ModelCommand.DEFAULT_MEMORY_LIMIT);
        var policies = new ServerPolicies(
                new WebhookPolicy(true, WebhookPolicy.DEFAULT_RETRY), RateLimits.off(), Retention.defaults());
        return new ServerOptions(
                ServerOptions.DEFAULT_HOST,
                0,
                folder,
                null,
                false,
                TOKEN,
                List.of(model),
                policies,
                WebOptions.defaults());
    }

    /// Ends that nobody takes: each has its webhook for the dead receiver, and one more word tells us that all are
    /// over.
    private void fill(String dead, int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            create(dead);
        }
        create(sink.url());
        sink.take(1);
    }

    private void round(String name, int count) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            create(sink.url());
        }
        double[] delays = sink.take(count);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(delays);
        System.out.printf(
                "%-45s %6.1f predictions/s   told after %6.1f ms (median) %6.1f ms (99%%)%n",
                name, count / seconds, delays[count / 2], delays[count * 99 / 100]);
    }

    private void create(String webhook) throws IOException, InterruptedException {
        String body = Codec.write(Map.of(
                "input", Map.of("text", "word"), "webhook", webhook, "webhook_events_filter", List.of("completed")));
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/v1/models/bench/word/predictions"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 201) {
            throw new IllegalStateException("a create answered " + status);
        }
    }
}
