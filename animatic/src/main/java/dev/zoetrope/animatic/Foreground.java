package dev.zoetrope.animatic;

import java.util.Arrays;

/// Which pixels of a canvas are picture: all that a flood of paper from outside does not reach. A framed line
/// drawing on the sheet's own white stays whole, because the flood stops at its frame.
///
/// @param marks one per pixel, row by row: true for picture
/// @param paper one per pixel: true for the paper's colour, whether the flood reaches it or not
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Foreground(int width, int height, boolean[] marks, boolean[] paper) {
    static Foreground of(Canvas canvas) {
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
        return new Foreground(width, height, dryPixels(paper, width, height), paper);
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
