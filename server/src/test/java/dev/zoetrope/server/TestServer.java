package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real server on a free port with the test model as a child process, and a small client for it.
final class TestServer implements AutoCloseable {
    static final String TOKEN = "test-token";

    final Server server;
    final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    TestServer(Path data) {
        this(data, true);
    }

    TestServer(Path data, boolean eager) {
        this(options(data, eager));
    }

    TestServer(ServerOptions options) {
        this.data = options.data();
        server = Server.start(options);
    }

    TestServer(Path data, RegistryOptions registry) {
        this(options(data, true).withRegistry(registry));
    }

    /// The options of a test, with policies of its own.
    static ServerOptions options(Path data, boolean allowPrivateUrls, ServerPolicies policies) {
        var usual = options(data, true);
        return new ServerOptions(
                "127.0.0.1", 0, data, null, allowPrivateUrls, TOKEN, usual.models(), policies, WebOptions.defaults());
    }

    static ServerOptions options(Path data, boolean eager) {
        try {
            Path marks = Files.createDirectories(data.resolve("marks"));
            var model = model("acme/test", eager, TestModel.class, marks.toString());
            return new ServerOptions("127.0.0.1", 0, data, null, true, TOKEN, List.of(model));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// A model whose process runs this class.
    static ModelCommand model(String slug, boolean eager, Class<?> main, String... arguments) {
        return new ModelCommand(
                slug, "A model for tests", java(main, arguments), eager, ModelCommand.DEFAULT_MEMORY_LIMIT);
    }

    /// The command of a program in the class path of this test, and its arguments.
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    record Reply(int status, Map<String, Object> json, HttpResponse<byte[]> raw) {
        String text(String key) {
            return String.valueOf(json.get(key));
        }

        @SuppressWarnings("unchecked") // JSON objects have string keys
        Map<String, Object> map(String key) {
            return (Map<String, Object>) json.get(key);
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Reply get(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TOKEN)
                .GET());
    }

    Reply post(String path, Object body, String... headers) {
        String text = body instanceof String json ? json : Codec.write(body);
        var request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /// Any method, with a JSON body, a text, or none.
    Reply call(String method, String path, Object body, String... headers) {
        String text = body == null ? "" : body instanceof String plain ? plain : Codec.write(body);
        var request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(text));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            var response =
                    http.send(request.timeout(Duration.ofSeconds(70)).build(), HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && response.body().length > 0 && response.body()[0] == '{';
            return new Reply(
                    response.statusCode(),
                    json
                            ? Codec.readObject(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                            : Map.of(),
                    response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return path.startsWith("http") ? URI.create(path) : URI.create(server.url() + path);
    }

    /// Creates a prediction and waits for its end.
    Reply run(Map<String, Object> input) {
        return post("/v1/models/acme/test/predictions", Map.of("input", input), "Prefer", "wait");
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
