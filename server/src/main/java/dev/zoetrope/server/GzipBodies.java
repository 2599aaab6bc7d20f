package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import io.helidon.http.encoding.ContentEncodingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads request bodies that are gzipped, as some proxies and HTTP libraries send them; a limit counts what comes out.
/// Answers are sent as they are: films do not shrink, and the rest is small.
final class GzipBodies implements ContentEncoding {
    private GzipBodies() {}

    /// What a listener is built with.
    static ContentEncodingContext context() {
        return ContentEncodingContext.builder()
                .contentEncodingsDiscoverServices(false)
                .contentEncodings(List.of(new GzipBodies()))
                .build();
    }

    @Override
    public Set<String> ids() {
        return Set.of("gzip", "x-gzip");
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return GzipBodies::unpacked;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public String type() {
        return "gzip";
    }

    private static InputStream unpacked(InputStream packed) {
        try {
            return new GZIPInputStream(packed);
        } catch (IOException e) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "The body is not gzip, which its Content-Encoding says it is: " + e.getMessage());
        }
    }
}
