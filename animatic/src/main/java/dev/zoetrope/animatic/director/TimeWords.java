package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Timeline.Move.Easing;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds in words how time is to run in a shot, and whether it ends in black, in Chinese and English.
final class TimeWords {
    private static final Pattern FREEZE =
            words("定格(?!动画)|画面(?:静止|凝固)|\\bfreez(?:e|es|ing)[ -]frame\\b|\\bfreeze on\\b");

    private static final Pattern SLOW_MOTION = words("慢动作|慢镜头|升格|\\bslow[ -]?mo(?:tion)?\\b");

    private static final Pattern TO_BLACK =
            words("淡出(?:至|到|为|成)?黑|渐(?:隐至)?黑|黑场(?:结束|收尾)|\\bfad(?:e|es|ing) (?:out\\b|to black\\b)");

    private TimeWords() {}

    private static Pattern words(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /// The easing that the words ask for; empty when time runs as it does.
    static Optional<Easing> easing(String words) {
        if (FREEZE.matcher(words).find()) {
            return Optional.of(Easing.FREEZE);
        }
        return SLOW_MOTION.matcher(words).find() ? Optional.of(Easing.SLOW_MOTION) : Optional.empty();
    }

    /// Whether the words want what they speak of to end in black.
    static boolean endsBlack(String words) {
        return TO_BLACK.matcher(words).find();
    }
}
