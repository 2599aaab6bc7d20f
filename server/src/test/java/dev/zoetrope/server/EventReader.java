package dev.zoetrope.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a stream of server-sent events as the strictest of the clients does: line feeds only, each event with
/// a name, an id and its data.
final class EventReader implements AutoCloseable {
    record Received(String name, String id, String data) {
        int number() {
            return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
        }
    }

    final HttpResponse<java.io.InputStream> response;
    final List<String> comments = new ArrayList<>();
    private final HttpClient http;
    private final BufferedReader lines;

    EventReader(URI url, String... headers) {
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(url).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /// The next event, null at the end of the stream.
    Received next() throws IOException {
        String name = null;
        String id = null;
        var data = new ArrayList<String>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(":")) {
                comments.add(line);
            } else if (line.isEmpty()) {
                if (name == null || id == null || data.isEmpty()) {
                    throw new IOException("an event lacks its name, id or data: " + name + ", " + id + ", " + data);
                }
                return new Received(name, id, String.join("\n", data));
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                data.add(line.substring(6));
            } else {
                throw new IOException("not a line of an event: " + line);
            }
        }
        return null;
    }

    /// All events to the end.
    List<Received> rest() throws IOException {
        var all = new ArrayList<Received>();
        for (Received event = next(); event != null; event = next()) {
            all.add(event);
        }
        return all;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
