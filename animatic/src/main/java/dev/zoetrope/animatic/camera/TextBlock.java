package dev.zoetrope.animatic.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Words broken into lines: between words where there are spaces, between any two ideographs otherwise, and
/// never so that a line begins with a closing mark (the simplest rule of Japanese and Chinese typesetting).
///
/// @param lines from top to bottom
/// @param height of the letters in pixels
record TextBlock(List<String> lines, double height) {
    private static final String NEVER_FIRST = "，。、；：！？）」』】》”’,.;:!?)]}%…ー";

    /// Letters shrink by this step until the words fit.
    private static final double STEP = 0.92;

    private static final int MOST_STEPS = 24;

    TextBlock {
        lines = List.copyOf(lines);
    }

    /// Breaks a text so that it fits.
    ///
    /// @param largest height of the letters to begin with
    /// @param width that a line may have, in pixels
    /// @param mostLines that there may be
    /// @param measure width of a line in units of the letters' height
    static TextBlock fit(String text, double largest, double width, int mostLines, ToDoubleFunction<String> measure) {
        double height = largest;
        List<String> lines = List.of(text);
        for (int step = 0; step < MOST_STEPS; step++) {
            lines = broken(text, width / height, measure);
            boolean wide = false;
            for (String line : lines) {
                wide |= measure.applyAsDouble(line) > width / height;
            }
            if (lines.size() <= mostLines && !wide) {
                break;
            }
            height *= STEP;
        }
        return new TextBlock(lines, height);
    }

    private static List<String> broken(String text, double width, ToDoubleFunction<String> measure) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String piece : pieces(text)) {
            boolean hangs = !piece.isEmpty() && NEVER_FIRST.indexOf(piece.charAt(0)) >= 0;
            if (!line.isEmpty() && !hangs && measure.applyAsDouble((line + piece).strip()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /// What stays together: a word with the space after it, or one ideograph.
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean alone = Character.isIdeographic(character)
                    || Character.UnicodeScript.of(character) == Character.UnicodeScript.HIRAGANA
                    || Character.UnicodeScript.of(character) == Character.UnicodeScript.KATAKANA
                    || (NEVER_FIRST.indexOf(character) >= 0 && character > 0x7F);
            if (alone && !word.isEmpty()) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(character);
            if (alone || Character.isWhitespace(character)) {
                pieces.add(word.toString());
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }
}
