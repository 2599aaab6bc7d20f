package dev.zoetrope.animatic;

/// How alike two pictures are as set-ups: whether the second shows what the first does from the same place, though
/// lighter or darker and with something moved. So a shot may go over into the next as if it were one.
///
/// The correlation of coarse cells, of their levels and of their steps sideways, and the lower of the two: two
/// landscapes have a light upper half alike, but not their ridges.
public final class Likeness {
    /// From here on two pictures are plainly one set-up.
    public static final double CLEAR = 0.8;

    private static final int COLUMNS = 32;
    private static final int ROWS = 18;

    /// Looked at in each cell, along each side.
    private static final int SAMPLES = 4;

    /// Pictures whose cells differ less than this from their mean, in levels, show nothing to compare.
    private static final double LEAST = 4;

    /// Steps count up to this, in levels: a dark figure that went must not outweigh the room that stayed.
    private static final double STEEP = 8;

    private Likeness() {}

    /// Compares parts of two pictures.
    ///
    /// @return 1 for the same, 0 or less for pictures that have nothing to do with each other
    public static double of(Picture one, Quad first, Picture other, Quad second) {
        double[] cells = cells(one, first);
        double[] others = cells(other, second);
        return Math.max(0, Math.min(correlation(cells, others), correlation(steps(cells), steps(others))));
    }

    /// The mean red, green and blue of each cell, evened out with its neighbours: what moved a little is still there.
    private static double[] cells(Picture picture, Quad quad) {
        var cells = new double[3 * ROWS * COLUMNS];
        for (int row = 0; row < ROWS * SAMPLES; row++) {
            for (int column = 0; column < COLUMNS * SAMPLES; column++) {
                Quad.Point at = quad.at((column + 0.5) / (COLUMNS * SAMPLES), (row + 0.5) / (ROWS * SAMPLES));
                int x = Math.clamp((int) at.x(), 0, picture.width() - 1);
                int y = Math.clamp((int) at.y(), 0, picture.height() - 1);
                int rgb = picture.at(x, y);
                int cell = 3 * (row / SAMPLES * COLUMNS + column / SAMPLES);
                cells[cell] += Colour.red(rgb) / (double) (SAMPLES * SAMPLES);
                cells[cell + 1] += Colour.green(rgb) / (double) (SAMPLES * SAMPLES);
                cells[cell + 2] += Colour.blue(rgb) / (double) (SAMPLES * SAMPLES);
            }
        }
        return evened(cells);
    }

    private static double[] evened(double[] cells) {
        var evened = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int column = i / 3 % COLUMNS;
            int row = i / 3 / COLUMNS;
            double sum = 0;
            for (int down = -1; down <= 1; down++) {
                for (int across = -1; across <= 1; across++) {
                    int x = Math.clamp(column + across, 0, COLUMNS - 1);
                    int y = Math.clamp(row + down, 0, ROWS - 1);
                    sum += cells[3 * (y * COLUMNS + x) + i % 3];
                }
            }
            evened[i] = sum / 9;
        }
        return evened;
    }

    private static double[] steps(double[] cells) {
        var steps = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            double step = i / 3 % COLUMNS < COLUMNS - 1 ? cells[i + 3] - cells[i] : 0;
            steps[i] = Math.clamp(step, -STEEP, STEEP);
        }
        return steps;
    }

    /// Pearson's, each colour about its own mean.
    private static double correlation(double[] one, double[] other) {
        double[] means = means(one);
        double[] otherMeans = means(other);
        double both = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i] - means[i % 3];
            double b = other[i] - otherMeans[i % 3];
            both += a * b;
            own += a * a;
            others += b * b;
        }
        // Steps are smaller than levels, but not by more than this.
        double least = LEAST * LEAST / 16 * one.length;
        return own < least || others < least ? 0 : both / Math.sqrt(own * others);
    }

    private static double[] means(double[] cells) {
        var means = new double[3];
        for (int i = 0; i < cells.length; i++) {
            means[i % 3] += 3 * cells[i] / cells.length;
        }
        return means;
    }
}
