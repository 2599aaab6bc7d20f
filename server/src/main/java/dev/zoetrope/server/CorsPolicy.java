package dev.zoetrope.server;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages of which origins may call the API from a browser, by the rules of CORS (Fetch standard).
///
/// No page but our own may send the cookie of [Sessions] along: a page gets nothing without a token, so letting an
/// origin in gives it no more than
/// any program on the network has. Even so, only pages of this machine are let in by default, as developers run
/// them; pages of the public internet are not, since a token in such a page is in everybody's hands.
///
/// @param loopback whether pages of this machine, on any port, are let in
/// @param origins others that are, such as `https://app.example.org`, or `*` for all
public record CorsPolicy(boolean loopback, List<String> origins) {
    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|[a-z0-9-]+\\.localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    /// The word for "none at all" in a configuration.
    private static final String NONE = "none";

    private static final String ALL = "*";

    public CorsPolicy {
        origins = origins.stream().map(CorsPolicy::checked).toList();
    }

    /// Pages of this machine.
    public static CorsPolicy defaults() {
        return new CorsPolicy(true, List.of());
    }

    /// Reads a configured list: origins with commas between them, let in besides pages of this machine; `*` for
    /// all, or `none`. Throws [IllegalArgumentException] that says what is wrong.
    public static CorsPolicy parse(String text) {
        if (text.strip().equals(NONE)) {
            return new CorsPolicy(false, List.of());
        }
        return new CorsPolicy(
                true,
                List.of(text.split(",", -1)).stream()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    /// What `Access-Control-Allow-Origin` says to this origin; empty when its pages are not let in.
    Optional<String> allow(String origin) {
        if (origins.contains(ALL)) {
            return Optional.of(ALL);
        }
        String name = origin.toLowerCase(Locale.ROOT);
        boolean isIn = (loopback && LOOPBACK.matcher(name).matches()) || origins.contains(name);
        return isIn ? Optional.of(origin) : Optional.empty();
    }

    private static String checked(String origin) {
        if (origin.equals(ALL)) {
            return origin;
        }
        String name = origin.toLowerCase(Locale.ROOT);
        try {
            URI uri = URI.create(name);
            boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null && name.equals(uri.getScheme() + "://" + uri.getRawAuthority())) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(origin, e);
        }
        throw wrong(origin, null);
    }

    private static IllegalArgumentException wrong(String origin, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"" + origin + "\" is no origin; it must look like https://app.example.org, without a path", cause);
    }
}
