package dev.zoetrope.compat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// Stands between a client's own test suite and the server. The suite was made from the API's description and names
/// nothing that exists: `GET /predictions/prediction_id`. For each such name the proxy makes a real thing on the server
/// and asks for that; the answer goes back untouched.
final class PlaceholderProxy implements AutoCloseable {
    /// The token that the suite sends.
    private static final String SUITE_TOKEN = "Bearer My Bearer Token";

    /// Headers that the JDK's client sets by itself.
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "content-length", "connection", "accept-encoding", "authorization");

    private final URI server;
    private final RealThings things;
    private final HttpServer http;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param server without `/v1`
    PlaceholderProxy(URI server, Caller caller) {
        this.server = server;
        this.things = new RealThings(caller);
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::pass);
        http.start();
    }

    /// Where the suite is pointed to, with `/v1`.
    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/v1";
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            byte[] body = exchange.getRequestBody().readAllBytes();
            RealThings.Request real = things.real(
                    new RealThings.Request(method, exchange.getRequestURI().getRawPath(), object(exchange, body)));
            byte[] sent =
                    real.body().isEmpty() ? body : Codec.write(real.body()).getBytes(StandardCharsets.UTF_8);
            HttpResponse<byte[]> answer =
                    client.send(request(exchange, real.path(), sent), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name) && !name.equals("transfer-encoding")) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            byte[] told = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), told.length == 0 ? -1 : told.length);
            if (told.length > 0) {
                exchange.getResponseBody().write(told);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError e) {
            e.printStackTrace();
            throw new IOException(e);
        }
    }

    private HttpRequest request(HttpExchange exchange, String path, byte[] body) {
        String query = exchange.getRequestURI().getRawQuery();
        var request = HttpRequest.newBuilder(URI.create(server + path + (query == null ? "" : "?" + query)))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        return request.header(
                        "Authorization", SUITE_TOKEN.equals(token) ? "Bearer " + Stage.TOKEN : String.valueOf(token))
                .build();
    }

    /// The JSON object that was sent; empty when it was something else.
    private static Map<String, Object> object(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return body.length == 0 || body[0] != '{' || type == null || !type.startsWith("application/json")
                ? Map.of()
                : new TreeMap<>(Codec.readObject(new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.stop(0);
        client.close();
    }
}
