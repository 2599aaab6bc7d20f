package dev.zoetrope.cog;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// The bytes of a `data:` URI (RFC 2397), in base64 or percent-encoded.
final class DataUri {
    private DataUri() {}

    static boolean isOne(URI uri) {
        return "data".equalsIgnoreCase(uri.getScheme());
    }

    /// Decodes; throws [FetchException] when it is malformed, or too large, which is found before decoding.
    static byte[] decode(URI uri, long maxBytes) {
        String text = uri.getRawSchemeSpecificPart();
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new FetchException(uri, "it is no data: URI, it has no comma; use data:<type>;base64,<data>");
        }
        boolean isBase64 = text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64");
        String data = text.substring(comma + 1);
        // What the text cannot be less than: a byte takes 4/3 characters of base64, or up to three of percent-encoding.
        long least = isBase64 && data.indexOf('%') < 0 ? data.length() / 4L * 3 - 2 : data.length() / 3;
        if (least > maxBytes) {
            throw tooLarge(uri, maxBytes);
        }
        byte[] bytes = data.indexOf('%') < 0 ? data.getBytes(StandardCharsets.UTF_8) : percentDecoded(uri, data);
        if (isBase64) {
            bytes = base64Decoded(uri, bytes);
        }
        if (bytes.length > maxBytes) {
            throw tooLarge(uri, maxBytes);
        }
        return bytes;
    }

    private static FetchException tooLarge(URI uri, long maxBytes) {
        return new FetchException(uri, "it holds more than " + maxBytes + " bytes, which is the most allowed");
    }

    private static byte[] base64Decoded(URI uri, byte[] base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new FetchException(uri, "its data is no base64: " + e.getMessage(), e);
        }
    }

    private static byte[] percentDecoded(URI uri, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                decoded.write(encoded[i]);
                continue;
            }
            int high = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 <= encoded.length - 1 ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw new FetchException(uri, "its percent-encoding is broken");
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        return decoded.toByteArray();
    }
}
