package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem;
import dev.zoetrope.files.Blobs;
import dev.zoetrope.predictions.StoreFullException;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportRequest;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where an exception becomes an answer: `application/problem+json`, with nothing of the server's
/// inside.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String TYPE = "application/problem+json";

    private Problems() {}

    static void register(HttpRouting.Builder routing) {
        routing.error(ApiException.class, (request, response, e) -> send(request, response, e.problem()));
        routing.error(
                Codec.MalformedJson.class,
                (request, response, e) -> send(
                        request,
                        response,
                        new ApiException(
                                        ErrorCode.BAD_REQUEST,
                                        "The body is not the JSON it should be: " + e.getMessage())
                                .problem()));
        routing.error(StoreFullException.class, (request, response, e) -> full(request, response, e));
        routing.error(Blobs.StoreFull.class, (request, response, e) -> full(request, response, e));
        routing.error(
                Blobs.TooLarge.class,
                (request, response, e) -> send(
                        request,
                        response,
                        new ApiException(ErrorCode.TOO_LARGE, "The file has " + e.getMessage() + ".").problem()));
        routing.error(RequestException.class, (request, response, e) -> {
            int status = e.status().code();
            ErrorCode code = status == 413 ? ErrorCode.TOO_LARGE : ErrorCode.BAD_REQUEST;
            send(
                    request,
                    response,
                    new ApiException(code, "The request could not be read: " + e.getMessage()).problem());
        });
        routing.error(CloseConnectionException.class, (request, response, e) -> {
            throw e; // the connection is beyond an answer
        });
        routing.error(Throwable.class, Problems::unexpected);
    }

    private static void full(ServerRequest request, ServerResponse response, Exception e) {
        LOG.error("no space is left", e);
        send(
                request,
                response,
                new ApiException(
                                ErrorCode.STORAGE_FULL,
                                "The server has no space left to store this; free some and try again.")
                        .problem());
    }

    private static void unexpected(ServerRequest request, ServerResponse response, Throwable e) {
        String incident = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error(
                "incident {}: {} {}",
                incident,
                request.prologue().method(),
                request.path().path(),
                e);
        if (!response.isSent()) {
            send(
                    request,
                    response,
                    new ApiException(
                                    ErrorCode.INTERNAL,
                                    "Something went wrong in the server; its log says what, under incident " + incident
                                            + ".")
                            .problem());
        }
    }

    static void send(ServerRequest request, ServerResponse response, Problem problem) {
        if (problem.status() == ErrorCode.UNAUTHENTICATED.status()) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.retryAfter() != null) {
            response.header(HeaderNames.RETRY_AFTER, String.valueOf(problem.retryAfter()));
        }
        response.status(problem.status()).header(HeaderNames.CONTENT_TYPE, TYPE);
        if (request.prologue().method().text().equals("HEAD")) {
            // A body would be taken for the next answer.
            response.send();
        } else {
            response.send(Codec.writeBytes(problem));
        }
    }

    /// What answers requests that are no HTTP, or end before a route has them.
    static DirectHandlers direct() {
        var handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, Problems::direct);
        }
        return handlers.build();
    }

    private static TransportResponse direct(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        var problem = new Problem(
                status.reasonPhrase(),
                "The request could not be read: " + message,
                status.code(),
                null,
                null,
                null,
                null,
                Map.of());
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, TYPE)
                .keepAlive(type.keepAlive())
                .entity(Codec.writeBytes(problem))
                .build();
    }
}
