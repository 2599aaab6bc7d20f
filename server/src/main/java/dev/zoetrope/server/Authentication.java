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

    /// The token of a request, if it has a valid one.
    Optional<Token> find(ServerRequest request) {
        return secret(request).flatMap(tokens::authenticate);
    }

    /// The token of a request; throws [ApiException] when there is none or it is not valid.
    Token require(ServerRequest request) {
        String secret = secret(request)
                .orElseThrow(
                        () -> new ApiException(ErrorCode.UNAUTHENTICATED, "You did not pass an authentication token"));
        return tokens.authenticate(secret)
                .orElseThrow(() ->
                        new ApiException(ErrorCode.UNAUTHENTICATED, "You did not pass a valid authentication token"));
    }

    private static Optional<String> secret(ServerRequest request) {
        String header = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space);
        boolean known = scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("Token");
        return known ? Optional.of(header.substring(space + 1).strip()) : Optional.empty();
    }
}
