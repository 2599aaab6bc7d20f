package dev.zoetrope.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Under which address a caller sees this server. Without a configured public URL it is the one the request
/// names, so that links work for whoever asked: `localhost`, `127.0.0.1`, or the name of a tunnel.
///
/// @param configured the public URL without a slash at its end, null when there is none
/// @param bound the URL of the bound address, known once the server listens
record Origin(@Nullable String configured, Supplier<String> bound) {
    static Origin of(@Nullable URI publicUrl, Supplier<String> bound) {
        return new Origin(publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", ""), bound);
    }

    /// The base URL for links that are sent later, to somebody who once asked under this one.
    String of(@Nullable String asked) {
        return configured != null ? configured : asked != null ? asked : bound.get();
    }

    /// The base URL for the links in an answer to this request, without a slash at its end.
    String of(ServerRequest request) {
        if (configured != null) {
            return configured;
        }
        String host = request.headers().first(HeaderNames.HOST).orElse("");
        // Anything but a plain host name or address with a port would let a caller put markup into links.
        return host.matches("[A-Za-z0-9.\\-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.]+](:\\d{1,5})?")
                ? (request.isSecure() ? "https://" : "http://") + host
                : bound.get();
    }
}
