package dev.zoetrope.server;

import dev.zoetrope.api.WebhookSignature;
import dev.zoetrope.cog.AddressRefusedException;
import dev.zoetrope.cog.FetchException;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.cog.GuardedPost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Sends one webhook once, signed, to wherever the policy lets it. Thread-safe, holds nothing open.
final class WebhookPost {
    /// A receiver is to take a webhook in and work later; one that needs longer is sent it again.
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final GuardedPost post;
    private final WebhookSignature signature;
    private final InstantSource clock;

    WebhookPost(boolean allowPrivate, String secret, InstantSource clock) {
        this.post = new GuardedPost(new FetchPolicy(allowPrivate, List.of()));
        this.signature = new WebhookSignature(secret);
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Outcome {
        /// The receiver answered with this HTTP status.
        record Answered(int status) implements Outcome {
            boolean isGood() {
                return status >= 200 && status < 300;
            }
        }

        /// There was no answer.
        record Unreached(String why) implements Outcome {}

        /// The policy forbids the address.
        record Refused(String why) implements Outcome {}
    }

    /// Sends a body under an id; the same id each time the same webhook is sent.
    Outcome send(String id, String url, byte[] body) throws InterruptedException {
        Instant now = clock.instant();
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                WebhookSignature.ID,
                id,
                WebhookSignature.TIMESTAMP,
                Long.toString(now.getEpochSecond()),
                WebhookSignature.SIGNATURE,
                signature.sign(id, now, body));
        try {
            return new Outcome.Answered(post.post(URI.create(url), headers, body, TIMEOUT));
        } catch (FetchException e) {
            String why = String.valueOf(e.getMessage());
            boolean refused = e.getCause() instanceof AddressRefusedException refusal && !refusal.isUnknownHost();
            return refused ? new Outcome.Refused(why) : new Outcome.Unreached(why);
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused("the URL cannot be sent to: " + e.getMessage());
        }
    }
}
