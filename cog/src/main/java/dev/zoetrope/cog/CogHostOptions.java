package dev.zoetrope.cog;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a [CogHost] serves its model. Start from [#defaults] and change what differs.
///
/// @param host the address to listen on
/// @param port the port; 0 takes a free one, see [CogHost#port]
/// @param concurrency how many predictions run at the same time; one more is answered 409
/// @param uploadUrl where output files are PUT to, or null to give them out as `data:` URIs
/// @param webhookAuthToken sent with every webhook as `Authorization: Bearer`, or null
/// @param throttle the least time between two webhooks that only bring the start, log lines or progress
/// @param version the model's version, as the OpenAPI document and the health check say it
/// @param exitWhenInputEnds true to halt the whole process when standard input ends, see [ParentWatch]
public record CogHostOptions(
        String host,
        int port,
        int concurrency,
        @Nullable URI uploadUrl,
        @Nullable String webhookAuthToken,
        Duration throttle,
        String version,
        boolean exitWhenInputEnds) {
    /// Cog's own port.
    public static final int DEFAULT_PORT = 5000;

    /// Loopback: the protocol knows no authentication, so nothing else is safe unless asked for.
    public static final String DEFAULT_HOST = "127.0.0.1";

    /// Cog's own throttle.
    public static final Duration DEFAULT_THROTTLE = Duration.ofMillis(500);

    public CogHostOptions {
        Objects.requireNonNull(host, "host is null");
        Objects.requireNonNull(version, "version is null");
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + "; it must be 0 to 65535");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency is " + concurrency + "; it must be at least 1");
        }
        if (throttle.isNegative()) {
            throw new IllegalArgumentException("throttle is " + throttle + "; it must not be negative");
        }
        if (uploadUrl != null && !isHttp(uploadUrl)) {
            throw new IllegalArgumentException("uploadUrl is " + uploadUrl + "; it must be an http or https URL");
        }
    }

    static boolean isHttp(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    /// Loopback, port 5000, one prediction at a time, outputs as `data:` URIs, webhooks at most every 500 ms.
    public static CogHostOptions defaults() {
        return new CogHostOptions(DEFAULT_HOST, DEFAULT_PORT, 1, null, null, DEFAULT_THROTTLE, "0.0.1", false);
    }

    /// The same on another address.
    public CogHostOptions withHost(String address) {
        return new CogHostOptions(
                address, port, concurrency, uploadUrl, webhookAuthToken, throttle, version, exitWhenInputEnds);
    }

    /// The same on another port, 0 for a free one.
    public CogHostOptions withPort(int number) {
        return new CogHostOptions(
                host, number, concurrency, uploadUrl, webhookAuthToken, throttle, version, exitWhenInputEnds);
    }

    /// The same with another number of predictions at a time.
    public CogHostOptions withConcurrency(int slots) {
        return new CogHostOptions(host, port, slots, uploadUrl, webhookAuthToken, throttle, version, exitWhenInputEnds);
    }

    /// The same with outputs uploaded to a URL, or given out as `data:` URIs for null.
    public CogHostOptions withUploadUrl(@Nullable URI url) {
        return new CogHostOptions(host, port, concurrency, url, webhookAuthToken, throttle, version, exitWhenInputEnds);
    }

    /// The same with a token sent with every webhook, null for none.
    public CogHostOptions withWebhookAuthToken(@Nullable String token) {
        return new CogHostOptions(host, port, concurrency, uploadUrl, token, throttle, version, exitWhenInputEnds);
    }

    /// The same with another throttle of webhooks.
    public CogHostOptions withThrottle(Duration interval) {
        return new CogHostOptions(
                host, port, concurrency, uploadUrl, webhookAuthToken, interval, version, exitWhenInputEnds);
    }

    /// The same for another version of the model.
    public CogHostOptions withVersion(String name) {
        return new CogHostOptions(
                host, port, concurrency, uploadUrl, webhookAuthToken, throttle, name, exitWhenInputEnds);
    }

    /// The same, ending the process with its standard input or not.
    public CogHostOptions withExitWhenInputEnds(boolean exits) {
        return new CogHostOptions(host, port, concurrency, uploadUrl, webhookAuthToken, throttle, version, exits);
    }
}
