package dev.zoetrope.cog;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/// Posts to a URL that a caller named, such as a webhook, under the same guard as [Fetcher]: every address is checked,
/// and the connection goes to the checked one. Public for the server's webhooks. Thread-safe, holds nothing open.
public final class GuardedPost {
    private final PinnedHttp http;

    /// Posts where the policy lets it.
    public GuardedPost(FetchPolicy policy) {
        this(policy, new AddressGuard(policy.allowPrivate()), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    GuardedPost(FetchPolicy policy, AddressGuard guard, SSLSocketFactory tls) {
        http = new PinnedHttp(policy, guard, tls);
    }

    /// Posts a body and returns the answer's HTTP status; redirects are not followed, the answer's body is not read.
    /// Throws [FetchException] when the URL may not be reached or did not answer in time. An interrupt stops it.
    ///
    /// @param headers as sent, beside `Host`, `User-Agent` and the like; ASCII only
    /// @param timeout for everything together
    public int post(URI uri, Map<String, String> headers, byte[] body, Duration timeout) throws InterruptedException {
        return PinnedHttp.within(timeout, uri, () -> {
            try (HttpAnswer answer = http.send(uri, "POST", headers, body, timeout)) {
                return answer.status();
            }
        });
    }
}
