package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;

/// Where the eye goes first in a picture: what differs in brightness and colour from its surround (the centre-surround
/// idea of Itti, Koch and Niebur 1998, on one coarse scale), the middle counting for more than the edges.
///
/// Cheap and deterministic: a few thousand pixels are looked at, and nothing of the platform's mathematics is used.
///
/// @param x where, as a share of the picture's width from the left
/// @param y where, as a share of its height from the top
/// @param strength how much it stands out: 1 is no more than anything else, from [#CLEAR] on it is plain to see
record Salience(double x, double y, double strength) {
    /// From here on there is one thing to look at.
    static final double CLEAR = 3.5;

    private static final int COLUMNS = 32;
    private static final int ROWS = 18;

    /// Looked at in each cell, along each side.
    private static final int SAMPLES = 4;

    /// How far around a cell its surround reaches, in cells.
    private static final int REACH = 6;

    /// Cells below this share of the most salient are surround.
    private static final double CORE = 0.55;

    /// What a thing at the very edge counts beside one in the middle: it may be cut by the frame.
    private static final double EDGE = 0.35;

    static Salience of(Picture picture, Quad quad) {
        double[][] cells = cells(picture, quad);
        var salient = new double[ROWS * COLUMNS];
        double most = 0;
        double mean = 0;
        for (int i = 0; i < salient.length; i++) {
            salient[i] = contrast(cells, i) * middle(i);
            most = Math.max(most, salient[i]);
            mean += salient[i] / salient.length;
        }
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < salient.length; i++) {
            if (salient[i] > CORE * most) {
                x += salient[i] * (i % COLUMNS + 0.5) / COLUMNS;
                int row = i / COLUMNS;
                y += salient[i] * (row + 0.5) / ROWS;
                sum += salient[i];
            }
        }
        // Grain and JPEG make contrast of their own.
        return most < 6 || sum == 0 ? new Salience(0.5, 0.5, 1) : new Salience(x / sum, y / sum, most / mean);
    }

    /// Whether there is one thing to look at.
    boolean isClear() {
        return strength >= CLEAR;
    }

    /// The mean red, green and blue of each cell.
    private static double[][] cells(Picture picture, Quad quad) {
        var cells = new double[ROWS * COLUMNS][3];
        for (int row = 0; row < ROWS * SAMPLES; row++) {
            for (int column = 0; column < COLUMNS * SAMPLES; column++) {
                Quad.Point at = quad.at((column + 0.5) / (COLUMNS * SAMPLES), (row + 0.5) / (ROWS * SAMPLES));
                int x = Math.clamp((int) at.x(), 0, picture.width() - 1);
                int y = Math.clamp((int) at.y(), 0, picture.height() - 1);
                int rgb = picture.pixels()[y * picture.width() + x];
                double[] cell = cells[row / SAMPLES * COLUMNS + column / SAMPLES];
                cell[0] += Colour.red(rgb) / (double) (SAMPLES * SAMPLES);
                cell[1] += Colour.green(rgb) / (double) (SAMPLES * SAMPLES);
                cell[2] += Colour.blue(rgb) / (double) (SAMPLES * SAMPLES);
            }
        }
        return cells;
    }

    /// How far a cell is from the mean of the cells around it.
    private static double contrast(double[][] cells, int cell) {
        int column = cell % COLUMNS;
        int row = cell / COLUMNS;
        double red = 0;
        double green = 0;
        double blue = 0;
        int count = 0;
        for (int y = Math.max(0, row - REACH); y <= Math.min(ROWS - 1, row + REACH); y++) {
            for (int x = Math.max(0, column - REACH); x <= Math.min(COLUMNS - 1, column + REACH); x++) {
                double[] around = cells[y * COLUMNS + x];
                red += around[0];
                green += around[1];
                blue += around[2];
                count++;
            }
        }
        double[] own = cells[cell];
        double byRed = own[0] - red / count;
        double byGreen = own[1] - green / count;
        double byBlue = own[2] - blue / count;
        return Math.sqrt(byRed * byRed + byGreen * byGreen + byBlue * byBlue);
    }

    private static double middle(int cell) {
        double x = Math.abs((cell % COLUMNS + 0.5) / COLUMNS - 0.5) * 2;
        int row = cell / COLUMNS;
        double y = Math.abs((row + 0.5) / ROWS - 0.5) * 2;
        double out = Math.max(x, y);
        return 1 - (1 - EDGE) * out * out;
    }
}
