package dev.zoetrope.cog;

import java.net.URI;
import java.util.List;

/// Where a [Fetcher] may go.
///
/// @param allowPrivate true to permit addresses that are not of the public internet
/// @param trustedOrigins origins, such as the server's own `http://127.0.0.1:8080`, that are fetched from whatever
/// their address; scheme, host and port must match exactly
public record FetchPolicy(boolean allowPrivate, List<URI> trustedOrigins) {
    public FetchPolicy {
        trustedOrigins = List.copyOf(trustedOrigins);
        for (URI origin : trustedOrigins) {
            if (!CogHostOptions.isHttp(origin)) {
                throw new IllegalArgumentException(
                        "the trusted origin is " + origin + "; it must be like http://127.0.0.1:8080");
            }
        }
    }

    /// The public internet only.
    public static FetchPolicy publicOnly() {
        return new FetchPolicy(false, List.of());
    }

    boolean isTrusted(URI uri) {
        return trustedOrigins.stream()
                .anyMatch(origin -> origin.getScheme().equalsIgnoreCase(uri.getScheme())
                        && origin.getHost().equalsIgnoreCase(uri.getHost())
                        && HttpTarget.port(origin) == HttpTarget.port(uri));
    }
}
