package dev.zoetrope.cog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/// Brings a caller's file from a URL, without letting the caller reach what only the server can: the one place of the
/// product that fetches what others name.
///
/// Only http, https and `data:` URLs; no user names in them. Every address of the host is checked by an [AddressGuard],
/// and the connection goes to exactly the checked address (see [PinnedHttp]); each redirect, five at most, is checked
/// like the first URL. Size, time and kind are limited by [FetchLimits]; the kind is what the first bytes say, not the
/// server's word. Environment proxies are not used, as they would resolve names themselves.
///
/// Thread-safe, holds nothing open between calls.
public final class Fetcher {
    private static final int MOST_REDIRECTS = 5;

    private static final int BUFFER = 64 << 10;

    private final PinnedHttp http;

    /// A fetcher that goes where the policy lets it.
    public Fetcher(FetchPolicy policy) {
        this(policy, new AddressGuard(policy.allowPrivate()), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Fetcher(FetchPolicy policy, AddressGuard guard, SSLSocketFactory tls) {
        http = new PinnedHttp(policy, guard, tls);
    }

    /// Fetches a URL into a file, which is replaced if it exists. Blocks; an interrupt stops it at once. When it throws
    /// [FetchException] or [InterruptedException] no file is left.
    public Fetched fetch(URI uri, FetchLimits limits, Path into) throws InterruptedException {
        return PinnedHttp.within(limits.timeout(), uri, () -> {
            boolean isWhole = false;
            try {
                Fetched fetched = DataUri.isOne(uri) ? decode(uri, limits, into) : follow(uri, limits, into);
                isWhole = !Thread.currentThread().isInterrupted();
                return fetched;
            } finally {
                if (!isWhole) {
                    Files.deleteIfExists(into);
                }
            }
        });
    }

    private static Fetched decode(URI uri, FetchLimits limits, Path into) throws IOException {
        byte[] bytes = DataUri.decode(uri, limits.maxBytes());
        MediaKind kind = allowed(uri, limits, bytes);
        Files.write(into, bytes);
        return new Fetched(into, bytes.length, kind);
    }

    private Fetched follow(URI first, FetchLimits limits, Path into) throws IOException {
        URI current = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            try (HttpAnswer answer = http.send(current, "GET", Map.of(), new byte[0], limits.connectTimeout())) {
                Optional<String> location = answer.header("Location");
                if (isRedirect(answer.status()) && location.isPresent()) {
                    current = resolve(current, location.get());
                } else if (answer.status() != 200) {
                    throw new FetchException(current, "HTTP " + answer.status());
                } else {
                    return save(current, answer, limits, into);
                }
            }
        }
        throw new FetchException(first, "it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static URI resolve(URI base, String location) {
        try {
            return base.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new FetchException(base, "it redirects to something that is no URL", e);
        }
    }

    private static Fetched save(URI uri, HttpAnswer answer, FetchLimits limits, Path into) throws IOException {
        Optional<String> coding = answer.header("Content-Encoding");
        if (coding.isPresent() && !coding.get().equalsIgnoreCase("identity")) {
            throw new FetchException(uri, "it is sent as " + coding.get() + " though that was not asked for");
        }
        long announced = answer.length().orElse(0);
        if (announced > limits.maxBytes()) {
            throw tooLarge(uri, "has " + announced + " bytes", limits);
        }
        InputStream body = answer.body();
        byte[] start = body.readNBytes(MediaKind.DECIDING_BYTES);
        MediaKind kind = allowed(uri, limits, start);
        long size = start.length;
        try (OutputStream out = Files.newOutputStream(into)) {
            out.write(start);
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limits.maxBytes()) {
                    throw tooLarge(uri, "goes on", limits);
                }
                out.write(buffer, 0, read);
            }
        }
        return new Fetched(into, size, kind);
    }

    private static FetchException tooLarge(URI uri, String how, FetchLimits limits) {
        return new FetchException(uri, "it " + how + ", but at most " + limits.maxBytes() + " bytes are allowed");
    }

    private static MediaKind allowed(URI uri, FetchLimits limits, byte[] start) {
        MediaKind kind = MediaKind.of(start);
        if (!limits.kinds().isEmpty() && !limits.kinds().contains(kind)) {
            throw new FetchException(
                    uri, "it is " + kind.words() + ", but must be one of: " + MediaKind.list(limits.kinds()));
        }
        return kind;
    }
}
