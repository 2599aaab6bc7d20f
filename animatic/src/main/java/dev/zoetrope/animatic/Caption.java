package dev.zoetrope.animatic;

/// What is written to a panel of a storyboard.
///
/// @param text the words, lines joined; empty when there are none
/// @param confidence how sure the reader is of its letters, from 0 to 1
/// @param above share of the panel's height, from its top, that words inside the picture take; 0 where none stand there
/// @param below the same from its bottom
public record Caption(String text, double confidence, double above, double below) {
    /// No words.
    public static final Caption NONE = new Caption("", 0);

    /// Words outside the picture.
    public Caption(String text, double confidence) {
        this(text, confidence, 0, 0);
    }

    /// True when nothing is written.
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
