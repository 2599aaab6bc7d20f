package dev.zoetrope.server;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// `/page/assets/...`: the page's scripts and styles, from the program itself. Each is read and packed once; browsers
/// ask every time and mostly hear that nothing changed. Thread-safe.
final class PageAssets implements HttpService {
    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");

    /// No dots but the one before the ending, so no way out of the folder.
    private static final Pattern NAME = Pattern.compile("(js|css)/([a-z0-9-]+/)?[a-z0-9-]+\\.(js|css|svg)");

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /// One file, as it is and packed.
    private static final class Asset {
        private final byte[] plain;
        private final byte[] packed;
        private final String etag;
        private final String type;

        Asset(byte[] plain, byte[] packed, String etag, String type) {
            this.plain = plain;
            this.packed = packed;
            this.etag = etag;
            this.type = type;
        }
    }

    @Override
    public void routing(HttpRules rules) {
        for (String path : List.of("/page/assets/{kind}/{name}", "/page/assets/{kind}/{folder}/{name}")) {
            rules.get(path, this::send).head(path, this::send);
        }
    }

    private void send(ServerRequest request, ServerResponse response) {
        String name = request.path().path().substring("/page/assets/".length());
        Asset asset = NAME.matcher(name).matches() ? asset(name).orElse(null) : null;
        if (asset == null) {
            throw Models.unknown();
        }
        response.header(HeaderNames.CONTENT_TYPE, asset.type)
                .header(HeaderNames.ETAG, asset.etag)
                .header(HeaderNames.CACHE_CONTROL, "no-cache")
                .header(HeaderNames.VARY, "Accept-Encoding")
                .header(NO_SNIFF, "nosniff");
        if (request.headers().first(HeaderNames.IF_NONE_MATCH).orElse("").contains(asset.etag)) {
            response.status(304).send();
            return;
        }
        boolean packs =
                request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse("").contains("gzip");
        if (packs) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        }
        PageShell.send(request, response, packs ? asset.packed : asset.plain);
    }

    private Optional<Asset> asset(String name) {
        Asset known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = PageAssets.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(plain);
            }
            String etag = "\"" + Sha256.hex(plain) + "\"";
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            var asset = new Asset(plain, packed.toByteArray(), etag, type);
            read.put(name, asset);
            return Optional.of(asset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
