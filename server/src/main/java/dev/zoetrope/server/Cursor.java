package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The place in a list where a page ends, opaque to callers.
final class Cursor {
    private static final String PREFIX = "p=";

    private Cursor() {}

    static String encode(String lastId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((PREFIX + lastId).getBytes(StandardCharsets.UTF_8));
    }

    /// The id that the page before ended with; throws [ApiException] for anything that is no cursor of ours.
    static String decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.matches(PREFIX + "[0-9a-z]+")) {
                return text.substring(PREFIX.length());
            }
        } catch (IllegalArgumentException e) {
            // not base64: the same answer as for a text that is no cursor
        }
        throw new ApiException(
                ErrorCode.BAD_REQUEST, "\"" + cursor + "\" is not a cursor; follow the `next` link of a page.");
    }
}
