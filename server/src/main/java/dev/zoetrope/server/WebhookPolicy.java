package dev.zoetrope.server;

import java.time.Duration;

/// How webhooks are sent.
///
/// @param allowPrivate whether they may go to loopback and private addresses
/// @param retryFor how long the end of a prediction is tried to be told; zero for one attempt
public record WebhookPolicy(boolean allowPrivate, Duration retryFor) {
    /// A receiver that is mended within a working day still gets what it missed.
    public static final Duration DEFAULT_RETRY = Duration.ofHours(24);

    public WebhookPolicy {
        if (retryFor.isNegative()) {
            throw new IllegalArgumentException(
                    "the time to retry webhooks is " + retryFor + "; it must not be negative");
        }
    }

    /// Public addresses only, for [#DEFAULT_RETRY].
    public static WebhookPolicy defaults() {
        return new WebhookPolicy(false, DEFAULT_RETRY);
    }
}
