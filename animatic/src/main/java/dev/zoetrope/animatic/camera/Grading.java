package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Grade;
import dev.zoetrope.animatic.Oklab;
import dev.zoetrope.animatic.Picture;
import java.util.List;

/// A grade made into a table of colours, so that any number of pixels are changed fast. Immutable.
final class Grading {
    /// Colours of the table along each channel; between them all goes evenly.
    private static final int SIDE = 33;

    /// The highest level, and so the sum of the shares of two neighbours in the table.
    private static final int WHOLE = 255;

    private static final long CUBE = (long) WHOLE * WHOLE * WHOLE;

    private final int[] table = new int[SIDE * SIDE * SIDE];

    Grading(Grade grade) {
        var lab = new double[3];
        for (int red = 0; red < SIDE; red++) {
            for (int green = 0; green < SIDE; green++) {
                for (int blue = 0; blue < SIDE; blue++) {
                    int rgb = level(red) << 16 | level(green) << 8 | level(blue);
                    Oklab.of(rgb, lab);
                    table[index(red, green, blue)] = Oklab.rgb(changed(grade, lab));
                }
            }
        }
    }

    private static int level(int step) {
        return (step * WHOLE + (SIDE - 1) / 2) / (SIDE - 1);
    }

    private static int index(int red, int green, int blue) {
        return (red * SIDE + green) * SIDE + blue;
    }

    private static double[] changed(Grade grade, double[] lab) {
        List<Double> matrix = grade.matrix();
        var out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = matrix.get(3 * i) * lab[0]
                    + matrix.get(3 * i + 1) * lab[1]
                    + matrix.get(3 * i + 2) * lab[2]
                    + grade.shift().get(i);
        }
        return out;
    }

    /// The same panel in other colours, on a picture of its own.
    Upright of(Upright panel) {
        int left = panel.firstColumn();
        int top = panel.firstRow();
        int width = panel.lastColumn() + 1 - left;
        int height = panel.lastRow() + 1 - top;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = of(panel.picture().at(left + x, top + y));
            }
        }
        return new Upright(
                new Picture(width, height, pixels),
                panel.left() - left,
                panel.top() - top,
                panel.width(),
                panel.height());
    }

    /// One colour, between the eight of the table about it.
    int of(int rgb) {
        int red = (rgb >> 16 & 0xFF) * (SIDE - 1);
        int green = (rgb >> 8 & 0xFF) * (SIDE - 1);
        int blue = (rgb & 0xFF) * (SIDE - 1);
        // White is the last colour itself, reached from the one before it.
        int corner = index(step(red), step(green), step(blue));
        int out = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long near = plane(corner, shift, share(green), share(blue));
            long far = plane(corner + SIDE * SIDE, shift, share(green), share(blue));
            long sum = near * (WHOLE - share(red)) + far * share(red);
            out |= (int) ((sum + CUBE / 2) / CUBE) << shift;
        }
        return out;
    }

    private static int step(int place) {
        return Math.min(place / WHOLE, SIDE - 2);
    }

    private static int share(int place) {
        return place - step(place) * WHOLE;
    }

    private int plane(int corner, int shift, int green, int blue) {
        return edge(corner, shift, blue) * (WHOLE - green) + edge(corner + SIDE, shift, blue) * green;
    }

    private int edge(int corner, int shift, int blue) {
        return (table[corner] >> shift & 0xFF) * (WHOLE - blue) + (table[corner + 1] >> shift & 0xFF) * blue;
    }
}
