package dev.zoetrope.animatic;

/// A level that changes evenly over a picture: one channel of paper that is lit from one side.
public record Plane(double base, double perX, double perY) {
    public double at(double x, double y) {
        return base + perX * x + perY * y;
    }

    public static Plane flat(double level) {
        return new Plane(level, 0, 0);
    }

    /// The plane with the least squared error through samples `(xs, ys) -> levels`. Flat when they do not span the
    /// picture, for instance when all lie on one line.
    public static Plane fit(double[] xs, double[] ys, double[] levels) {
        int n = levels.length;
        double mx = mean(xs);
        double my = mean(ys);
        double ml = mean(levels);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        double xl = 0;
        double yl = 0;
        for (int i = 0; i < n; i++) {
            double dx = xs[i] - mx;
            double dy = ys[i] - my;
            double dl = levels[i] - ml;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
            xl += dx * dl;
            yl += dy * dl;
        }
        double determinant = xx * yy - xy * xy;
        if (determinant < 1e-6 * xx * yy || determinant == 0) {
            return flat(ml);
        }
        double perX = (xl * yy - yl * xy) / determinant;
        double perY = (yl * xx - xl * xy) / determinant;
        return new Plane(ml - perX * mx - perY * my, perX, perY);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }
}
