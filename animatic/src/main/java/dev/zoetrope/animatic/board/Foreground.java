package dev.zoetrope.animatic.board;

import java.util.Arrays;
import java.util.Optional;

/// Which pixels of a canvas are picture: all that a flood of paper from outside does not reach. A framed line
/// drawing on the sheet's own white stays whole, because the flood stops at its frame.
///
/// @param marks one per pixel, row by row: true for picture
/// @param paper one per pixel: true for the paper's colour, whether the flood reaches it or not
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Foreground(int width, int height, boolean[] marks, boolean[] paper) {
    /// A gutter without arrows or lettering is paper to this share: frames cross rows of a white drawing.
    private static final double GUTTER = 0.985;

    /// No gutter is broader than this share of the sheet, room for captions included.
    private static final double BROADEST = 0.15;

    static Foreground of(Canvas canvas) {
        boolean[] paper = paper(canvas);
        return new Foreground(
                canvas.width(), canvas.height(), dryPixels(paper, canvas.width(), canvas.height()), paper);
    }

    private static boolean[] paper(Canvas canvas) {
        int width = canvas.width();
        int height = canvas.height();
        var paper = new boolean[width * height];
        int[] pixels = canvas.picture().pixels();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                // The edge is paper by definition: a plane that rises beyond white would not match its own
                // pixels.
                boolean isEdge = x == 0 || y == 0 || x == width - 1 || y == height - 1;
                paper[y * width + x] = isEdge || canvas.paper().matches(pixels[y * width + x], x + 0.5, y + 0.5);
            }
        }
        return paper;
    }

    /// The same for a sheet whose panels are cut off by its edge: they are open there, so the flood is let in only
    /// where a gutter ends. Empty when there is none.
    Optional<Foreground> closed(Box sheet) {
        boolean[] paper = this.paper.clone();
        boolean[] rows = gutters(paper, width, sheet, false);
        boolean[] columns = gutters(paper, width, sheet, true);
        if (!hasInner(rows) && !hasInner(columns)) {
            return Optional.empty();
        }
        for (int y = sheet.top(); y < sheet.bottom(); y++) {
            paper[y * width + sheet.left()] &= rows[y - sheet.top()];
            paper[y * width + sheet.right() - 1] &= rows[y - sheet.top()];
        }
        for (int x = sheet.left(); x < sheet.right(); x++) {
            paper[sheet.top() * width + x] &= columns[x - sheet.left()];
            paper[(sheet.bottom() - 1) * width + x] &= columns[x - sheet.left()];
        }
        return Optional.of(new Foreground(width, height, dryPixels(paper, width, height), paper));
    }

    /// True when there is a gutter within the sheet. What reaches its edge, or is broader, is a plain part of a
    /// picture.
    private static boolean hasInner(boolean[] gutters) {
        int from = 0;
        for (int at = 0; at < gutters.length; at++) {
            if (!gutters[at]) {
                if (from > 0 && at > from && at - from <= BROADEST * gutters.length) {
                    return true;
                }
                from = at + 1;
            }
        }
        return false;
    }

    /// Which rows or columns of a sheet are paper from side to side.
    private static boolean[] gutters(boolean[] paper, int width, Box sheet, boolean flipped) {
        var gutters = new boolean[flipped ? sheet.width() : sheet.height()];
        int across = flipped ? sheet.height() : sheet.width();
        for (int at = 0; at < gutters.length; at++) {
            int count = 0;
            for (int along = 0; along < across; along++) {
                int x = sheet.left() + (flipped ? at : along);
                int y = sheet.top() + (flipped ? along : at);
                count += paper[y * width + x] ? 1 : 0;
            }
            gutters[at] = count >= GUTTER * across;
        }
        return gutters;
    }

    boolean at(int x, int y) {
        return marks[y * width + x];
    }

    /// True for what is drawn: picture, and not of the paper's colour.
    boolean isInk(int place) {
        return marks[place] && !paper[place];
    }

    /// Flood over the four neighbours only: a frame one pixel wide holds water even where it runs diagonally.
    private static boolean[] dryPixels(boolean[] paper, int width, int height) {
        var dry = new boolean[paper.length];
        Arrays.fill(dry, true);
        var queue = new int[paper.length];
        int end = 0;
        queue[end++] = 0;
        dry[0] = false;
        for (int next = 0; next < end; next++) {
            int at = queue[next];
            int x = at % width;
            int y = at / width;
            if (x > 0 && dry[at - 1] && paper[at - 1]) {
                dry[at - 1] = false;
                queue[end++] = at - 1;
            }
            if (x < width - 1 && dry[at + 1] && paper[at + 1]) {
                dry[at + 1] = false;
                queue[end++] = at + 1;
            }
            if (y > 0 && dry[at - width] && paper[at - width]) {
                dry[at - width] = false;
                queue[end++] = at - width;
            }
            if (y < height - 1 && dry[at + width] && paper[at + width]) {
                dry[at + width] = false;
                queue[end++] = at + width;
            }
        }
        return dry;
    }
}
