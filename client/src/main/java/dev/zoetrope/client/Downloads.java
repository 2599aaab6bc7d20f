package dev.zoetrope.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/// Fetches outputs into files. The token is never sent: an output's URL is its own key.
final class Downloads {
    /// As many as browsers follow is 20; a file host needs one or two.
    private static final int MOST_REDIRECTS = 5;

    /// Each answer begins the file anew: that of a redirect may be longer than the film.
    private static final OpenOption[] FRESH = {
        StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
    };

    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;
    private static final int NOT_MODIFIED = 304;

    private final Transport transport;
    private final Duration timeout;

    Downloads(Transport transport, Duration timeout) {
        this.transport = transport;
        this.timeout = timeout;
    }

    Path download(String url, Path target) {
        Path whole = target.toAbsolutePath();
        try {
            // Not a temporary file of the JDK's, which nobody else could read once it is the target.
            Path part = whole.resolveSibling("." + UUID.randomUUID() + ".part");
            try {
                if (url.regionMatches(true, 0, "data:", 0, 5)) {
                    Files.write(part, decode(url));
                } else {
                    fetch(URI.create(url), part);
                }
                // The target appears whole or not at all.
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ConnectionException("cannot write " + whole + ": " + reason(e), e);
        }
        return whole;
    }

    private void fetch(URI url, Path part) throws IOException {
        URI here = url;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpRequest request = transport.plain(here, timeout).build();
            HttpResponse<Path> response = transport.exchange(request, BodyHandlers.ofFile(part, FRESH));
            int status = response.statusCode();
            if (status >= FIRST_ERROR) {
                throw transport.error(status, Files.readString(part, StandardCharsets.ISO_8859_1), request);
            }
            if (status < FIRST_REDIRECT || status == NOT_MODIFIED) {
                return;
            }
            here = here.resolve(response.headers()
                    .firstValue("location")
                    .orElseThrow(() -> new ConnectionException(request.uri() + " redirects to nowhere")));
            String scheme = String.valueOf(here.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new ConnectionException(request.uri() + " redirects to " + here + ", which is no web address");
            }
        }
        throw new ConnectionException(url + " redirects more than " + MOST_REDIRECTS + " times");
    }

    /// The bytes of a `data:` URI (RFC 2397).
    private static byte[] decode(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("a data: URI without a comma carries nothing");
        }
        String content = uri.substring(comma + 1);
        return uri.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")
                ? Base64.getMimeDecoder().decode(content)
                : URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                        .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
