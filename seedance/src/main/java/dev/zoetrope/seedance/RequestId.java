package dev.zoetrope.seedance;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes the request ids that appear in the log. They have the shape of the task ids in Seedance's own logs, with a
/// prefix of our own and the time in UTC: `zt-20260429085939-tvfkw`. Nothing of it enters the film.
final class RequestId {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    /// As many as Seedance's task ids have.
    private static final int RANDOM_CHARACTERS = 5;

    private RequestId() {}

    /// A new id.
    static String create(InstantSource clock, RandomGenerator random) {
        StringBuilder id =
                new StringBuilder("zt-").append(TIME.format(clock.instant())).append('-');
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
