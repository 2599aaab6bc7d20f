package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the two headers by which a caller says how long: `Prefer: wait[=n]` and `Cancel-After`.
final class Preferences {
    /// The longest that an answer is held back. Clients give up at 60 s, counted from before they connect, and some
    /// then send the prediction once more; the rest is for the way there and back on a busy machine.
    static final Duration LONGEST_WAIT = Duration.ofSeconds(56);

    /// The shortest deadline, as on Replicate.
    static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(5);

    private static final Pattern WAIT =
            Pattern.compile("(?<![\\w-])wait(?:\\s*=\\s*\"?(\\d{1,9})\"?)?(?![\\w-])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEADLINE = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s?)?");

    private Preferences() {}

    /// How long to hold the answer to a create; empty when the caller does not wait. Longer than the limit is cut.
    static Optional<Duration> wait(String prefer) {
        Matcher matcher = WAIT.matcher(prefer);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Duration asked = matcher.group(1) == null ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    /// What `Preference-Applied` says: the wait as the caller asked for it.
    static String applied(String prefer) {
        Matcher matcher = WAIT.matcher(prefer);
        return matcher.find() && matcher.group(1) != null ? "wait=" + matcher.group(1) : "wait";
    }

    /// A `Cancel-After` value: `30s`, `5m`, `1h30m45s`, or plain seconds.
    static Duration cancelAfter(String header) {
        Matcher matcher = DEADLINE.matcher(header.strip());
        if (header.isBlank() || !matcher.matches()) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST, "Cancel-After must look like 30s, 5m or 1h30m45s, got \"" + header + "\"");
        }
        Duration deadline = Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)));
        if (deadline.compareTo(SHORTEST_DEADLINE) < 0) {
            throw new ApiException(
                    ErrorCode.BAD_REQUEST,
                    "Cancel-After must be at least " + SHORTEST_DEADLINE.toSeconds() + "s, got \"" + header + "\"");
        }
        return deadline;
    }

    @SuppressWarnings("NullAway") // a group that took no part is null, which is what is asked here
    private static long number(String group) {
        return group == null ? 0 : Long.parseLong(group);
    }
}
