package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Breaks a text into lines: Latin between words, Chinese and Japanese between any two characters, except that no line
/// begins with a closing mark or ends with an opening one.
final class LineBreaker {
    private static final String NEVER_FIRST = "、。，．：；！？）］｝」』】》〉〕’”…‥ーっゃゅょッャュョ,.:;!?)]}%";
    private static final String NEVER_LAST = "（［｛「『【《〈〔‘“([{";

    /// Steps in which the narrowest width with the same number of lines is looked for.
    private static final int BALANCING = 12;

    private LineBreaker() {}

    /// Lines of about equal length, none wider than `width` unless one piece alone is.
    ///
    /// @param measure width of a piece of text
    static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
        List<String> pieces = pieces(text);
        List<String> best = fill(pieces, width, measure);
        double low = 0;
        double high = width;
        for (int i = 0; i < BALANCING; i++) {
            double middle = (low + high) / 2;
            List<String> tried = fill(pieces, middle, measure);
            boolean fits = tried.stream().allMatch(line -> measure.applyAsDouble(line) <= middle);
            if (tried.size() == best.size() && fits) {
                best = tried;
                high = middle;
            } else {
                low = middle;
            }
        }
        return best;
    }

    /// The parts between which a line may break; a Latin word keeps the space after it.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int character : text.strip().replaceAll("\\s+", " ").codePoints().toArray()) {
            if (!piece.isEmpty() && mayBreak(before, character)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
            before = character;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return before == ' ' || isWide(before) || isWide(after);
    }

    /// Characters that stand in a square of their own.
    static boolean isWide(int character) {
        return (character >= 0x2E80 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFF00 && character <= 0xFFEF)
                || character >= 0x20000;
    }

    private static List<String> fill(List<String> pieces, double width, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces) {
            String longer = line + piece;
            if (!line.isEmpty() && measure.applyAsDouble(longer.strip()) > width) {
                lines.add(line.strip());
                longer = piece;
            }
            line = longer;
        }
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
        return lines;
    }
}
