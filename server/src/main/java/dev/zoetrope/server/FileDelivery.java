package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.files.Blobs;
import dev.zoetrope.files.ByteRange;
import dev.zoetrope.predictions.FileRecords;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `/files/{secret}/{name}`: the bytes of a file, for whoever has its URL. Players seek by ranges, so these are exact
/// (RFC 9110, section 14).
final class FileDelivery implements HttpService {
    private static final HeaderName NO_SNIFF = HeaderNames.create("X-Content-Type-Options");
    private static final HeaderName SECURITY_POLICY = HeaderNames.create("Content-Security-Policy");

    private final FileRecords records;
    private final Blobs blobs;

    FileDelivery(FileRecords records, Blobs blobs) {
        this.records = records;
        this.blobs = blobs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/files/{secret}/{name}", this::deliver).head("/files/{secret}/{name}", this::deliver);
    }

    private void deliver(ServerRequest request, ServerResponse response) throws IOException {
        FileRecord file = records.findBySecret(request.path().pathParameters().get("secret"))
                .orElseThrow(FileDelivery::gone);
        deliver(request, response, file, file.contentType());
    }

    /// Answers with the bytes of a file under this media type, or with the stretch of them that is asked for.
    void deliver(ServerRequest request, ServerResponse response, FileRecord file, String contentType)
            throws IOException {
        long size = blobs.size(file.sha256()).orElseThrow(FileDelivery::gone);
        String etag = "\"" + file.sha256() + "\"";
        describe(response, file, contentType, etag);
        if (matches(request.headers().first(HeaderNames.IF_NONE_MATCH).orElse(""), etag)) {
            response.status(304).send();
            return;
        }
        ByteRange range = wantsRange(request, etag)
                ? ByteRange.parse(request.headers().first(HeaderNames.RANGE).orElse(""), size)
                : new ByteRange.Whole();
        boolean head = request.prologue().method().text().equals("HEAD");
        switch (range) {
            case ByteRange.Whole _ -> send(response, file, 200, new Stretch(0, size, head));
            case ByteRange.Part part -> {
                response.header(HeaderNames.CONTENT_RANGE, part.contentRange(size));
                send(response, file, 206, new Stretch(part.offset(), part.length(), head));
            }
            case ByteRange.Unsatisfiable _ ->
                response.status(416)
                        .header(HeaderNames.CONTENT_RANGE, "bytes */" + size)
                        .send();
        }
    }

    private record Stretch(long offset, long length, boolean head) {}

    private void send(ServerResponse response, FileRecord file, int status, Stretch stretch) throws IOException {
        response.status(status);
        response.contentLength(stretch.length());
        if (stretch.head()) {
            response.send();
            return;
        }
        try (OutputStream out = response.outputStream()) {
            blobs.copy(file.sha256(), stretch.offset(), stretch.length(), out);
        }
    }

    private static void describe(ServerResponse response, FileRecord file, String contentType, String etag) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        // What a browser would run is handed out as a download, and sandboxed on top of that.
        String disposition = isPassive(contentType) ? "inline" : "attachment";
        response.header(HeaderNames.CONTENT_TYPE, contentType)
                .header(HeaderNames.CONTENT_DISPOSITION, disposition + "; filename*=UTF-8''" + name)
                .header(HeaderNames.ETAG, etag)
                .header(HeaderNames.ACCEPT_RANGES, "bytes")
                .header(HeaderNames.CACHE_CONTROL, "public, max-age=3600")
                .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(NO_SNIFF, "nosniff")
                .header(SECURITY_POLICY, "default-src 'none'; media-src 'self'; img-src 'self'; sandbox");
    }

    private static boolean isPassive(String contentType) {
        return contentType.startsWith("video/")
                || contentType.startsWith("audio/")
                || (contentType.startsWith("image/") && !contentType.startsWith("image/svg"))
                || contentType.startsWith("text/plain")
                || contentType.startsWith("application/json");
    }

    /// A range counts only if its condition, when there is one, names these very bytes.
    private static boolean wantsRange(ServerRequest request, String etag) {
        Optional<String> condition = request.headers().first(HeaderNames.IF_RANGE);
        return request.headers().contains(HeaderNames.RANGE)
                && condition.map(etag::equals).orElse(true);
    }

    private static boolean matches(String ifNoneMatch, String etag) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }

    private static ApiException gone() {
        return new ApiException(ErrorCode.NOT_FOUND, "There is no such file; it may have expired.");
    }
}
