package dev.zoetrope.animatic.sound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Where the beats of a recording are. Onsets are rises of energy in three bands; the tempo is the lag at which they
/// repeat best; the beats are the chain of onsets that keeps to it (Ellis, 2007, by dynamic programming).
///
/// @param period seconds from beat to beat; 0 where there is no beat
/// @param times in seconds, rising
record Beats(double period, List<Double> times) {
    /// No beat.
    static final Beats NONE = new Beats(0, List.of());

    private static final int RATE = Score.SAMPLE_RATE;

    /// Samples from one look to the next: 5.3 ms.
    private static final int HOP = 256;

    private static final double LOOKS = (double) RATE / HOP;

    /// Beats are looked for from 66 to 190 a minute.
    private static final int LONGEST = (int) (LOOKS * 60 / 66);

    private static final int SHORTEST = (int) (LOOKS * 60 / 190);

    /// The tempo people clap to (van Noorden and Moelants, 1999), in looks.
    private static final double LIKED = LOOKS * 60 / 118;

    /// How much a beat may stray before an onset elsewhere is better.
    private static final double TIGHTNESS = 90;

    /// The autocorrelation of a regular beat is at least this share of the energy.
    private static final double REGULAR = 0.12;

    Beats {
        times = List.copyOf(times);
    }

    /// Finds them. Music without a beat, speech and silence have none.
    static Beats of(float[] samples) {
        double[] onsets = onsets(samples);
        int period = period(onsets);
        if (period == 0) {
            return NONE;
        }
        List<Double> times = new ArrayList<>();
        for (int look : chain(onsets, period)) {
            times.add((double) look * HOP / RATE);
        }
        return new Beats(period / LOOKS, times);
    }

    /// How much the energy rises at each look, in units of its own spread.
    private static double[] onsets(float[] samples) {
        int looks = samples.length / HOP;
        var rises = new double[looks];
        double low = 0;
        double middle = 0;
        double[] before = {-100, -100, -100};
        for (int look = 0; look < looks; look++) {
            double[] sums = new double[3];
            for (int i = look * HOP; i < (look + 1) * HOP; i++) {
                low += 0.02 * (samples[i] - low);
                middle += 0.25 * (samples[i] - middle);
                double mid = middle - low;
                double high = samples[i] - middle;
                sums[0] += low * low;
                sums[1] += mid * mid;
                sums[2] += high * high;
            }
            for (int band = 0; band < 3; band++) {
                double level = 10 * StrictMath.log10(sums[band] / HOP + 1e-6);
                rises[look] += look == 0 ? 0 : Math.max(0, level - before[band]);
                // The ear forgets a sound slowly; so one that dies away does not rise again by its own waves.
                before[band] = Math.max(level, before[band] - 0.5);
            }
        }
        return spread(rises);
    }

    private static double[] spread(double[] rises) {
        double mean = 0;
        for (double rise : rises) {
            mean += rise / Math.max(1, rises.length);
        }
        double square = 0;
        for (double rise : rises) {
            square += (rise - mean) * (rise - mean) / Math.max(1, rises.length);
        }
        double scale = square > 1e-9 ? 1 / Math.sqrt(square) : 0;
        var out = new double[rises.length];
        for (int i = 0; i < out.length; i++) {
            // Three looks wide: onsets of players who are not quite together.
            double around =
                    rises[i] + 0.5 * (i > 0 ? rises[i - 1] : 0) + 0.5 * (i + 1 < rises.length ? rises[i + 1] : 0);
            out[i] = around * scale;
        }
        return out;
    }

    private static double[] centred(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        var out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] - mean;
        }
        return out;
    }

    private static int period(double[] rises) {
        double[] onsets = centred(rises);
        // Chance repeats as well, the less the longer it is looked at.
        double chance = Math.max(REGULAR, 5 * Math.sqrt(2.0 / Math.max(1, onsets.length)));
        double energy = 0;
        for (double onset : onsets) {
            energy += onset * onset;
        }
        int best = 0;
        double most = 0;
        for (int lag = SHORTEST; lag <= LONGEST && lag < onsets.length / 2; lag++) {
            double sum = 0;
            for (int i = 0; i + lag < onsets.length; i++) {
                sum += onsets[i] * onsets[i + lag];
            }
            double share = sum / Math.max(1e-9, energy) * onsets.length / (onsets.length - lag);
            double octaves = StrictMath.log(lag / LIKED) / StrictMath.log(2);
            double liked = share * StrictMath.exp(-0.5 * octaves * octaves);
            if (share > chance && liked > most) {
                most = liked;
                best = lag;
            }
        }
        return best;
    }

    private static List<Integer> chain(double[] onsets, int period) {
        var score = new double[onsets.length];
        var from = new int[onsets.length];
        for (int i = 0; i < onsets.length; i++) {
            double best = 0;
            from[i] = -1;
            for (int back = period / 2; back <= 2 * period && back <= i; back++) {
                double stray = StrictMath.log((double) back / period);
                double value = score[i - back] - TIGHTNESS * stray * stray;
                if (value > best) {
                    best = value;
                    from[i] = i - back;
                }
            }
            score[i] = onsets[i] + best;
        }
        int at = 0;
        for (int i = Math.max(0, onsets.length - period); i < onsets.length; i++) {
            at = score[i] > score[at] ? i : at;
        }
        List<Integer> chain = new ArrayList<>();
        for (int look = at; look >= 0; look = from[look]) {
            chain.add(look);
        }
        Collections.reverse(chain);
        return chain;
    }
}
