package dev.zoetrope.predictions;

import dev.zoetrope.api.WebhookEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The webhooks that must arrive: one for the end of each prediction whose sender wants it. A row is written in
/// the transaction that ends the prediction, so none is forgotten, whatever happens to the process. Every
/// method that changes something has committed when it returns. Thread-safe; methods block and are meant for
/// virtual threads.
public interface WebhookOutbox {
    /// Where a delivery stands.
    enum State {
        /// To be sent, now or later.
        PENDING,
        /// The receiver answered with a 2xx status.
        DELIVERED,
        /// Given up.
        FAILED;

        /// The name in the database and on the wire, lower case.
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One webhook to one receiver.
    ///
    /// @param id the `webhook-id`, the same at each attempt
    /// @param prediction whose end it tells
    /// @param event what it tells
    /// @param url where it goes
    /// @param origin scheme, host and port of the URL: receivers are kept apart by it
    /// @param base the address under which its sender sees this server, null when that is not known
    /// @param state where it stands
    /// @param attempts how often it was tried since it was last asked for; the claim of an attempt carries it
    /// @param askedAt when it came in, or was last asked for by hand
    /// @param dueAt when it is to be sent next, null unless pending
    /// @param triedAt when it was last tried, if ever
    /// @param answer the HTTP status of the last answer, if any
    /// @param error why the last attempt failed, if it did
    record Delivery(
            String id,
            String prediction,
            WebhookEvent event,
            String url,
            String origin,
            @Nullable String base,
            State state,
            int attempts,
            Instant askedAt,
            @Nullable Instant dueAt,
            @Nullable Instant triedAt,
            @Nullable Integer answer,
            @Nullable String error) {}

    /// What came of an attempt.
    ///
    /// @param state where the delivery stands after it
    /// @param dueAt when to try again, for one that is pending
    /// @param answer the receiver's HTTP status, if it answered
    /// @param error what was wrong, if something was
    record Settlement(
            State state,
            @Nullable Instant dueAt,
            @Nullable Integer answer,
            @Nullable String error) {
        /// It arrived.
        public static Settlement delivered(int answer) {
            return new Settlement(State.DELIVERED, null, answer, null);
        }

        /// It did not arrive and is to be tried again.
        public static Settlement again(Instant dueAt, @Nullable Integer answer, String error) {
            return new Settlement(State.PENDING, dueAt, answer, error);
        }

        /// It did not arrive and never will.
        public static Settlement failed(@Nullable Integer answer, String error) {
            return new Settlement(State.FAILED, null, answer, error);
        }
    }

    /// Scheme, host and port of a URL; what is no URL is an origin of its own and will never be reached.
    static String origin(String url) {
        try {
            var uri = URI.create(url);
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            return scheme + "://" + host + ":" + port;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    /// The origins for which something is due.
    List<String> dueOrigins();

    /// Takes what is due for an origin, oldest first, for one attempt each. Until it is settled or the lease
    /// ran out, nobody else gets it; one that is settled later than that changes nothing.
    List<Delivery> claim(String origin, int limit, Duration lease);

    /// Writes down what came of an attempt; false when the claim is stale.
    boolean settle(Delivery claimed, Settlement settlement);

    /// Asks for a delivery to be sent again at once, whatever came of it before; empty when there is none with
    /// this id.
    Optional<Delivery> resend(String id);

    /// Deliveries, newest first.
    ///
    /// @param prediction only those of this prediction, null for all
    List<Delivery> list(@Nullable String prediction, int limit);

    /// The address under which the sender of a prediction sees this server, if it is known.
    Optional<String> base(String prediction);

    /// The secret that webhooks are signed with, `whsec_` and 32 random bytes in standard base64; made at the first
    /// call and kept.
    String secret();

    /// Deletes deliveries that are not pending and were asked for before this time, at most so many; says how
    /// many.
    int prune(Instant askedBefore, int limit);
}
