package dev.zoetrope.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.PredictionRequest;
import dev.zoetrope.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A small server of the API on loopback with one model and one prediction, whose states it plays one after the other.
final class ScriptedServer implements ServerLauncher.Running {
    static final String ID = "w3k8y1m5tdrm80cx9r6a2bq7hn";
    static final String MODEL = "acme/clip";
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    record Request(String method, String path, String token, String body) {}

    private final HttpServer http;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Iterator<String> states =
            List.of(state("succeeded", "\"FILM\"", "", "null")).iterator();
    private volatile String state = "";
    private volatile boolean closed;

    ScriptedServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    /// What the prediction shows at each look; the last one again and again. `FILM` stands for the URL of its file.
    void plays(String... all) {
        states = List.of(all).iterator();
    }

    static String state(String status, String output, String logs, String error) {
        return """
                {"id":"%s","model":"%s","version":"hidden","input":{},"logs":"%s","output":%s,"data_removed":false,\
                "error":%s,"status":"%s","created_at":"2026-01-02T03:04:05.678Z","metrics":{"progress":0.5,"predict_time":1.25}}""".formatted(ID, MODEL, logs, output, error, status);
    }

    /// A launcher that gives this server, and tells what it was asked to start.
    ServerLauncher launcher(List<ServerOptions> started) {
        return options -> {
            started.add(options);
            return this;
        };
    }

    List<Request> requests() {
        return requests;
    }

    /// The input of the prediction that was created.
    Map<String, Object> input() {
        Request created = requests.stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/predictions"))
                .findFirst()
                .orElseThrow();
        return Codec.read(created.body(), PredictionRequest.class).input();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    @Override
    public Optional<String> firstToken() {
        return Optional.of("r8_first");
    }

    @Override
    public void close() {
        closed = true;
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            String reply = reply(request);
            byte[] body = (reply == null ? "{\"detail\":\"not here\",\"status\":404}" : reply)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String reply(Request request) {
        String path = request.path();
        if (path.startsWith("/health/")) {
            return "{\"status\":\"live\"}";
        }
        if (path.startsWith("/v1/models/") && path.endsWith("/predictions")) {
            return state("starting", "null", "", "null");
        }
        if (path.startsWith("/v1/predictions/")) {
            state = states.hasNext() ? states.next() : state;
            return state.replace("FILM", url() + "/out/film.mp4");
        }
        return switch (path) {
            case "/v1/models/" + MODEL -> model();
            case "/v1/predictions" ->
                "{\"previous\":null,\"next\":null,\"results\":[" + state("failed", "null", "", "null") + "]}";
            case "/v1/files" -> file();
            case "/v1/webhooks/default/secret" -> "{\"key\":\"" + WEBHOOK_SECRET + "\"}";
            case "/out/film.mp4" -> "film";
            default -> null;
        };
    }

    private String file() {
        return """
                {"id":"f1","name":"b.jpg","content_type":"image/jpeg","size":1,"etag":"e",\
                "checksums":{"sha256":"a","md5":"b"},"metadata":{},"created_at":"2026-01-02T03:04:05Z",\
                "urls":{"get":"%s/v1/files/f1"}}""".formatted(url());
    }

    private static String model() {
        return """
                {"url":"u","owner":"acme","name":"clip","visibility":"public","run_count":1,"latest_version":{"id":"feed",\
                "cog_version":"0.1","openapi_schema":{"components":{"schemas":{\
                "resolution":{"type":"string","enum":["480p","720p"]},\
                "Input":{"type":"object","properties":{\
                "prompt":{"type":"string"},"duration":{"type":"integer"},"strength":{"type":"number"},\
                "generate_audio":{"type":"boolean"},"reference_images":{"type":"array","items":{"type":"string","format":"uri"}},\
                "sizes":{"type":"array","items":{"type":"integer"}},"extra":{"type":"object"},\
                "resolution":{"allOf":[{"$ref":"#/components/schemas/resolution"}],"default":"720p"}}}}}}}}""";
    }
}
