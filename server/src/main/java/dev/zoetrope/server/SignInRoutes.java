package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.Tokens;
import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/page/session`: sign in by token, see who is signed in, sign out; and `/page/enter/{code}`: the link that signs in
/// once.
final class SignInRoutes implements HttpService {
    private final Tokens tokens;
    private final Sessions sessions;
    private final SignInCodes codes;
    private final Gate gate;

    SignInRoutes(Tokens tokens, Sessions sessions, SignInCodes codes, Gate gate) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.codes = codes;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/page/session", this::who)
                .post("/page/session", this::signIn)
                .delete("/page/session", this::signOut)
                .get("/page/enter/{code}", this::enter);
    }

    private void who(ServerRequest request, ServerResponse response) {
        @Nullable Token token = gate.authentication().find(request).orElse(null);
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("signed_in", token != null);
        shown.put("name", token == null ? null : token.name());
        shown.put("hint", token == null ? null : token.hint());
        Bodies.sendFresh(response, shown);
    }

    private void signIn(ServerRequest request, ServerResponse response) {
        requireOurs(request);
        Object secret = Bodies.object(request).get("token");
        Token token = (secret instanceof String text ? tokens.authenticate(text.strip()) : Optional.<Token>empty())
                .orElseThrow(() -> new ApiException(
                        ErrorCode.UNAUTHENTICATED,
                        "This token is not known here. `zoetrope token create` on the server makes one."));
        response.header(HeaderNames.SET_COOKIE, cookie(request, sessions.of(token), Sessions.LIFE));
        Bodies.send(response, 200, Map.of("signed_in", true, "name", token.name(), "hint", token.hint()));
    }

    private void signOut(ServerRequest request, ServerResponse response) {
        requireOurs(request);
        response.header(HeaderNames.SET_COOKIE, cookie(request, "", Duration.ZERO));
        response.status(204).send();
    }

    /// Answers with a page that goes on by itself, not with a redirect: a browser that came from another site would not
    /// send the new cookie along a redirect.
    private void enter(ServerRequest request, ServerResponse response) {
        Optional<Token> token = codes.take(request.path().pathParameters().get("code"));
        String wanted = request.query().first("to").orElse("/");
        // A path of ours and nothing else, or the link would lead people anywhere.
        String to = wanted.matches("/[A-Za-z0-9._/-]*") && !wanted.startsWith("//") ? wanted : "/";
        token.ifPresent(
                found -> response.header(HeaderNames.SET_COOKIE, cookie(request, sessions.of(found), Sessions.LIFE)));
        PageShell.send(request, response, 200, """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Zoetrope</title>
                <meta http-equiv="refresh" content="0;url=%s"></head><body><a href="%s">Zoetrope</a></body></html>
                """.formatted(to, to));
    }

    private static void requireOurs(ServerRequest request) {
        if (!request.headers().contains(Sessions.OF_THE_PAGE)) {
            throw new ApiException(
                    ErrorCode.FORBIDDEN, "Only the page itself signs in and out; the header Zoetrope-Page is missing.");
        }
    }

    private String cookie(ServerRequest request, String value, Duration life) {
        return SetCookie.builder(sessions.cookie(), value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SetCookie.SameSite.STRICT)
                .maxAge(life)
                .build()
                .toString();
    }
}
