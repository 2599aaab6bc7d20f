package dev.zoetrope.api;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs webhooks and checks their signatures, by Standard Webhooks: HMAC-SHA256 over
/// `id + "." + timestamp + "." + body`. Immutable and thread-safe.
public final class WebhookSignature {
    /// Names the webhook; the same each time it is sent.
    public static final String ID = "webhook-id";

    /// When it was sent, in seconds since 1970.
    public static final String TIMESTAMP = "webhook-timestamp";

    /// Its signatures, separated by spaces, each a version, a comma and base64.
    public static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// With a secret as servers show it: `whsec_` and base64, or base64 alone. Throws
    /// [IllegalArgumentException] for anything else.
    public WebhookSignature(String secret) {
        byte[] bytes =
                Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /// The value of [#SIGNATURE] for a webhook.
    public String sign(String id, Instant sent, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(digest(id + "." + sent.getEpochSecond() + ".", body));
    }

    /// True when one of the signatures fits; a missing header counts as none that does. Takes no time that
    /// tells how much of a wrong one was right.
    public boolean isValid(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null) {
            return false;
        }
        byte[] expected = digest(id + "." + timestamp + ".", body);
        boolean fits = false;
        for (String signature : signatures.split(" ", -1)) {
            if (signature.startsWith(VERSION)) {
                fits |= MessageDigest.isEqual(expected, decoded(signature.substring(VERSION.length())));
            }
        }
        return fits;
    }

    /// True when a timestamp is no further from now than this, which keeps old webhooks from being played
    /// again.
    public static boolean isFresh(@Nullable String timestamp, Instant now, Duration tolerance) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
    }

    private byte[] digest(String head, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
