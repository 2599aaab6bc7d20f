package dev.zoetrope.animatic.board;

import java.util.Arrays;

/// Finds by how much the panels of a sheet are turned: at the right angle the outline's points fall together in few
/// rows and columns, so the sum of the squared projection histograms is greatest there.
final class Skew {
    /// Scans turned further than this are turned by their makers.
    private static final double WIDEST = 4.0;

    private static final double COARSE = 0.1;
    private static final double FINE = 0.02;

    /// Smaller angles move no edge by a pixel on sheets of usual size.
    private static final double NEGLIGIBLE = 0.05;

    /// Enough points for a sharp peak; more only take time.
    private static final int MOST_POINTS = 24_000;

    private final double[] xs;
    private final double[] ys;
    private final double centreX;
    private final double centreY;

    private Skew(double[] xs, double[] ys, double centreX, double centreY) {
        this.xs = xs;
        this.ys = ys;
        this.centreX = centreX;
        this.centreY = centreY;
    }

    /// The angle in radians by which lines fall to the right, 0 when it is negligible.
    static double of(Foreground foreground) {
        Skew skew = outline(foreground);
        double best = skew.peak(-WIDEST, WIDEST, COARSE);
        best = skew.peak(best - COARSE, best + COARSE, FINE);
        return Math.abs(best) <= NEGLIGIBLE ? 0 : Math.toRadians(best);
    }

    private static Skew outline(Foreground foreground) {
        int count = 0;
        var places = new int[foreground.width() * foreground.height()];
        for (int y = 1; y < foreground.height() - 1; y++) {
            for (int x = 1; x < foreground.width() - 1; x++) {
                if (foreground.at(x, y) && isEdge(foreground, x, y)) {
                    places[count++] = y * foreground.width() + x;
                }
            }
        }
        int step = Math.max(1, count / MOST_POINTS);
        int taken = count / step;
        var xs = new double[taken];
        var ys = new double[taken];
        for (int i = 0; i < taken; i++) {
            xs[i] = places[i * step] % foreground.width();
            int row = places[i * step] / foreground.width();
            ys[i] = row;
        }
        return new Skew(xs, ys, foreground.width() / 2.0, foreground.height() / 2.0);
    }

    private static boolean isEdge(Foreground foreground, int x, int y) {
        return !foreground.at(x - 1, y)
                || !foreground.at(x + 1, y)
                || !foreground.at(x, y - 1)
                || !foreground.at(x, y + 1);
    }

    private double peak(double from, double to, double step) {
        double best = 0;
        double most = sharpness(0);
        int steps = (int) Math.round((to - from) / step);
        for (int i = 0; i <= steps; i++) {
            double degrees = from + i * step;
            double sharpness = sharpness(degrees);
            if (sharpness > most) {
                most = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    private double sharpness(double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        int reach = (int) Math.ceil(Math.hypot(centreX, centreY)) + 2;
        var columns = new double[2 * reach];
        var rows = new double[2 * reach];
        for (int i = 0; i < xs.length; i++) {
            double x = xs[i] - centreX;
            double y = ys[i] - centreY;
            drop(columns, reach + cosine * x + sine * y);
            drop(rows, reach - sine * x + cosine * y);
        }
        return Arrays.stream(columns).map(n -> n * n).sum()
                + Arrays.stream(rows).map(n -> n * n).sum();
    }

    /// Shares a point between two bins, so that an angle between two pixel grids is not punished.
    private static void drop(double[] bins, double at) {
        int bin = (int) at;
        bins[bin] += 1 - (at - bin);
        bins[bin + 1] += at - bin;
    }
}
