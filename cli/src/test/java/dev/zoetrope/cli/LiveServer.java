package dev.zoetrope.cli;

import com.sun.net.httpserver.HttpServer;
import dev.zoetrope.api.Codec;
import dev.zoetrope.server.ModelCommand;
import dev.zoetrope.server.Server;
import dev.zoetrope.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The whole product in a test: a real server, the real Seedance model in its own process, and beside them a
/// web server that holds input files.
final class LiveServer implements AutoCloseable {
    private static final String TOKEN = "r8_live";

    private final Path data;
    private final boolean allowPrivate;
    private final List<ModelCommand> models;
    private final HttpServer files;
    private final HttpClient http = HttpClient.newHttpClient();
    Server server;

    /// @param allowPrivate whether inputs may come from this machine
    LiveServer(Path data, boolean allowPrivate) throws IOException {
        this(data, allowPrivate, OwnModels.commands());
    }

    LiveServer(Path data, boolean allowPrivate, List<ModelCommand> models) throws IOException {
        this.data = data;
        this.allowPrivate = allowPrivate;
        this.models = models;
        server = start(0);
        files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        files.start();
    }

    private Server start(int port) {
        return Server.start(new ServerOptions("127.0.0.1", port, data, null, allowPrivate, TOKEN, models));
    }

    /// An address; a POST to it ends the server and starts it again on the same port and data, and answers when that is
    /// done.
    String restarter() {
        files.createContext("/restart", exchange -> {
            int port = server.url().getPort();
            server.close();
            server = start(port);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        return "http://127.0.0.1:" + files.getAddress().getPort() + "/restart";
    }

    /// Puts bytes on the web server beside it and gives their URL.
    String host(String name, String type, byte[] bytes) {
        files.createContext("/" + name, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return "http://127.0.0.1:" + files.getAddress().getPort() + "/" + name;
    }

    record Reply(int status, Map<String, Object> json) {
        String text(String key) {
            return String.valueOf(json.get(key));
        }
    }

    /// Runs Seedance and waits for the end, as long as it takes.
    Reply run(Map<String, Object> input) throws IOException, InterruptedException {
        Reply reply = send(request("/v1/models/bytedance/seedance-2.0/predictions")
                .header("Prefer", "wait")
                .POST(HttpRequest.BodyPublishers.ofString(Codec.write(Map.of("input", input)))));
        while (reply.status() < 300 && !reply.json().containsKey("completed_at")) {
            reply = get("/v1/predictions/" + reply.text("id"));
        }
        return reply;
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(70));
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), Codec.readObject(response.body()));
    }

    /// Saves a film under this name.
    Path save(Reply reply, Path file) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(reply.text("output"))).build();
        return http.send(request, HttpResponse.BodyHandlers.ofFile(file)).body();
    }

    @Override
    public void close() {
        server.close();
        files.stop(0);
        http.close();
    }
}
