package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.predictions.Tokens.Token;
import dev.zoetrope.server.RateLimiter.Verdict;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;

/// Holds the requests of each token to its limits, and tells how much is left: on answers of the API, except
/// those about files, as Replicate does. A request without a valid token is not counted; its route answers 401.
final class RateLimitFilter implements Filter {
    private static final HeaderName REMAINING = HeaderNames.create("ratelimit-remaining");
    private static final HeaderName RESET = HeaderNames.create("ratelimit-reset");

    private final RateLimiter limiter;
    private final Gate gate;

    RateLimitFilter(RateLimiter limiter, Gate gate) {
        this.limiter = limiter;
        this.gate = gate;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        // The prologue, since a path with slashes too many is mended there.
        String path = request.prologue().uriPath().path();
        if (path.startsWith("/v1/") && !StreamTokens.isIn(path)) {
            Optional<Token> token = gate.authentication().find(request);
            boolean create =
                    request.prologue().method().text().equals("POST") && path.matches(".*/(predictions|trainings)/?");
            Optional<Verdict> verdict = token.flatMap(known -> limiter.take(known.id(), create));
            if (verdict.isPresent()) {
                if (!path.matches("(/v1)+/files(/.*)?")) {
                    response.header(REMAINING, String.valueOf(verdict.get().remaining()));
                    response.header(RESET, String.valueOf(verdict.get().reset()));
                }
                if (!verdict.get().allowed()) {
                    throw ApiException.throttled(verdict.get().retryAfter());
                }
            }
        }
        chain.proceed();
    }
}
