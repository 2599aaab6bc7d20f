package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Page;
import io.helidon.webserver.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a short list that is held in memory into pages. A cursor names the last item of its page, and its place
/// in case that item is gone when the next page is asked for.
///
/// @param items all of them, in their order
/// @param key what names an item
record Listing<T>(List<T> items, Function<T, String> key) {
    /// As many as a page of predictions has.
    static final int PAGE = 100;

    private static final Pattern CURSOR = Pattern.compile("p=([^~]*)~(\\d{1,9})");

    /// The page that a request asks for.
    ///
    /// @param base the address without a slash at its end
    /// @param query what of the request's query the next page needs, such as `sort_by=...`; empty for nothing
    <R> Page<R> page(ServerRequest request, String base, String query, Function<T, R> shown) {
        String cursor = request.query().first("cursor").orElse("");
        int from = cursor.isEmpty() ? 0 : after(cursor);
        int to = Math.min(items.size(), from + PAGE);
        String next = null;
        if (to < items.size()) {
            String path = request.path().absolute().path().replaceFirst("^(/v1)+", "/v1");
            next = base + path + "?cursor=" + encoded(items.get(to - 1), to) + (query.isEmpty() ? "" : "&" + query);
        }
        return new Page<>(
                null, next, items.subList(from, to).stream().map(shown).toList());
    }

    private String encoded(T last, int place) {
        byte[] text = ("p=" + key.apply(last) + "~" + place).getBytes(StandardCharsets.UTF_8);
        return URLEncoder.encode(Base64.getUrlEncoder().withoutPadding().encodeToString(text), StandardCharsets.UTF_8);
    }

    private int after(String cursor) {
        try {
            Matcher matcher = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (matcher.matches()) {
                int found = items.stream().map(key).toList().indexOf(matcher.group(1));
                return found >= 0 ? found + 1 : Math.min(items.size(), Integer.parseInt(matcher.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // not base64: the same answer as for a text that is no cursor
        }
        throw new ApiException(
                ErrorCode.BAD_REQUEST, "\"" + cursor + "\" is not a cursor; follow the `next` link of a page.");
    }
}
