package dev.zoetrope.animatic.camera;

/// The resampling filters, as weights of neighbouring samples.
final class Kernel {
    private static final double LANCZOS_LOBES = 3;

    /// Up to this shrinking the cubic is used as it is: its own falling response hides what little would alias.
    private static final double BARE_STEP = 1.06;

    /// Samples the cubic takes then.
    static final int BARE_TAPS = 4;

    private Kernel() {}

    /// Catmull-Rom (Keys, 1981, a = -1/2): passes through the samples, reproduces straight lines and parabolas
    /// exactly, so that a moving edge moves evenly.
    static double cubic(double x) {
        double t = Math.abs(x);
        if (t < 1) {
            return (1.5 * t - 2.5) * t * t + 1;
        }
        return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
    }

    /// Lanczos with three lobes: the sharpest common filter for a picture that is scaled once.
    static double lanczos(double x) {
        double t = Math.abs(x);
        if (t < 1e-9) {
            return 1;
        }
        if (t >= LANCZOS_LOBES) {
            return 0;
        }
        double angle = Math.PI * t;
        return LANCZOS_LOBES * StrictMath.sin(angle) * StrictMath.sin(angle / LANCZOS_LOBES) / (angle * angle);
    }

    static double lanczosReach() {
        return LANCZOS_LOBES;
    }

    /// How many samples the cubic takes when the picture shrinks by `step`; even.
    static int cubicTaps(double step) {
        return step <= BARE_STEP ? BARE_TAPS : 2 * (int) Math.ceil(2 * step);
    }

    /// Fills in weights that add up to 1.
    ///
    /// @param place in sample indexes
    /// @param step samples from one place to the next: beyond 1 the filter widens, so that nothing aliases
    /// @param weights gets `taps` of them from `at` on
    /// @return index of the first sample
    static int cubic(double place, double step, int taps, float[] weights, int at) {
        int left = (int) Math.floor(place);
        if (taps == BARE_TAPS) {
            bareCubic((float) (place - left), weights, at);
            return left - 1;
        }
        int first = left - taps / 2 + 1;
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double weight = cubic((first + k - place) / step);
            weights[at + k] = (float) weight;
            sum += weight;
        }
        float whole = (float) (1 / sum);
        for (int k = 0; k < taps; k++) {
            weights[at + k] *= whole;
        }
        return first;
    }

    /// The four weights of [#cubic(double)] at the distances 1 + t, t, 1 - t and 2 - t; they add up to 1 by
    /// themselves.
    static void bareCubic(float t, float[] weights, int at) {
        weights[at] = ((-0.5f * t + 1) * t - 0.5f) * t;
        weights[at + 1] = (1.5f * t - 2.5f) * t * t + 1;
        weights[at + 2] = ((-1.5f * t + 2) * t + 0.5f) * t;
        weights[at + 3] = (0.5f * t - 0.5f) * t * t;
    }
}
