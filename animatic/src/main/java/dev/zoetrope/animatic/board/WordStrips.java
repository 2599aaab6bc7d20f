package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.words.Grey;
import java.util.Arrays;
import java.util.List;

/// Finds the strips along the upper and lower side of a picture that words take, so that a film can leave them out:
/// the lines themselves, and the plain strip they stand on.
final class WordStrips {
    /// Words further inside are a part of the picture: a sign, a letter that is read.
    private static final double DEEPEST = 0.36;

    /// A number in a corner stands higher than this.
    private static final double DEEPEST_ABOVE = 0.2;

    /// A plain row's pixels are within so many levels of its middle one.
    private static final int PLAIN = 14;

    /// So many of them are.
    private static final double MOSTLY = 0.85;

    private WordStrips() {}

    /// The caption with the strips its lines take.
    static Caption on(Grey grey, Box panel, List<Box> lines, Caption caption) {
        if (caption.isEmpty()) {
            return caption;
        }
        int upper = panel.top();
        int lower = panel.bottom();
        for (Box line : lines) {
            int room = line.height() / 3;
            if (line.top() - room > panel.bottom() - DEEPEST * panel.height()) {
                lower = Math.min(lower, line.top() - room);
            } else if (line.bottom() + room < panel.top() + DEEPEST_ABOVE * panel.height()) {
                upper = Math.max(upper, line.bottom() + room);
            }
        }
        double below = lower == panel.bottom() ? 0 : panel.bottom() - end(grey, panel, lower, -1);
        double above = upper == panel.top() ? 0 : end(grey, panel, upper, 1) - panel.top();
        return new Caption(caption.text(), caption.confidence(), above / panel.height(), below / panel.height());
    }

    /// Where the plain strip ends that a line stands on; where it does not end, the picture itself is plain there, and
    /// only the line is left out.
    private static int end(Grey grey, Box panel, int from, int step) {
        int most = (int) (DEEPEST * panel.height());
        int first = Math.clamp(from, 0, grey.height() - 1);
        int level = middle(grey, panel, first);
        int y = first;
        while (y >= 0 && y < grey.height() && isPlain(grey, panel, y, level)) {
            y += step;
            if (Math.abs(y - (step < 0 ? panel.bottom() : panel.top())) > most) {
                return from;
            }
        }
        return y == first ? from : y + step;
    }

    private static boolean isPlain(Grey grey, Box panel, int y, int level) {
        int left = Math.max(0, panel.left());
        int right = Math.min(grey.width(), panel.right());
        int plain = 0;
        for (int x = left; x < right; x++) {
            plain += Math.abs(grey.at(x, y) - level) <= PLAIN ? 1 : 0;
        }
        return plain >= MOSTLY * (right - left);
    }

    private static int middle(Grey grey, Box panel, int y) {
        int left = Math.max(0, panel.left());
        int right = Math.min(grey.width(), panel.right());
        var levels = new int[Math.max(1, right - left)];
        for (int x = left; x < right; x++) {
            levels[x - left] = grey.at(x, y);
        }
        Arrays.sort(levels);
        return levels[levels.length / 2];
    }
}
