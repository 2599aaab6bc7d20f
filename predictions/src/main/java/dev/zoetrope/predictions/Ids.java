package dev.zoetrope.predictions;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes ids and secrets out of Crockford's base32 in lower case, which needs no escaping in a URL and has no
/// i, l, o or u to misread. Thread-safe.
///
/// An id is 26 characters, as Replicate's are, laid out like a ULID: 48 bits of milliseconds and 80 random
/// bits. Ids sort by the time they were made; those of one millisecond count upwards, and a clock that goes
/// back does not take them back with it.
public final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_PER_CHARACTER = 5;
    private static final int TIME_CHARACTERS = 10;
    private static final int ID_CHARACTERS = 26;
    private static final long HIGH_MASK = 0xffff;

    /// 160 bits: out of reach of guessing, whatever the number of secrets and of guesses.
    private static final int SECRET_CHARACTERS = 32;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final SecureRandom secrets = new SecureRandom();

    private long millis = -1;
    private long high;
    private long low;

    /// Ids from this clock and this source of randomness; secrets always come from [SecureRandom].
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// The next id: 26 characters, greater than all before from here.
    public synchronized String next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            high = random.nextLong() & HIGH_MASK;
            low = random.nextLong();
        } else {
            countUp();
        }
        return encoded();
    }

    /// 32 characters that nobody can guess, for the part of a URL that stands in for a token.
    public String secret() {
        var text = new StringBuilder(SECRET_CHARACTERS);
        for (int i = 0; i < SECRET_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(secrets.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private void countUp() {
        low++;
        if (low == 0) {
            high = (high + 1) & HIGH_MASK;
            if (high == 0) {
                millis++;
            }
        }
    }

    private String encoded() {
        var text = new char[ID_CHARACTERS];
        long bits = millis;
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (bits & 31));
            bits >>>= BITS_PER_CHARACTER;
        }
        long lowBits = low;
        long highBits = high;
        for (int i = ID_CHARACTERS - 1; i >= TIME_CHARACTERS; i--) {
            text[i] = ALPHABET.charAt((int) (lowBits & 31));
            lowBits = (lowBits >>> BITS_PER_CHARACTER) | (highBits << (Long.SIZE - BITS_PER_CHARACTER));
            highBits >>>= BITS_PER_CHARACTER;
        }
        return new String(text);
    }
}
