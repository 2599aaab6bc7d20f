package dev.zoetrope.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a client reaches its server. Start from [#fromEnvironment()] or [#defaults()] and change what differs.
///
/// @param baseUrl where the API is; `https://api.replicate.com/v1` by default. With or without the `/v1`: the official
/// clients disagree about it, so both are taken
/// @param token the API token, sent as a bearer token to `baseUrl` and nowhere else; null to send none
/// @param connectTimeout how long a connection may take to come about; 10 s by default
/// @param requestTimeout how long one answer may take; 70 s by default, which is more than the 60 s that a server may
/// hold a request. Replaced by longer limits for uploads and downloads, see [#transferTimeout]
/// @param transferTimeout how long one upload or download may take; 10 min by default
/// @param retries how often a request is tried again after it failed; 4 by default, 0 for never
/// @param pollInterval how long to wait between two looks at a running prediction; 500 ms by default, as the official
/// clients do
public record ClientOptions(
        URI baseUrl,
        @Nullable String token,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration transferTimeout,
        int retries,
        Duration pollInterval) {
    /// Where replicate.com answers.
    public static final URI REPLICATE = URI.create("https://api.replicate.com/v1");

    private static final String VERSION_PATH = "/v1";

    public ClientOptions {
        baseUrl = withVersion(Objects.requireNonNull(baseUrl, "baseUrl is null"));
        token = token == null || token.isBlank() ? null : token.strip();
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + "; it must be 0 or more");
        }
        positive("connectTimeout", connectTimeout);
        positive("requestTimeout", requestTimeout);
        positive("transferTimeout", transferTimeout);
        positive("pollInterval", pollInterval);
    }

    /// Options for replicate.com without a token.
    public static ClientOptions defaults() {
        return new ClientOptions(
                REPLICATE,
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(70),
                Duration.ofMinutes(10),
                4,
                Duration.ofMillis(500));
    }

    /// The defaults with what the process environment says: see [#fromEnvironment(Map)].
    public static ClientOptions fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /// The defaults with the base URL of `ZOETROPE_URL` or else `REPLICATE_BASE_URL`, and the token of `ZOETROPE_TOKEN`
    /// or else `REPLICATE_API_TOKEN`.
    public static ClientOptions fromEnvironment(Map<String, String> environment) {
        String url = first(environment, "ZOETROPE_URL", "REPLICATE_BASE_URL");
        ClientOptions options = defaults().withToken(first(environment, "ZOETROPE_TOKEN", "REPLICATE_API_TOKEN"));
        return url == null ? options : options.withBaseUrl(url);
    }

    /// The same options for another server.
    public ClientOptions withBaseUrl(URI other) {
        return new ClientOptions(other, token, connectTimeout, requestTimeout, transferTimeout, retries, pollInterval);
    }

    /// The same options for another server; throws [IllegalArgumentException] when the text is no such address.
    public ClientOptions withBaseUrl(String other) {
        try {
            return withBaseUrl(new URI(other));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(notAnAddress(other), e);
        }
    }

    /// The same options with another token, or with none.
    public ClientOptions withToken(@Nullable String other) {
        return new ClientOptions(
                baseUrl, other, connectTimeout, requestTimeout, transferTimeout, retries, pollInterval);
    }

    /// The same options with another number of retries.
    public ClientOptions withRetries(int other) {
        return new ClientOptions(baseUrl, token, connectTimeout, requestTimeout, transferTimeout, other, pollInterval);
    }

    /// The same options with another pause between two looks at a running prediction.
    public ClientOptions withPollInterval(Duration other) {
        return new ClientOptions(baseUrl, token, connectTimeout, requestTimeout, transferTimeout, retries, other);
    }

    /// Without the token, so that options can be logged.
    @Override
    public String toString() {
        return "ClientOptions[" + baseUrl + (token == null ? ", no token" : ", with a token") + "]";
    }

    private static URI withVersion(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            throw new IllegalArgumentException(notAnAddress(url.toString()));
        }
        String text = url.toString();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return URI.create(text.endsWith(VERSION_PATH) ? text : text + VERSION_PATH);
    }

    private static String notAnAddress(String url) {
        return "the base URL is \"" + url + "\"; it must look like http://127.0.0.1:8484 or " + REPLICATE;
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be longer than zero");
        }
    }

    private static @Nullable String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }
}
