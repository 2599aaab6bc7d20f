package dev.zoetrope.animatic.director;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How much of the scene a shot shows, in the words of storyboards.
public enum ShotSize {
    EXTREME_WIDE("大远景|极远景|\\bextreme (?:wide|long)\\b|\\bEWS\\b|\\bELS\\b|\\bestablishing\\b"),
    EXTREME_CLOSE_UP("大特写|极特写|\\bextreme close\\b|\\bextremeclose|\\bECU\\b|\\bXCU\\b|\\bBCU\\b"),
    MEDIUM_CLOSE("中近景|\\bmedium close|\\bmediumclose|\\bMCU\\b"),
    MACRO("微距|\\bmacro\\b"),
    INSERT("空镜|\\binsert\\b"),
    CLOSE_UP("特写|\\bclose[- ]?ups?\\b|\\bCU\\b"),
    CLOSE("近景|\\bclose shot\\b"),
    FULL("全景|全身|\\bfull shot\\b|\\bfull[- ]body\\b|\\bFS\\b"),
    MEDIUM("中景|半身|\\b(?:medium|mid)[- ]?(?:shot|wide|long)?\\b(?=[ .,;:)]*(?:shot|$|[^a-z]))|\\bMS\\b"),
    WIDE("远景|广角|\\bwide(?:[- ]?(?:shot|angle))?\\b|\\blong[- ]?shot\\b|\\bWS\\b|\\bLS\\b");

    private final Pattern pattern;

    ShotSize(String words) {
        // The short forms are written large; a small "ms" is a unit.
        pattern = Pattern.compile(
                words.replaceAll("\\\\b([A-Z]{2,3})\\\\b", "(?-i:\\\\b$1\\\\b)"), Pattern.CASE_INSENSITIVE);
    }

    /// Whether it shows a face or a thing.
    boolean isNear() {
        return switch (this) {
            case EXTREME_CLOSE_UP, MEDIUM_CLOSE, MACRO, INSERT, CLOSE_UP, CLOSE -> true;
            case EXTREME_WIDE, FULL, MEDIUM, WIDE -> false;
        };
    }

    /// Whether it shows a place.
    boolean isFar() {
        return switch (this) {
            case EXTREME_WIDE, WIDE -> true;
            case EXTREME_CLOSE_UP, MEDIUM_CLOSE, MACRO, INSERT, CLOSE_UP, CLOSE, FULL, MEDIUM -> false;
        };
    }

    /// The first size a text names; of two at one place the more special.
    static Optional<ShotSize> find(String text) {
        return List.of(values()).stream()
                .filter(size -> size.pattern.matcher(text).find())
                .findFirst();
    }
}
