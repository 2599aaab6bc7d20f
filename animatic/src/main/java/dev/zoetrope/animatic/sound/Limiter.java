package dev.zoetrope.animatic.sound;

import java.util.Arrays;

/// Keeps the true peak, that between the samples as well, below a ceiling: it knows what comes and turns down
/// gently before it.
final class Limiter {
    /// Turns down for this long before and after a peak: 10 ms, long enough not to colour low notes.
    private static final int REACH = Score.SAMPLE_RATE / 100;

    /// Points between two samples at which the wave is computed (BS.1770-4, annex 2, asks for 4).
    private static final int PHASES = 4;

    private static final int TAPS = 16;
    private static final float[][] BETWEEN = interpolation();

    private Limiter() {}

    /// Amplifies, then limits.
    ///
    /// @param gain in dB
    /// @param ceiling in dBFS
    static float[] limit(float[] samples, double gain, double ceiling) {
        float factor = (float) StrictMath.pow(10, gain / 20);
        float most = (float) StrictMath.pow(10, ceiling / 20);
        float[] out = new float[samples.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = samples[i] * factor;
        }
        float[] needed = new float[out.length];
        boolean isBelow = true;
        for (int i = 0; i < out.length; i++) {
            float peak = truePeak(out, i);
            needed[i] = peak > most ? most / peak : 1;
            isBelow &= peak <= most;
        }
        if (isBelow) {
            return out;
        }
        float[] gains = smoothed(lowest(needed));
        for (int i = 0; i < out.length; i++) {
            out[i] *= gains[i];
        }
        return out;
    }

    /// The highest of a sample and the points up to the next.
    private static float truePeak(float[] samples, int at) {
        float peak = Math.abs(samples[at]);
        if (at < TAPS / 2 || at + TAPS / 2 >= samples.length) {
            return peak;
        }
        for (float[] weights : BETWEEN) {
            float sum = 0;
            for (int k = 0; k < TAPS; k++) {
                sum += weights[k] * samples[at - TAPS / 2 + 1 + k];
            }
            peak = Math.max(peak, Math.abs(sum));
        }
        return peak;
    }

    private static float[][] interpolation() {
        float[][] phases = new float[PHASES - 1][TAPS];
        for (int phase = 1; phase < PHASES; phase++) {
            for (int k = 0; k < TAPS; k++) {
                double x = k - TAPS / 2 + 1 - (double) phase / PHASES;
                double window = 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * x / (TAPS + 1));
                phases[phase - 1][k] = (float) (StrictMath.sin(Math.PI * x) / (Math.PI * x) * window);
            }
        }
        return phases;
    }

    /// The lowest value within reach, by van Herk's two running minima.
    private static float[] lowest(float[] values) {
        int width = 2 * REACH + 1;
        int padded = (values.length + 2 * REACH + width - 1) / width * width;
        float[] forward = new float[padded];
        Arrays.fill(forward, 1);
        System.arraycopy(values, 0, forward, REACH, values.length);
        float[] backward = forward.clone();
        for (int i = 1; i < padded; i++) {
            if (i % width != 0) {
                forward[i] = Math.min(forward[i], forward[i - 1]);
            }
            int j = padded - 1 - i;
            if (j % width != width - 1) {
                backward[j] = Math.min(backward[j], backward[j + 1]);
            }
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(backward[i], forward[i + width - 1]);
        }
        return out;
    }

    /// The mean within half the reach, so that the gain moves without corners and still is low enough at the
    /// peak.
    private static float[] smoothed(float[] values) {
        int half = REACH / 2;
        float[] out = new float[values.length];
        double sum = 0;
        for (int i = -half; i <= half; i++) {
            sum += values[Math.clamp(i, 0, values.length - 1)];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (sum / (2 * half + 1));
            sum += values[Math.min(i + half + 1, values.length - 1)] - values[Math.max(i - half, 0)];
        }
        return out;
    }
}
