package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Answers what no route took: 405 where the path is known with other methods, `OPTIONS` with those methods, 404
/// for the rest. Knows the routes by asking the services for them once more.
final class KnownRoutes {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "QUERY");

    private final List<Known> routes = new ArrayList<>();

    private record Known(String prefix, HttpRoute route) {}

    /// Adds the routes of services, which stand under this prefix; `""` is a prefix as well.
    KnownRoutes with(String prefix, List<HttpService> services) {
        var listing = new Listing();
        services.forEach(service -> service.routing(listing));
        listing.routes.forEach(route -> routes.add(new Known(prefix, route)));
        return this;
    }

    /// Answers a request that no route took.
    void answer(ServerRequest request, ServerResponse response) {
        List<String> known = methods(request.prologue());
        String method = request.prologue().method().text();
        // A route that knows the method has passed the request on: it found nothing there.
        if (known.isEmpty() || (known.contains(method) && !method.equals("OPTIONS"))) {
            throw Models.unknown();
        }
        response.header(HeaderNames.ALLOW, String.join(", ", known));
        if (method.equals("OPTIONS")) {
            response.status(204).send();
            return;
        }
        throw new ApiException(
                ErrorCode.METHOD_NOT_ALLOWED,
                "Method \"" + method + "\" not allowed; this path takes " + String.join(", ", known) + ".");
    }

    private List<String> methods(HttpPrologue asked) {
        var known = new TreeSet<String>();
        for (String method : METHODS) {
            if (routes.stream().anyMatch(each -> accepts(each, asked, method))) {
                known.add(method);
            }
        }
        if (!known.isEmpty()) {
            known.add("OPTIONS");
        }
        return List.copyOf(known);
    }

    private static boolean accepts(Known known, HttpPrologue asked, String method) {
        String path = asked.uriPath().rawPath();
        if (!path.startsWith(known.prefix() + "/")) {
            return false;
        }
        var other = HttpPrologue.create(
                asked.rawProtocol(),
                asked.protocol(),
                asked.protocolVersion(),
                Method.create(method),
                path.substring(known.prefix().length()),
                false);
        return known.route().accepts(other).accepted();
    }

    /// Takes down the routes that a service would serve.
    private static final class Listing implements HttpRules {
        private final List<HttpRoute> routes = new ArrayList<>();

        @Override
        public HttpRules register(HttpService... services) {
            for (HttpService service : services) {
                service.routing(this);
            }
            return this;
        }

        @Override
        public HttpRules register(String path, HttpService... services) {
            throw new IllegalStateException("a service of ours has services below " + path + ", which is not foreseen");
        }

        @Override
        public HttpRules route(HttpRoute route) {
            routes.add(route);
            return this;
        }
    }
}
