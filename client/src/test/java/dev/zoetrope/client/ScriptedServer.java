package dev.zoetrope.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on loopback that answers each method and path with the replies it was given, in order; the last one again
/// and again. It keeps what it was asked.
final class ScriptedServer implements AutoCloseable {
    /// An answer; status 0 drops the connection instead.
    record Reply(int status, Map<String, String> headers, String body) {
        static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body);
        }

        static Reply dropped() {
            return new Reply(0, Map.of(), "");
        }

        Reply with(String header, String value) {
            return new Reply(status, Map.of(header, value), body);
        }
    }

    record Request(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void on(String methodAndPath, Reply... answers) {
        replies.put(methodAndPath, new ArrayDeque<>(Arrays.asList(answers)));
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Reply reply = next(request.method() + " " + request.path());
            if (reply.status() == 0) {
                throw new UncheckedIOException(new IOException("dropped as scripted"));
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply next(String key) {
        Deque<Reply> scripted = replies.get(key);
        if (scripted == null) {
            return Reply.json(404, "{\"detail\":\"nothing scripted for " + key + "\",\"status\":404}");
        }
        synchronized (scripted) {
            return scripted.size() > 1 ? scripted.removeFirst() : scripted.getFirst();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
