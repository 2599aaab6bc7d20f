package dev.zoetrope.server;

import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who is signed in on the page: a cookie that no script can read and no other site can send. It names a token by its
/// id and is signed, so it holds no secret of the token's, and it ends when the token is revoked. Immutable.
final class Sessions {
    /// Other ports of this machine are the same site to a browser and send the cookie along. They cannot send this
    /// header without being let in by CORS, which never lets in cookies.
    static final HeaderName OF_THE_PAGE = HeaderNames.create("Zoetrope-Page");

    /// People look at films for some weeks before they sign in again.
    static final Duration LIFE = Duration.ofDays(30);

    /// Enough to tell the servers of one machine apart.
    private static final int NAME_LENGTH = 8;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final Hmac hmac;
    private final InstantSource clock;
    private final String cookie;

    Sessions(Tokens tokens, byte[] secret, InstantSource clock) {
        this.tokens = tokens;
        this.hmac = new Hmac(secret);
        this.clock = clock;
        // Browsers send cookies to all ports of a host: servers with other data must not take each other's place.
        this.cookie = "zoetrope_"
                + mac("name").substring(0, NAME_LENGTH).toLowerCase(Locale.ROOT).replace('-', '0');
    }

    /// The cookie's name.
    String cookie() {
        return cookie;
    }

    /// The token of the request's cookie. A request that changes something must also show that our own page sent it.
    Optional<Token> find(ServerRequest request) {
        boolean isSafe = SAFE.contains(request.prologue().method().text());
        boolean isOurs = request.headers().contains(OF_THE_PAGE);
        return isSafe || isOurs ? cookie(request).flatMap(this::token) : Optional.empty();
    }

    /// The cookie's value for a token.
    String of(Token token) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        String signed = token.id() + "." + until;
        return signed + "." + mac(signed);
    }

    private Optional<Token> token(String cookie) {
        String[] parts = cookie.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        boolean isSigned = MessageDigest.isEqual(
                mac(parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                parts[2].getBytes(StandardCharsets.US_ASCII));
        if (!isSigned || clock.instant().getEpochSecond() >= Long.parseLong(parts[1])) {
            return Optional.empty();
        }
        return tokens.list().stream()
                .filter(token -> token.id().equals(parts[0]))
                .findFirst();
    }

    private Optional<String> cookie(ServerRequest request) {
        return request.headers().cookies().first(cookie).asOptional();
    }

    private String mac(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(text));
    }
}
