package dev.zoetrope.predictions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The webhook outbox in SQLite.
final class SqliteOutbox implements WebhookOutbox {
    private static final String PURPOSE = "webhooks";

    private final Writer writer;
    private final Readers readers;
    private final ServerSecrets secrets;
    private final InstantSource clock;
    private volatile @Nullable String secret;

    SqliteOutbox(Writer writer, Readers readers, ServerSecrets secrets, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.secrets = secrets;
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
            known = "whsec_" + Base64.getEncoder().encodeToString(secrets.of(PURPOSE));
            secret = known;
        }
        return known;
    }

    @Override
    public int prune(Instant askedBefore, int limit) {
        return writer.call(session -> OutboxSql.prune(session, askedBefore, limit));
    }
}
