package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.cog.AddressGuard;
import dev.zoetrope.cog.AddressRefusedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// Checks the URL of a webhook when a prediction is created, so that whoever can mend a wrong one hears of it
/// at once. Names are only looked up when something is sent; an address that must not be reached is refused
/// then.
final class WebhookTarget {
    /// The longest that common clients and proxies pass on.
    private static final int LONGEST = 2048;

    private final AddressGuard guard;

    WebhookTarget(boolean allowPrivate) {
        guard = new AddressGuard(allowPrivate);
    }

    /// Throws [ApiException] for a URL that will never be sent to.
    void check(String webhook) {
        String host = host(webhook);
        String lower = host.toLowerCase(Locale.ROOT);
        boolean named = !lower.equals("localhost") && !lower.endsWith(".localhost");
        if (named && !host.contains(":") && !host.matches("[0-9.]+")) {
            return;
        }
        try {
            guard.check(named ? host : "127.0.0.1");
        } catch (AddressRefusedException e) {
            throw wrong(
                    "goes to " + PredictionIntake.printable(webhook) + ", which is not on the public internet; start"
                            + " the server with --allow-private-webhooks to permit that");
        }
    }

    private static String host(String webhook) {
        try {
            URI uri = new URI(webhook);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && (scheme.equals("http") || scheme.equals("https"))
                    && webhook.length() <= LONGEST) {
                if (uri.getRawUserInfo() != null) {
                    throw wrong("must not hold a user name or password; put a secret into its path or query instead");
                }
                return uri.getHost().replaceAll("^\\[|]$", "");
            }
        } catch (URISyntaxException e) {
            // the same answer as for a URL of another kind
        }
        throw wrong("must be an http or https URL, got " + PredictionIntake.printable(webhook));
    }

    private static ApiException wrong(String description) {
        return new ApiException(
                ErrorCode.INVALID_INPUT,
                "- webhook: " + description,
                List.of(new InvalidField("format", "webhook", description)));
    }
}
