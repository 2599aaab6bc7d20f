package dev.zoetrope.animatic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a timeline down as a crew reads it, one line a shot:
///
/// ```
/// Shot 4  5.5-7.0 s  handheld, from the prompt
/// ```
public final class ShotList {
    private ShotList() {}

    /// The lines, without line ends.
    public static List<String> lines(Timeline timeline) {
        return timeline.shots().stream().map(ShotList::line).toList();
    }

    private static String line(Timeline.Shot shot) {
        return String.format(
                Locale.ROOT,
                "Shot %d  %.1f-%.1f s  %s%s",
                shot.number(),
                seconds(shot.start()),
                seconds(shot.end()),
                shot.reason(),
                shot.lines().stream().map(ShotList::said).collect(Collectors.joining()));
    }

    private static String said(Timeline.Line line) {
        String speaker = line.speaker().isEmpty() ? "" : line.speaker() + " ";
        return "; " + speaker + "says \"" + line.words() + "\"";
    }

    private static double seconds(int frame) {
        return (double) frame / Timeline.FRAMES_PER_SECOND;
    }

    /// A kind of move, join or life as a crew says it: `push in`.
    public static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
