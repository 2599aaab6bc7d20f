package dev.zoetrope.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Optional;

/// Answers browsers that ask whether a page may call the API, and marks the answers that it may read. Streams
/// and the files of outputs are outside of it: their URLs are their own keys, and open to every page.
final class CorsFilter implements Filter {
    private static final HeaderName REQUEST_METHOD = HeaderNames.create("Access-Control-Request-Method");
    private static final HeaderName REQUEST_HEADERS = HeaderNames.create("Access-Control-Request-Headers");
    private static final HeaderName PRIVATE_NETWORK = HeaderNames.create("Access-Control-Request-Private-Network");
    private static final HeaderName ALLOW_PRIVATE = HeaderNames.create("Access-Control-Allow-Private-Network");

    private static final String METHODS = "GET, POST, PATCH, DELETE, QUERY, OPTIONS";

    /// Asked for when the browser does not say what it will send: what the clients send, and what we know.
    private static final String HEADERS =
            "Authorization, Content-Type, Prefer, Cancel-After, Idempotency-Key, Zoetrope-Outputs";

    /// What a page may read besides the body.
    private static final String EXPOSED =
            "Location, Preference-Applied, Retry-After, ratelimit-remaining, ratelimit-reset, ratelimit-limit";

    private final CorsPolicy policy;

    CorsFilter(CorsPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        String path = request.path().path();
        if (origin.isEmpty() || !path.startsWith("/v1/") || StreamTokens.isIn(path)) {
            chain.proceed();
            return;
        }
        response.header(HeaderNames.VARY, "Origin");
        Optional<String> allowed = policy.allow(origin);
        boolean isPreflight = request.prologue().method().text().equals("OPTIONS")
                && request.headers().contains(REQUEST_METHOD);
        allowed.ifPresent(value -> response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, value));
        if (!isPreflight) {
            allowed.ifPresent(_ -> response.header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED));
            chain.proceed();
            return;
        }
        if (allowed.isPresent()) {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .header(
                            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                            request.headers().first(REQUEST_HEADERS).orElse(HEADERS))
                    .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600");
            if (request.headers().contains(PRIVATE_NETWORK)) {
                response.header(ALLOW_PRIVATE, "true"); // a page of the internet that speaks to this machine
            }
        }
        response.status(204).send();
    }
}
