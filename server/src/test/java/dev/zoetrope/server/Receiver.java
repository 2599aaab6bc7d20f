package dev.zoetrope.server;

import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// Somebody who receives webhooks: keeps all, answers as it is told and 200 otherwise.
final class Receiver implements AutoCloseable {
    record Hook(String id, String timestamp, String signature, String body) {
        boolean isSignedWith(String secret) {
            return new WebhookSignature(secret)
                    .isValid(id, timestamp, signature, body.getBytes(StandardCharsets.UTF_8));
        }

        Map<String, Object> json() {
            return Codec.readObject(body);
        }

        String status() {
            return String.valueOf(json().get("status"));
        }
    }

    final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer http;

    Receiver() {
        this(0);
    }

    Receiver(int port) {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                hooks.add(new Hook(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                Integer answer = answers.poll();
                exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
            }
        });
        http.start();
    }

    /// The statuses of the next answers.
    Receiver answers(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    int port() {
        return http.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
