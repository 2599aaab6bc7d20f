package dev.zoetrope.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads times and sizes as people write them.
final class Amounts {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(b|kb|mb|gb|tb|kib|mib|gib|tib)?");

    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Amounts() {}

    /// `30d`, `24h`, `90s`; empty for anything else.
    static Optional<Duration> time(String text) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.ofNullable(UNITS.get(matcher.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    /// `20GB` (decimal, as disks are sold), `512MiB`, or plain bytes; empty for anything else.
    static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        long step = unit.endsWith("ib") ? 1024 : 1000;
        long bytes = Long.parseLong(matcher.group(1));
        for (int i = 0; i < "bkmgt".indexOf(unit.charAt(0)); i++) {
            bytes = Math.multiplyExact(bytes, step);
        }
        return Optional.of(bytes);
    }
}
