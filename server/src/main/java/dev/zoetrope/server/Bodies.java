package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Codec;
import dev.zoetrope.api.ErrorCode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON bodies.
final class Bodies {
    /// Room for the 10,000,000 bytes of data URIs that the Node.js client may put into an input, in base64, and the
    /// rest.
    static final int MAX_JSON = 16 << 20;

    private Bodies() {}

    /// The request's JSON object; an empty body is an empty object. Throws [ApiException] when it is too large, and
    /// [Codec.MalformedJson] when it is no JSON object.
    static Map<String, @Nullable Object> object(ServerRequest request) {
        long declared = request.headers().contentLength().orElse(0);
        if (declared > MAX_JSON) {
            throw tooLarge(MAX_JSON);
        }
        if (!request.content().hasEntity()) {
            return Map.of();
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(MAX_JSON + 1);
            if (body.length > MAX_JSON) {
                throw tooLarge(MAX_JSON);
            }
            return body.length == 0 ? Map.of() : Codec.readObject(new ByteArrayInputStream(body));
        } catch (ZipException e) {
            throw new ApiException(ErrorCode.BAD_REQUEST, "The gzipped body is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the request's body ended early", e);
        }
    }

    /// Answers with a JSON value.
    static void send(ServerResponse response, int status, Object value) {
        response.status(status)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .send(Codec.writeBytes(value));
    }

    /// Answers the page with what changes at any time: no browser keeps it.
    static void sendFresh(ServerResponse response, Object value) {
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        send(response, 200, value);
    }

    static ApiException tooLarge(long limit) {
        return new ApiException(
                ErrorCode.TOO_LARGE,
                "The body is larger than " + (limit >> 20)
                        + " MiB. Upload large files with POST /v1/files and pass their URLs.");
    }
}
