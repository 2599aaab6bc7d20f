package dev.zoetrope.compat;

import dev.zoetrope.api.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Calls operations of a description and keeps what was answered. Whoever makes it closes it.
final class Caller implements AutoCloseable {
    /// A held create answers before 60 s; a cold model process comes on top.
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final List<Call> calls = new ArrayList<>();

    Caller(URI server) {
        this.server = server;
    }

    /// One call and its answer.
    ///
    /// @param template the path with its placeholders
    record Call(String method, String template, HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// Without its parameters.
        String contentType() {
            return header("Content-Type").replaceFirst(";.*", "").strip();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /// The body as a JSON value, whatever it is.
        Object json() {
            return Codec.read(text(), Object.class);
        }

        /// A key of the body, which is an object.
        Object get(String key) {
            return Description.map(json()).get(key);
        }

        String string(String key) {
            return String.valueOf(get(key));
        }
    }

    /// All calls so far.
    List<Call> calls() {
        return List.copyOf(calls);
    }

    Call get(String template, String... values) {
        return send("GET", template, request(template, values).GET());
    }

    Call delete(String template, String... values) {
        return send("DELETE", template, request(template, values).DELETE());
    }

    /// A call with a JSON body.
    Call json(String method, String template, Map<String, ?> body, String... values) {
        return send(
                method,
                template,
                request(template, values)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(Codec.write(body))));
    }

    /// A call with some other body, or with headers of its own.
    Call send(String method, String template, HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var call = new Call(method, template, response);
            calls.add(call);
            return call;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + template, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A request with the token, for a path whose placeholders are filled in order; a query may follow the
    /// path.
    HttpRequest.Builder request(String template, String... values) {
        String path = template;
        int next = 0;
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(values[next++]));
        }
        String query = next < values.length ? values[next] : "";
        return HttpRequest.newBuilder(URI.create(server + "/v1" + path + query))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + Stage.TOKEN);
    }

    @Override
    public void close() {
        http.close();
    }
}
