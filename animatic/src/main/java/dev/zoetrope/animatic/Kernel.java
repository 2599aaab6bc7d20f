package dev.zoetrope.animatic;

/// The resampling filters, as weights of neighbouring samples.
final class Kernel {
    private static final double LANCZOS_LOBES = 3;

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
        return step <= BARE_STEP ? 4 : 2 * (int) Math.ceil(2 * step);
    }

    /// Up to this shrinking the cubic is used as it is: its own falling response hides what little would alias.
    private static final double BARE_STEP = 1.06;

    /// Fills in weights that add up to 1.
    ///
    /// @param place in sample indexes
    /// @param step samples from one place to the next: beyond 1 the filter widens, so that nothing aliases
    /// @param weights gets `taps` of them from `at` on
    /// @return index of the first sample
    static int cubic(double place, double step, int taps, float[] weights, int at) {
        int first = (int) Math.floor(place) - taps / 2 + 1;
        double narrow = taps == 4 ? 1 : 1 / step;
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            double weight = cubic((first + k - place) * narrow);
            weights[at + k] = (float) weight;
            sum += weight;
        }
        if (taps != 4) { // four Catmull-Rom weights add up to 1 by themselves
            float whole = (float) (1 / sum);
            for (int k = 0; k < taps; k++) {
                weights[at + k] *= whole;
            }
        }
        return first;
    }
}
