package dev.zoetrope.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes the part of a stream's URL that stands in for a token. A stream URL is handed on to browsers, so it
/// must not give away the prediction's id, which opens more than the stream; and it must be the same whenever
/// the record is shown.
///
/// Therefore the id is encrypted with a synthetic initialisation vector, after the idea of RFC 5297: the vector
/// is a MAC of the id, so equal ids give equal tokens, and a token that was not made here does not verify.
/// Immutable.
final class StreamTokens {
    /// Tells a stream's token from a file's id under the same path.
    static final String PREFIX = "zs-";

    /// One block of AES; guessing a vector that verifies takes 2^128 tries.
    private static final int VECTOR_BYTES = 16;

    private final Hmac hmac;
    private final SecretKeySpec cipherKey;

    /// Tokens under this secret of the server's.
    StreamTokens(byte[] secret) {
        var root = new Hmac(secret);
        hmac = new Hmac(root.of("stream token mac"));
        cipherKey = new SecretKeySpec(root.of("stream token cipher"), "AES");
    }

    /// True when a path names a stream.
    static boolean isIn(String path) {
        return path.contains("/" + PREFIX);
    }

    /// The token of a prediction: letters, digits, `-` and `_`.
    String of(String predictionId) {
        byte[] vector = Arrays.copyOf(hmac.of(predictionId), VECTOR_BYTES);
        byte[] hidden = crypt(Cipher.ENCRYPT_MODE, vector, predictionId.getBytes(StandardCharsets.UTF_8));
        byte[] token = ByteBuffer.allocate(vector.length + hidden.length)
                .put(vector)
                .put(hidden)
                .array();
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// The id of the prediction that a token of ours names.
    Optional<String> predictionId(String token) {
        byte[] bytes;
        try {
            bytes = token.startsWith(PREFIX)
                    ? Base64.getUrlDecoder().decode(token.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64, so not ours
        }
        if (bytes.length <= VECTOR_BYTES) {
            return Optional.empty();
        }
        byte[] vector = Arrays.copyOf(bytes, VECTOR_BYTES);
        byte[] shown = crypt(Cipher.DECRYPT_MODE, vector, Arrays.copyOfRange(bytes, VECTOR_BYTES, bytes.length));
        String id = new String(shown, StandardCharsets.UTF_8);
        boolean isOurs = MessageDigest.isEqual(vector, Arrays.copyOf(hmac.of(id), VECTOR_BYTES));
        return isOurs ? Optional.of(id) : Optional.empty();
    }

    private byte[] crypt(int mode, byte[] vector, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, cipherKey, new IvParameterSpec(vector));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in counter mode", e);
        }
    }
}
