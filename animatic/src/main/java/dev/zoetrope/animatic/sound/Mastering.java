package dev.zoetrope.animatic.sound;

/// Brings a film's sound to the loudness of the web without letting its peaks through the ceiling.
///
/// A limiter is enough for nearly all films. Bare drums are nearly nothing but peaks: turned down around each, they
/// stay
/// soft. Their peaks are rounded off first, as tape does, and as little as the loudness needs.
final class Mastering {
    /// Limiting makes a film softer; so often at most is that made up for.
    private static final int LIMITINGS = 6;

    /// So near to the loudness, in LU, it is left.
    private static final double NEAR = 0.1;

    /// The most that is rounded off, in dB: beyond it drums would be a noise.
    private static final double MOST_DRIVE = 40;

    /// Halves that to less than a tenth of a dB.
    private static final int DRIVES = 9;

    /// A wave is left alone up to this share of the ceiling.
    private static final float KNEE = 0.5f;

    /// Encoding adds more to such waves, in dB: they have edges.
    private static final double HEADROOM = 0.5;

    /// Rounding off makes new partials; above this, in hertz, they are taken out again, twice by 12 dB an octave. They
    /// are what an encoder drops, and the peaks would grow by what it drops.
    private static final double DULL = 8000;

    private Mastering() {}

    /// A louder or softer copy; silence itself.
    ///
    /// @param loudness wanted, in LUFS
    /// @param ceiling of the true peak, in dBFS
    static float[] master(float[] mix, double loudness, double ceiling) {
        double given = Loudness.integrated(mix);
        if (given == Double.NEGATIVE_INFINITY) {
            return mix;
        }
        double gain = loudness - given;
        float[] mastered = mix;
        for (int i = 0; i < LIMITINGS; i++) {
            mastered = Limiter.limit(mix, gain, ceiling);
            double missing = loudness - Loudness.integrated(mastered);
            if (Math.abs(missing) < NEAR) {
                return mastered;
            }
            gain += missing;
        }
        return driven(mix, loudness - given, loudness, ceiling - HEADROOM);
    }

    /// With its peaks rounded off, by just so much that it is loud enough.
    private static float[] driven(float[] mix, double gain, double loudness, double ceiling) {
        double low = gain;
        double high = gain + MOST_DRIVE;
        float[] mastered = mix;
        for (int i = 0; i < DRIVES; i++) {
            double middle = (low + high) / 2;
            mastered = Limiter.limit(dulled(dulled(rounded(mix, middle, ceiling))), 0, ceiling);
            double missing = loudness - Loudness.integrated(mastered);
            if (Math.abs(missing) < NEAR) {
                break;
            }
            if (missing > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return mastered;
    }

    /// Amplifies, and lets the wave bend towards the ceiling above the knee.
    private static float[] rounded(float[] samples, double gain, double ceiling) {
        float factor = (float) StrictMath.pow(10, gain / 20);
        float most = (float) StrictMath.pow(10, ceiling / 20);
        float[] out = new float[samples.length];
        for (int i = 0; i < out.length; i++) {
            float share = samples[i] * factor / most;
            float size = Math.abs(share);
            float bent = size <= KNEE ? size : KNEE + (1 - KNEE) * (float) StrictMath.tanh((size - KNEE) / (1 - KNEE));
            out[i] = Math.copySign(bent, share) * most;
        }
        return out;
    }

    /// A low pass of the second order (Butterworth, by the bilinear transform).
    private static float[] dulled(float[] samples) {
        double turn = 2 * Math.PI * DULL / Score.SAMPLE_RATE;
        double cosine = StrictMath.cos(turn);
        double width = StrictMath.sin(turn) / StrictMath.sqrt(2);
        double in = (1 - cosine) / 2 / (1 + width);
        double once = 2 * cosine / (1 + width);
        double twice = -(1 - width) / (1 + width);
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        float[] out = new float[samples.length];
        for (int i = 0; i < out.length; i++) {
            double y = in * (samples[i] + 2 * x1 + x2) + once * y1 + twice * y2;
            x2 = x1;
            x1 = samples[i];
            y2 = y1;
            y1 = y;
            out[i] = (float) y;
        }
        return out;
    }
}
