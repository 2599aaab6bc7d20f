package dev.zoetrope.cog;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A file that could not be fetched. The message names the URL, without its query as that may hold a signature, what
/// was wrong, and the remedy; it is meant for whoever sent the URL.
public final class FetchException extends RuntimeException {
    /// Enough of a `data:` URI to recognize it by.
    private static final int LONGEST_DATA = 40;

    FetchException(URI uri, String problem) {
        this(uri, problem, null);
    }

    FetchException(URI uri, String problem, @Nullable Throwable cause) {
        super(shown(uri) + ": " + problem, cause);
    }

    /// A URL as messages and logs may show it: without query, fragment and user, `data:` URIs shortened.
    public static String shown(URI uri) {
        String text = uri.toString();
        if (uri.isOpaque()) {
            return text.length() <= LONGEST_DATA ? text : text.substring(0, LONGEST_DATA) + "...";
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + (uri.getHost() == null ? "" : uri.getHost()) + port + path;
    }
}
