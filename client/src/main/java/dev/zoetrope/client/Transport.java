package dev.zoetrope.client;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Codec.MalformedJson;
import dev.zoetrope.api.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Sends requests to the API and to the hosts of output files, again where [RetryPolicy] allows it. Thread-safe.
final class Transport implements AutoCloseable {
    private static final String USER_AGENT = "zoetrope-java/0.1.0";

    /// A problem text longer than this is some proxy's HTML page.
    private static final int LONGEST_DETAIL = 500;

    private static final int FIRST_ERROR = 400;

    private final ClientOptions options;
    private final HttpClient http;
    private final RetryPolicy policy;
    private final Waiter waiter;

    Transport(ClientOptions options, RetryPolicy policy, Waiter waiter) {
        this.options = options;
        this.policy = policy;
        this.waiter = waiter;
        // No redirects by the client itself: it would have to decide where the token goes.
        this.http = HttpClient.newBuilder()
                .connectTimeout(options.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// The address of an API path such as `/predictions`.
    URI api(String path) {
        return URI.create(options.baseUrl() + path);
    }

    /// The address of a page link that the server gave; it must lie on the server itself, since the token goes there.
    URI ofServer(String link) {
        URI url = options.baseUrl().resolve(link);
        if (!origin(url).equals(origin(options.baseUrl()))) {
            throw new ConnectionException("the server at " + options.baseUrl() + " gave a link to another host, " + url
                    + "; it was not followed, so that the token stays where it belongs");
        }
        return url;
    }

    /// A request to the API, with the token.
    HttpRequest.Builder request(URI url, Duration timeout) {
        HttpRequest.Builder request = plain(url, timeout).header("Accept", "application/json");
        if (options.token() != null) {
            request.header("Authorization", "Bearer " + options.token());
        }
        return request;
    }

    HttpRequest.Builder request(URI url) {
        return request(url, options.requestTimeout());
    }

    /// A request to any host, without the token.
    HttpRequest.Builder plain(URI url, Duration timeout) {
        return HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", USER_AGENT);
    }

    /// Sends a request and gives the text of its answer; throws [ServiceException] for an error answer and
    /// [ConnectionException] when there is none.
    String send(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        if (response.statusCode() >= FIRST_ERROR) {
            throw error(response.statusCode(), response.body(), request);
        }
        return response.body();
    }

    /// Sends a request until the policy gives up, and gives the last answer, whatever its status.
    <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        boolean reads = request.method().equals("GET");
        for (int tries = 1; ; tries++) {
            Optional<Duration> pause;
            try {
                HttpResponse<T> response = http.send(request, handler);
                pause = response.statusCode() < FIRST_ERROR
                        ? Optional.empty()
                        : policy.afterStatus(
                                response.statusCode(), reads, response.headers().firstValue("retry-after"), tries);
                if (pause.isEmpty()) {
                    return response;
                }
            } catch (IOException e) {
                pause = policy.afterFailure(e, reads, tries);
                if (pause.isEmpty()) {
                    throw failure(request, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(request.uri().toString(), e);
            }
            pause(pause.get());
        }
    }

    /// Waits; an interrupt ends the wait with a [ConnectionException] and stays set.
    void pause(Duration pause) {
        try {
            waiter.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted(options.baseUrl().toString(), e);
        }
    }

    ServiceException error(int status, String body, HttpRequest request) {
        return new ServiceException(status, problem(status, body), request.method() + " " + request.uri());
    }

    private static ConnectionException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ConnectionException("interrupted while waiting for " + what, cause);
    }

    private static ConnectionException failure(HttpRequest request, IOException cause) {
        URI url = request.uri();
        String where = url.getScheme() + "://" + url.getRawAuthority();
        if (cause instanceof ConnectException) {
            return new ConnectionException("cannot reach " + where + "; is the server running there?", cause);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ConnectionException(request.method() + " " + url + " broke off: " + reason, cause);
    }

    private static Problem problem(int status, String body) {
        try {
            return Codec.read(body, Problem.class);
        } catch (MalformedJson e) {
            String text = body.length() > LONGEST_DETAIL ? body.substring(0, LONGEST_DETAIL) + "..." : body;
            return new Problem(null, text.isBlank() ? null : text, status, null, null, null, null, Map.of());
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /// Ends idle connections and the requests still under way.
    @Override
    public void close() {
        http.shutdownNow();
    }
}
