package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Columns.micros;
import static dev.zoetrope.predictions.Columns.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Tokens in SQLite, as SHA-256 of their secrets.
///
/// A fast hash is right here: our secrets have 220 random bits, and a slow hash only makes up for secrets that
/// can be guessed one by one. A secret from configuration stands in clear in that configuration anyway; how
/// hard it is to guess is the choice of who wrote it. Looking up a hash takes a time that tells of the hash
/// alone, and nobody can steer that.
final class SqliteTokens implements Tokens {
    private static final String PREFIX = "r8_";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// 37 characters of 5.95 bits, as long as Replicate's.
    private static final int RANDOM_CHARACTERS = 37;

    /// Below this length, a hint would give away too much of a secret.
    private static final int LENGTH_FOR_HINT = 20;

    private static final int HINT_HEAD = 6;
    private static final int HINT_TAIL = 3;

    /// Exact to a minute is enough to find tokens that nobody uses, and keeps requests from writing.
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final String COLUMNS = "id, name, hint, hash, created_at, last_used_at";

    private final Writer writer;
    private final Readers readers;
    private final InstantSource clock;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    // By hash, and only of tokens that exist. Guarded by itself, as is the count of changes.
    private final Map<String, Token> known = new HashMap<>();
    private long changes;

    SqliteTokens(Writer writer, Readers readers, DatabaseOptions options) {
        this.writer = writer;
        this.readers = readers;
        this.clock = options.clock();
        this.ids = options.ids();
    }

    @Override
    public Created create(String name) {
        var secret = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            secret.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return new Created(ensure(name, secret.toString()), secret.toString());
    }

    @Override
    public Token ensure(String name, String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The secret of the token " + name + " is empty; give it a character.");
        }
        String id = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = writer.call(session -> session.one(
                        """
                        INSERT INTO tokens (id, name, hint, hash, created_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (hash) DO UPDATE SET name = excluded.name
                        RETURNING\s""" + COLUMNS, SqliteTokens::token, id, name, hint(secret), hash(secret), micros(now))
                .orElseThrow());
        forget(hash(secret));
        return token;
    }

    @Override
    public Optional<Token> authenticate(String secret) {
        String hash = hash(secret);
        Token token;
        long changesBefore;
        synchronized (known) {
            token = known.get(hash);
            changesBefore = changes;
        }
        if (token == null) {
            token = stored(hash).orElse(null);
        }
        return Optional.ofNullable(token).map(found -> used(found, hash, changesBefore));
    }

    @Override
    public List<Token> list() {
        return readers.call(session ->
                session.all("SELECT " + COLUMNS + " FROM tokens ORDER BY created_at, id", SqliteTokens::token));
    }

    @Override
    public boolean revoke(String id) {
        var revoked = writer.call(
                session -> session.one("DELETE FROM tokens WHERE id = ? RETURNING hash", row -> row.getString(1), id));
        revoked.ifPresent(this::forget);
        return revoked.isPresent();
    }

    private Optional<Token> stored(String hash) {
        return readers.call(
                session -> session.one("SELECT " + COLUMNS + " FROM tokens WHERE hash = ?", SqliteTokens::token, hash));
    }

    /// Keeps the token at hand, unless tokens changed since it was looked up: then this one may have been revoked.
    private Token used(Token token, String hash, long changesBefore) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = token.lastUsedAt();
        boolean noted = last != null && now.isBefore(last.plus(USE_NOTED_EVERY));
        var shown = noted ? token : new Token(token.id(), token.name(), token.hint(), token.createdAt(), now);
        boolean first;
        synchronized (known) {
            first = changes == changesBefore && !Objects.equals(known.get(hash), shown);
            if (first) {
                known.put(hash, shown);
            }
        }
        if (!noted && first) {
            noteUse(shown);
        }
        return shown;
    }

    /// Not waited for: a full disk must not keep anybody out.
    private void noteUse(Token token) {
        var _ = writer.submit(
                session -> session.update(
                        "UPDATE tokens SET last_used_at = ? WHERE id = ?", micros(token.lastUsedAt()), token.id()),
                _ -> {});
    }

    private void forget(String hash) {
        synchronized (known) {
            changes++;
            known.remove(hash);
        }
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("name"),
                row.getString("hint"),
                Objects.requireNonNull(time(row, "created_at")),
                time(row, "last_used_at"));
    }

    private static String hint(String secret) {
        if (secret.length() < LENGTH_FOR_HINT) {
            return "…";
        }
        return secret.substring(0, HINT_HEAD) + "…" + secret.substring(secret.length() - HINT_TAIL);
    }

    private static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
