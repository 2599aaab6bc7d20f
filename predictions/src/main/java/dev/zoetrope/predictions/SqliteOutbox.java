package dev.zoetrope.predictions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The webhook outbox in SQLite.
final class SqliteOutbox implements WebhookOutbox {
    private static final String SECRET = "webhook";

    /// 192 bits, as many as the secrets in Standard Webhooks' own examples.
    private static final int SECRET_BYTES = 24;

    private final Writer writer;
    private final Readers readers;
    private final InstantSource clock;
    private volatile @Nullable String secret;

    SqliteOutbox(Writer writer, Readers readers, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.clock = options.clock();
    }

    @Override
    public List<String> dueOrigins() {
        Instant now = clock.instant();
        return readers.call(session -> OutboxSql.dueOrigins(session, now));
    }

    @Override
    public List<Delivery> claim(String origin, int limit, Duration lease) {
        Instant now = clock.instant();
        return writer.call(session -> OutboxSql.claim(session, origin, limit, now, now.plus(lease)));
    }

    @Override
    public boolean settle(Delivery claimed, Settlement settlement) {
        return writer.call(session -> OutboxSql.settle(session, claimed, settlement));
    }

    @Override
    public Optional<Delivery> resend(String id) {
        Instant now = clock.instant();
        return writer.call(session -> OutboxSql.resend(session, id, now));
    }

    @Override
    public List<Delivery> list(@Nullable String prediction, int limit) {
        return readers.call(session -> OutboxSql.list(session, prediction, limit));
    }

    @Override
    public Optional<String> base(String prediction) {
        return readers.call(session -> session.one(
                "SELECT base FROM predictions WHERE id = ? AND base IS NOT NULL",
                row -> row.getString("base"),
                prediction));
    }

    @Override
    public String secret() {
        String known = secret;
        if (known == null) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            String fresh = "whsec_" + Base64.getEncoder().encodeToString(bytes);
            known = writer.call(session -> {
                session.update("INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", SECRET, fresh);
                return session.one("SELECT value FROM secrets WHERE name = ?", row -> row.getString("value"), SECRET)
                        .orElseThrow();
            });
            secret = known;
        }
        return known;
    }

    @Override
    public int prune(Instant askedBefore, int limit) {
        return writer.call(session -> OutboxSql.prune(session, askedBefore, limit));
    }
}
