package dev.zoetrope.predictions;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Secrets in SQLite, in hexadecimal.
final class SqliteServerSecrets implements ServerSecrets {
    /// As many as HMAC-SHA256 and AES-256 can use.
    private static final int SECRET_BYTES = 32;

    private final Writer writer;
    private final SecureRandom random = new SecureRandom();

    SqliteServerSecrets(Writer writer) {
        this.writer = writer;
    }

    @Override
    public byte[] of(String purpose) {
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        String offered = HexFormat.of().formatHex(fresh);
        String kept = writer.call(session -> {
            session.update(
                    "INSERT INTO server_secrets (purpose, secret) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    purpose,
                    offered);
            return session.one("SELECT secret FROM server_secrets WHERE purpose = ?", row -> row.getString(1), purpose)
                    .orElseThrow();
        });
        return HexFormat.of().parseHex(kept);
    }
}
