package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.View;
import java.util.regex.Pattern;

/// How deep a picture is filmed: with a camera that passes by, a little, unless the words want more or none. One that
/// goes
/// nearer or away shows little of it, and twice the work, so there it is left to the words. A camera that only turns on
/// its foot sees nothing pass before anything else, and what is drawn as flat stays flat.
final class DepthWords {
    /// What lies behind is about one and two thirds as far away as what stands before it.
    private static final double USUAL = 0.4;

    /// When the words ask for it: two and a half times as far.
    private static final double WISHED = 0.6;

    private static final Pattern FLAT = Pattern.compile(
            "\\b(?:no|without)\\s+(?:any\\s+)?(?:parallax|depth)\\b|\\bflat (?:2d )?(?:picture|camera|image|look|style)|"
                    + "不要视差|无视差|平面风格|扁平",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DEEP = Pattern.compile(
            "\\bparallax\\b|\\b2\\.5-?d\\b|\\bmulti-?plane\\b|视差|2\\.5D|景深感|立体感|纵深感|层次感", Pattern.CASE_INSENSITIVE);

    private DepthWords() {}

    /// @param words of the shot, else of the film
    static double depth(String words, Move move, View view) {
        if (!(view instanceof View.Panel) || FLAT.matcher(words).find()) {
            return 0;
        }
        double wished = DEEP.matcher(words).find() ? WISHED : 0;
        return switch (move.kind()) {
            case TRUCK_LEFT, TRUCK_RIGHT, CRANE_UP, CRANE_DOWN, ORBIT, TRACK, DOLLY_ZOOM -> Math.max(wished, USUAL);
            case PUSH_IN, PULL_OUT -> wished;
            case STATIC, PAN_LEFT, PAN_RIGHT, TILT_UP, TILT_DOWN, HANDHELD, WHIP_LEFT, WHIP_RIGHT, SHAKE, PATH -> 0;
        };
    }
}
