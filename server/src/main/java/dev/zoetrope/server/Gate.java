package dev.zoetrope.server;

import dev.zoetrope.predictions.Tokens.Token;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.InstantSource;

/// What every route asks of a request first: who sends it, and under which address they see us.
record Gate(Authentication authentication, Origin origin, InstantSource clock) {
    /// The sender's token; throws when there is none.
    Token require(ServerRequest request) {
        return authentication.require(request);
    }

    /// The base URL for links in the answer.
    String base(ServerRequest request) {
        return origin.of(request);
    }

    Instant now() {
        return clock.instant();
    }
}
