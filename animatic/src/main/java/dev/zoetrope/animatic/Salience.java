package dev.zoetrope.animatic;

/// Where the eye goes first in a picture: what differs in brightness and colour from its surround (the centre-surround
/// idea of Itti, Koch and Niebur 1998, on one coarse scale), the middle counting for more than the edges.
///
/// The director chooses by it what a shot shows and goes towards, and the camera what it keeps in the frame: both look
/// with the same eyes. A guess by contrast, not an understanding of the picture.
///
/// Cheap and deterministic: a few thousand pixels are looked at, and nothing of the platform's mathematics is used.
///
/// @param columns how much there is to look at in each of some columns, from the left
/// @param rows the same in each of some rows, from the top
/// @param strength how much it stands out: 1 is no more than anything else, from [#CLEAR] on it is plain to see
@SuppressWarnings("ArrayRecordComponent") // made here and never compared
public record Salience(double[] columns, double[] rows, double strength) {
    /// From here on there is one thing to look at.
    public static final double CLEAR = 3.5;

    private static final int COLUMNS = 32;
    private static final int ROWS = 18;

    /// Looked at in each cell, along each side.
    private static final int SAMPLES = 4;

    /// How far around a cell its surround reaches, in cells.
    private static final int REACH = 6;

    /// Cells below this share of the most salient are surround.
    private static final double CORE = 0.3;

    /// Less contrast than this, in levels, is made by grain, JPEG or a rest of a frame.
    private static final double LEAST = 14;

    /// Places of a window that are tried.
    private static final int STEPS = 40;

    /// What a window loses by standing off the middle.
    private static final double NEARNESS = 0.03;

    /// What a thing at the very edge counts beside one in the middle: it may be cut by the frame.
    private static final double EDGE = 0.35;

    private static final Salience NOTHING = new Salience(new double[COLUMNS], new double[ROWS], 1);

    /// Looks at a part of a picture.
    public static Salience of(Picture picture, Quad quad) {
        double[][] cells = cells(picture, quad);
        var salient = new double[ROWS * COLUMNS];
        double most = 0;
        double mean = 0;
        for (int i = 0; i < salient.length; i++) {
            salient[i] = contrast(cells, i) * middle(i);
            most = Math.max(most, salient[i]);
            mean += salient[i] / salient.length;
        }
        var columns = new double[COLUMNS];
        var rows = new double[ROWS];
        for (int i = 0; i < salient.length; i++) {
            if (salient[i] > CORE * most) {
                columns[i % COLUMNS] += salient[i];
                rows[i / COLUMNS] += salient[i];
            }
        }
        return most < LEAST ? NOTHING : new Salience(columns, rows, most / mean);
    }

    /// Where a window of a width begins that holds the most, as shares of the picture's width; of equals the one
    /// nearest to the middle.
    public double left(double wide) {
        return best(columns, wide);
    }

    /// The same from the top, for a window of a height.
    public double top(double high) {
        return best(rows, high);
    }

    /// The middle of all that is to be looked at, as shares of the width and height; of the picture, when there is
    /// nothing.
    public Quad.Point middle() {
        return new Quad.Point(mean(columns), mean(rows));
    }

    private static double mean(double[] profile) {
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < profile.length; i++) {
            sum += profile[i];
            moment += profile[i] * (i + 0.5);
        }
        return sum > 0 ? moment / sum / profile.length : 0.5;
    }

    private static double best(double[] profile, double length) {
        double middle = (1 - length) / 2;
        if (middle <= 0) {
            return middle;
        }
        double sum = 0;
        for (double part : profile) {
            sum += part;
        }
        double best = middle;
        double most = 0;
        for (int step = 0; step <= STEPS; step++) {
            double from = (1 - length) * step / STEPS;
            double held = -NEARNESS * sum * Math.abs(from - middle);
            for (int i = 0; i < profile.length; i++) {
                double centre = (i + 0.5) / profile.length;
                held += centre > from && centre < from + length ? profile[i] * room(centre - from, length) : 0;
            }
            if (held > most) {
                most = held;
                best = from;
            }
        }
        return best;
    }

    /// What lies at the very side of a window is half cut off.
    private static double room(double at, double length) {
        return Math.min(1, 0.4 + 5 * Math.min(at, length - at) / length);
    }

    /// Whether there is one thing to look at.
    public boolean isClear() {
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
        boolean isRim = cell % COLUMNS == 0 || cell % COLUMNS == COLUMNS - 1 || row == 0 || row == ROWS - 1;
        double out = Math.max(x, y);
        // A rest of the panel's frame is nothing to look at.
        return isRim ? 0 : 1 - (1 - EDGE) * out * out;
    }
}
