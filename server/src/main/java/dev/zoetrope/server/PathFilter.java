package dev.zoetrope.server;

import io.helidon.common.uri.UriPath;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Takes slashes out of paths that are there by mistake: a base URL with a slash at its end gives `/v1//predictions`,
/// and
/// some people end every path with one. Stands before all other filters.
final class PathFilter implements Filter {
    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        HttpPrologue prologue = request.prologue();
        String path = prologue.uriPath().rawPath();
        String tidy = tidy(path);
        if (!tidy.equals(path)) {
            request.prologue(prologue.withUriPath(UriPath.create(tidy)));
        }
        chain.proceed();
    }

    /// A path with single slashes, and none at its end.
    static String tidy(String path) {
        String single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
