package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Finds out who sent a request: by `Authorization: Bearer <token>`, by the older `Token <token>`, or by the cookie of
/// the page.
final class Authentication {
    private final Tokens tokens;
    private final Sessions sessions;

    Authentication(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /// The token of a request, if it has a valid one.
    Optional<Token> find(ServerRequest request) {
        Optional<String> secret = secret(request);
        return secret.isPresent() ? secret.flatMap(tokens::authenticate) : sessions.find(request);
    }

    /// The token of a request; throws [ApiException] when there is none or it is not valid.
    Token require(ServerRequest request) {
        boolean isThere = secret(request).isPresent();
        return find(request)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.UNAUTHENTICATED,
                        isThere
                                ? "You did not pass a valid authentication token"
                                : "You did not pass an authentication token"));
    }

    private static Optional<String> secret(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space);
        boolean known = scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("Token");
        return known ? Optional.of(header.substring(space + 1).strip()) : Optional.empty();
    }
}
