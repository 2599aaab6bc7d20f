package dev.zoetrope.animatic.voice;

/// Brings a sound to another rate: a sinc of sixteen zero crossings under a Hann window, read at each new place.
final class Resampler {
    private static final int CROSSINGS = 16;
    private static final int STEPS = 256;

    private Resampler() {}

    /// @param step how far the next sample lies in the old sound: 0.5 doubles the rate
    static float[] resample(float[] samples, double step) {
        // Going down in rate, all above the new half rate is taken away first.
        double width = Math.max(1, step);
        double reach = CROSSINGS / 2.0 * width;
        float[] kernel = kernel();
        var out = new float[(int) (samples.length / step)];
        for (int i = 0; i < out.length; i++) {
            double at = i * step;
            int first = Math.max(0, (int) Math.ceil(at - reach));
            int last = Math.min(samples.length - 1, (int) Math.floor(at + reach));
            double sum = 0;
            for (int k = first; k <= last; k++) {
                sum += samples[k] * kernel[(int) (Math.abs(k - at) / width * STEPS + 0.5)];
            }
            out[i] = (float) (sum / width);
        }
        return out;
    }

    private static float[] kernel() {
        int half = CROSSINGS / 2;
        var kernel = new float[half * STEPS + 2];
        kernel[0] = 1;
        for (int i = 1; i <= half * STEPS; i++) {
            double x = (double) i / STEPS;
            double window = 0.5 + 0.5 * StrictMath.cos(Math.PI * x / half);
            kernel[i] = (float) (StrictMath.sin(Math.PI * x) / (Math.PI * x) * window);
        }
        return kernel;
    }
}
