package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Divides a film into shots, exact to the frame.
final class Pacing {
    /// Half a second: a shorter shot is not read by the eye.
    static final int LEAST_FRAMES = 12;

    /// How far a shot may stray from the even length: enough to breathe, too little to look wrong.
    private static final double VARIATION = 0.12;

    private Pacing() {}

    /// How many of the wished shots fit: all, unless there are fewer frames than shots.
    static int fitting(int shots, int frames) {
        return Math.min(shots, frames);
    }

    /// Nearly even weights.
    static double[] evenWeights(int shots, Draws draws) {
        var weights = new double[shots];
        for (int i = 0; i < shots; i++) {
            weights[i] = shots == 1 ? 1 : draws.between(1 - VARIATION, 1 + VARIATION);
        }
        return weights;
    }

    /// Lengths in proportion to weights that add up to exactly the film, by the method of the largest remainder
    /// (Hamilton). None is below [#LEAST_FRAMES] unless the film is too short for that; then none is below 1.
    static int[] lengths(double[] weights, int frames) {
        int shots = weights.length;
        int least = frames >= shots * LEAST_FRAMES ? LEAST_FRAMES : 1;
        var lengths = new int[shots];
        var open = new boolean[shots];
        Arrays.fill(open, true);
        int left = frames;
        boolean raised = true;
        while (raised) {
            raised = false;
            double sum = sum(weights, open);
            for (int i = 0; i < shots; i++) {
                if (open[i] && left * weights[i] / sum < least) {
                    lengths[i] = least;
                    open[i] = false;
                    left -= least;
                    raised = true;
                    break;
                }
            }
        }
        share(weights, open, left, lengths);
        return lengths;
    }

    private static void share(double[] weights, boolean[] open, int frames, int[] lengths) {
        double sum = sum(weights, open);
        var remainders = new double[weights.length];
        List<Integer> order = new ArrayList<>();
        int left = frames;
        for (int i = 0; i < weights.length; i++) {
            if (open[i]) {
                double exact = frames * weights[i] / sum;
                lengths[i] = (int) exact;
                remainders[i] = exact - lengths[i];
                left -= lengths[i];
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -remainders[i]).thenComparing(i -> i));
        for (int i = 0; i < left; i++) {
            lengths[order.get(i)]++;
        }
    }

    private static double sum(double[] weights, boolean[] open) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += open[i] ? weights[i] : 0;
        }
        return sum;
    }
}
