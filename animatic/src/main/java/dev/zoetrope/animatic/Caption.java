package dev.zoetrope.animatic;

/// What is written to a panel of a storyboard.
///
/// @param text the words, lines joined; empty when there are none
/// @param confidence how sure the reader is of its letters, from 0 to 1
public record Caption(String text, double confidence) {
    /// No words.
    public static final Caption NONE = new Caption("", 0);

    /// True when nothing is written.
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
