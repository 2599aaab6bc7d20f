package dev.zoetrope.server;

import io.helidon.common.uri.UriPath;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings the paths that clients send to the one under which a route stands. They disagree on whether a base URL has
/// the `/v1`, a base URL may end with a slash or lack the one it needs, and the Go client puts the whole URL of a
/// next page behind its base URL. Stands before all other filters.
final class PathFilter implements Filter {
    private static final String V1 = "/v1";

    /// A URL as a path: `/v1/http://host:1/v1/models`.
    private static final Pattern WHOLE_URL = Pattern.compile("(?:/v1)*/https?:/+([^/]+)(/.*)");

    /// The API's own paths. Files are delivered below `/files` as well, two segments deep.
    private static final Pattern API = Pattern.compile(
            "/(?:predictions|models|deployments|trainings|collections|hardware|account|search|webhooks)(?:/.*)?"
                    + "|/files(?:/[^/]*(?:/download)?)?");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        HttpPrologue prologue = request.prologue();
        String path = prologue.uriPath().rawPath();
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        String tidy = tidy(path, host, request.headers().contains(HeaderNames.AUTHORIZATION));
        if (!tidy.equals(path)) {
            request.prologue(prologue.withUriPath(UriPath.create(tidy)));
        }
        chain.proceed();
    }

    /// The path that was meant.
    ///
    /// @param host the host that the request names
    /// @param hasToken whether it brings a token; who opens a page in a browser does not
    static String tidy(String path, String host, boolean hasToken) {
        Matcher whole = WHOLE_URL.matcher(path);
        String tidy = whole.matches() && whole.group(1).equals(host) ? whole.group(2) : path;
        tidy = tidy.replaceAll("/{2,}", "/");
        tidy = tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
        while (tidy.startsWith(V1 + V1 + "/")) {
            tidy = tidy.substring(V1.length());
        }
        if (tidy.startsWith(V1)
                && API.matcher("/" + tidy.substring(V1.length())).matches()) {
            return V1 + "/" + tidy.substring(V1.length()); // Python 2.x with a base URL set for the whole module
        }
        return hasToken && API.matcher(tidy).matches() ? V1 + tidy : tidy;
    }
}
