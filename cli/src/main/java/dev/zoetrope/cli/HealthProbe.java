package dev.zoetrope.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Asks an address whether a Zoetrope server answers there, and whether its models are ready.
final class HealthProbe implements AutoCloseable {
    /// A server on this machine answers in milliseconds; a busy one deserves a moment.
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /// True when a server of ours answers, ready or not.
    boolean isLive(URI server) {
        return get(server.resolve("/health/live"))
                .filter(answer -> answer.statusCode() == OK && answer.body().contains("\"live\""))
                .isPresent();
    }

    /// True when a prediction sent now would begin at once.
    boolean isReady(URI server) {
        return get(server.resolve("/health/ready"))
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }

    private Optional<HttpResponse<String>> get(URI url) {
        var request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
