package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Finds out who sent a request, by `Authorization: Bearer <token>` or the older `Token <token>`.
final class Authentication {
    private final Tokens tokens;

    Authentication(Tokens tokens) {
        this.tokens = tokens;
    }

    /// The token of a request; throws [ApiException] when there is none or it is not valid.
    Token require(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space);
        if (!scheme.equalsIgnoreCase("Bearer") && !scheme.equalsIgnoreCase("Token")) {
            throw new ApiException(ErrorCode.UNAUTHENTICATED, "You did not pass an authentication token");
        }
        Optional<Token> token = tokens.authenticate(header.substring(space + 1).strip());
        return token.orElseThrow(
                () -> new ApiException(ErrorCode.UNAUTHENTICATED, "You did not pass a valid authentication token"));
    }
}
