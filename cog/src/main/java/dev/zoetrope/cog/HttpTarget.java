package dev.zoetrope.cog;

import java.net.URI;
import java.util.Locale;

/// An http or https URL taken apart as a request needs it.
///
/// @param uri the URL
/// @param host the name or literal address, without brackets
/// @param port the port, the scheme's own if the URL names none
/// @param isTls true for https
record HttpTarget(URI uri, String host, int port, boolean isTls) {
    /// Takes a URL apart; throws [FetchException] for one that is never fetched.
    static HttpTarget of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            String named = scheme.isEmpty() ? "URLs without a scheme" : scheme + ": URLs";
            throw new FetchException(uri, named + " are not fetched; upload the file or use http, https or data");
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new FetchException(uri, "it holds a user name; take it out and use a signed URL instead");
        }
        if (uri.getHost() == null || uri.getHost().contains("%")) {
            throw new FetchException(uri, "it has no valid host name");
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new HttpTarget(uri, host, port(uri), scheme.equals("https"));
    }

    static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /// True for a literal address, which TLS never sends as server name.
    boolean isLiteral() {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /// What the `Host` header says: the port only if it is not the scheme's own.
    String hostHeader() {
        return uri.getHost() + (port == (isTls ? 443 : 80) ? "" : ":" + port);
    }

    /// What the request line says; characters outside ASCII are percent-encoded.
    String path() {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }
}
