package dev.zoetrope.server;

/// What a server allows and for how long, apart from where it listens and what it serves.
///
/// @param webhooks how webhooks are sent
/// @param rates how many requests a token may send
/// @param retention how long data is kept
public record ServerPolicies(WebhookPolicy webhooks, RateLimits rates, Retention retention) {
    /// All defaults.
    public static ServerPolicies defaults() {
        return new ServerPolicies(WebhookPolicy.defaults(), RateLimits.defaults(), Retention.defaults());
    }
}
