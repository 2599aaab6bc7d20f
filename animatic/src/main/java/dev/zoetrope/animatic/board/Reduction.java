package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;

/// Makes a very large sheet smaller by a whole factor, so that reading stays quick and its memory bounded.
/// Gutters of two pixels vanish below some 3,000 pixels, so sheets up to that size are read as they are.
final class Reduction {
    private static final int LARGEST_SIDE = 3200;

    private Reduction() {}

    static int factor(Picture sheet) {
        return Math.max(1, Math.ceilDiv(Math.max(sheet.width(), sheet.height()), LARGEST_SIDE));
    }

    /// The mean of each square of `factor` by `factor` pixels; what does not fill a square at the right and
    /// lower edge is left out.
    static Picture by(int factor, Picture sheet) {
        int width = Math.max(1, sheet.width() / factor);
        int height = Math.max(1, sheet.height() / factor);
        if (factor == 1) {
            return sheet;
        }
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = mean(sheet, x * factor, y * factor, factor);
            }
        }
        return new Picture(width, height, pixels);
    }

    private static int mean(Picture sheet, int left, int top, int factor) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + factor, sheet.height()); y++) {
            for (int x = left; x < Math.min(left + factor, sheet.width()); x++) {
                int rgb = sheet.at(x, y);
                red += Colour.red(rgb);
                green += Colour.green(rgb);
                blue += Colour.blue(rgb);
                count++;
            }
        }
        return Colour.of((double) red / count, (double) green / count, (double) blue / count);
    }
}
