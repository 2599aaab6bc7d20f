package dev.zoetrope.server;

import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.Tokens.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Codes in links that sign in once. They live in memory and for minutes, so a link that stays in a terminal's history
/// opens nothing later. Thread-safe.
final class SignInCodes {
    /// Long enough to read the terminal and to click.
    static final Duration LIFE = Duration.ofMinutes(15);

    /// Nobody has more links open; the oldest make room.
    private static final int KEPT = 100;

    private final InstantSource clock;
    private final Ids ids;
    private final LinkedHashMap<String, Entry> open = new LinkedHashMap<>();

    private record Entry(Token token, Instant until) {}

    SignInCodes(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// A code that signs in as this token, once.
    synchronized String make(Token token) {
        String code = ids.secret();
        if (open.size() >= KEPT) {
            open.pollFirstEntry();
        }
        open.put(code, new Entry(token, clock.instant().plus(LIFE)));
        return code;
    }

    /// Uses a code up; empty when it was used before, is too old, or was never made.
    synchronized Optional<Token> take(String code) {
        return Optional.ofNullable(open.remove(code))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::token);
    }
}
