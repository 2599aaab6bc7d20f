package dev.zoetrope.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/// Signs download URLs of uploads as Replicate does: the base64 of the HMAC-SHA256 of `{owner} {id} {expiry}` under the
/// files secret. Whoever has the secret can make such URLs, for any file and time. Immutable.
final class FileSignatures {
    private final String secret;
    private final Hmac hmac;

    /// Signatures under this secret of the server's.
    FileSignatures(byte[] secret) {
        this.secret = HexFormat.of().formatHex(secret);
        this.hmac = new Hmac(this.secret.getBytes(StandardCharsets.UTF_8));
    }

    /// The secret as a text; its bytes in UTF-8 are the key.
    String secret() {
        return secret;
    }

    /// The signature of a download.
    ///
    /// @param owner whose file it is, as the URL says
    /// @param expiry until when the URL holds, in seconds since 1970
    String of(String owner, String id, long expiry) {
        return Base64.getEncoder().encodeToString(mac(owner, id, expiry));
    }

    /// True when a signature is the right one; takes the same time for all wrong ones.
    boolean fits(String signature, String owner, String id, long expiry) {
        byte[] given;
        try {
            // A + that was not percent-encoded arrives as a space.
            given = Base64.getDecoder().decode(signature.replace(' ', '+'));
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(given, mac(owner, id, expiry));
    }

    private byte[] mac(String owner, String id, long expiry) {
        return hmac.of(owner + " " + id + " " + expiry);
    }
}
