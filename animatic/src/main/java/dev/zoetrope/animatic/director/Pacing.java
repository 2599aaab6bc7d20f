package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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

    /// What is wished of a shot's length.
    ///
    /// @param seconds given by the words
    /// @param speaking seconds that its dialogue takes, 0 without any
    /// @param rhythm its share beside the others when nothing is given
    record Wish(OptionalDouble seconds, double speaking, double rhythm) {}

    /// Lengths that add up to exactly the film. Given times are kept, to the frame where the shots with none can take
    /// up what is left; a shot with dialogue is long enough for it; the rest follows the rhythm. Times that do
    /// not fit the film are all stretched or shortened alike.
    static int[] lengths(List<Wish> wishes, int frames) {
        var given = new int[wishes.size()];
        var least = new int[wishes.size()];
        long sum = 0;
        long leastSum = 0;
        int open = 0;
        for (int i = 0; i < given.length; i++) {
            Wish wish = wishes.get(i);
            given[i] = (int) Math.round(wish.seconds().orElse(0) * Timeline.FRAMES_PER_SECOND);
            boolean isGiven = given[i] > 0;
            least[i] =
                    Math.max(LEAST_FRAMES, isGiven ? 0 : (int) Math.ceil(wish.speaking() * Timeline.FRAMES_PER_SECOND));
            sum += given[i];
            leastSum += isGiven ? 0 : least[i];
            open += isGiven ? 0 : 1;
        }
        return open > 0 && sum + leastSum <= frames
                ? filled(wishes, given, least, frames - (int) sum)
                : scaled(wishes, given, frames);
    }

    /// The given lengths as they are, the others from what is left.
    private static int[] filled(List<Wish> wishes, int[] given, int[] least, int left) {
        int[] open = IntStream.range(0, given.length).filter(i -> given[i] == 0).toArray();
        double[] weights =
                Arrays.stream(open).mapToDouble(i -> wishes.get(i).rhythm()).toArray();
        int[] floors = Arrays.stream(open).map(i -> least[i]).toArray();
        int[] shared = lengths(weights, floors, left);
        int[] lengths = given.clone();
        for (int i = 0; i < open.length; i++) {
            lengths[open[i]] = shared[i];
        }
        return lengths;
    }

    /// All in proportion: given lengths, else what the dialogue takes, else the mean of the given.
    private static int[] scaled(List<Wish> wishes, int[] given, int frames) {
        double mean =
                Arrays.stream(given).filter(length -> length > 0).average().orElse(Timeline.FRAMES_PER_SECOND);
        var weights = new double[given.length];
        var floors = new int[given.length];
        for (int i = 0; i < weights.length; i++) {
            double speaking = wishes.get(i).speaking() * Timeline.FRAMES_PER_SECOND;
            weights[i] = given[i] > 0 ? given[i] : Math.max(mean * wishes.get(i).rhythm(), speaking);
            floors[i] = Math.max(LEAST_FRAMES, (int) Math.ceil(speaking));
        }
        return lengths(weights, floors, frames);
    }

    /// Lengths in proportion to weights that add up to exactly the film, by the method of the largest remainder
    /// (Hamilton). None is below [#LEAST_FRAMES] unless the film is too short for that; then none is below 1.
    static int[] lengths(double[] weights, int frames) {
        var floors = new int[weights.length];
        Arrays.fill(floors, LEAST_FRAMES);
        return lengths(weights, floors, frames);
    }

    /// The same with a floor of its own for each; floors that do not fit give way.
    private static int[] lengths(double[] weights, int[] wished, int frames) {
        int shots = weights.length;
        int[] floors = fitting(wished, frames);
        var lengths = new int[shots];
        var open = new boolean[shots];
        Arrays.fill(open, true);
        int left = frames;
        boolean raised = true;
        while (raised) {
            raised = false;
            double sum = sum(weights, open);
            for (int i = 0; i < shots; i++) {
                if (open[i] && left * weights[i] / sum < floors[i]) {
                    lengths[i] = floors[i];
                    open[i] = false;
                    left -= floors[i];
                    raised = true;
                    break;
                }
            }
        }
        share(weights, open, left, lengths);
        return lengths;
    }

    private static int[] fitting(int[] floors, int frames) {
        if (Arrays.stream(floors).sum() <= frames) {
            return floors;
        }
        var lower = new int[floors.length];
        Arrays.fill(lower, frames >= floors.length * LEAST_FRAMES ? LEAST_FRAMES : 1);
        return lower;
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
        if (order.isEmpty()) {
            lengths[lengths.length - 1] += left;
            return;
        }
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
