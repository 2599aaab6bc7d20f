package dev.zoetrope.animatic;

import java.util.List;
import java.util.Locale;

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
                "Shot %d  %.1f-%.1f s  %s",
                shot.number(),
                seconds(shot.start()),
                seconds(shot.end()),
                shot.reason());
    }

    private static double seconds(int frame) {
        return (double) frame / Timeline.FRAMES_PER_SECOND;
    }
}
