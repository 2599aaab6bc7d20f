package dev.zoetrope.animatic.sound;

/// Loudness as ITU-R BS.1770-4 and EBU R128 measure it, for one channel at 48 kHz.
final class Loudness {
    private static final int BLOCK = Score.SAMPLE_RATE * 4 / 10;
    private static final int HOP = BLOCK / 4;
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() {}

    /// Gated loudness of the whole in LUFS; negative infinity for silence.
    static double integrated(float[] samples) {
        double[] powers = blockPowers(weighted(samples));
        double gate = power(ABSOLUTE_GATE);
        double mean = meanAbove(powers, gate);
        if (Double.isNaN(mean)) {
            return Double.NEGATIVE_INFINITY;
        }
        return loudness(meanAbove(powers, Math.max(gate, mean * power(RELATIVE_GATE + OFFSET))));
    }

    private static double power(double loudness) {
        return StrictMath.pow(10, (loudness - OFFSET) / 10);
    }

    private static double loudness(double power) {
        return OFFSET + 10 * StrictMath.log10(power);
    }

    private static double meanAbove(double[] powers, double gate) {
        double sum = 0;
        int count = 0;
        for (double power : powers) {
            if (power > gate) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double[] blockPowers(double[] weighted) {
        // A film shorter than a block is one block.
        int block = Math.min(BLOCK, weighted.length);
        double[] powers = new double[Math.max(1, (weighted.length - block) / HOP + 1)];
        for (int i = 0; i < powers.length; i++) {
            double sum = 0;
            for (int k = i * HOP; k < i * HOP + block; k++) {
                sum += weighted[k] * weighted[k];
            }
            powers[i] = sum / block;
        }
        return powers;
    }

    /// The K weighting, tables 1 and 2 of BS.1770-4: a high shelf for the head, then a high pass.
    private static double[] weighted(float[] samples) {
        double[] out = new double[samples.length];
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        double z1 = 0;
        double z2 = 0;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double y = 1.53512485958697 * x
                    - 2.69169618940638 * x1
                    + 1.19839281085285 * x2
                    + 1.69065929318241 * y1
                    - 0.73248077421585 * y2;
            double z = y - 2 * y1 + y2 + 1.99004745483398 * z1 - 0.99007225036621 * z2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            z2 = z1;
            z1 = z;
            out[i] = z;
        }
        return out;
    }
}
