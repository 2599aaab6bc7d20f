package dev.zoetrope.bench;

import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A receiver of webhooks that takes each in at once and notes how long after the prediction's end it came.
final class HookSink implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<Double> delays = new LinkedBlockingQueue<>();

    HookSink() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Instant now = Instant.now();
                exchange.sendResponseHeaders(200, -1);
                Instant ended = Codec.read(body, Prediction.class).completedAt();
                if (ended != null) {
                    delays.add(Duration.between(ended, now).toNanos() / 1e6);
                }
            }
        });
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /// Waits for so many ends and gives their delays in milliseconds.
    double[] take(int count) throws InterruptedException {
        double[] taken = new double[count];
        for (int i = 0; i < count; i++) {
            Double delay = delays.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (delay == null) {
                throw new IllegalStateException("only " + i + " of " + count + " webhooks came");
            }
            taken[i] = delay;
        }
        return taken;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.close();
    }
}
