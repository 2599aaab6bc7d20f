package dev.zoetrope.animatic.motion;

import java.util.Arrays;

/// Lays one frame over another by direct image alignment: the similarity with the least difference of brightness,
/// found by Gauss-Newton steps from coarse to fine (Lucas and Kanade, 1981; Baker and Matthews, "Lucas-Kanade 20 Years
/// On", 2004), together with a change of light and contrast between the two. Pixels that do not go with the rest, such
/// as
/// people who walk through the picture, count little (weights of Geman and McClure, 1985).
///
/// Deterministic; holds buffers, one thread.
final class Alignment {
    /// Shift, scale, turn, contrast and light.
    private static final int UNKNOWNS = 6;

    private static final int MOST_STEPS = 14;

    /// Below this, in pixels at the frame's corner, a step is the last.
    private static final double SMALL = 0.002;

    /// Pixels without slope say nothing about motion.
    private static final float LEAST_SLOPE = 1.2f;

    /// A difference of this many grey levels is noise.
    private static final double LEAST_SPREAD = 1.5;

    /// A frame is looked at in cells of so many pixels, in each the one with most slope.
    private static final int CELL = 3;

    /// Overlap below which a comparison means nothing.
    private static final double LEAST_OVERLAP = 0.25;

    private final double[][] sums = new double[UNKNOWNS][UNKNOWNS + 1];
    private final double[] row = new double[UNKNOWNS];
    private float[] differences = new float[0];

    /// @param warp where the frame's pixels lie in the key frame, in pixels of the finest level
    /// @param likeness the correlation of what both show, from -1 to 1
    /// @param overlap the share of the frame that is in the key frame as well
    record Found(Warp warp, double likeness, double overlap) {}

    /// Lays `frame` over `key`.
    ///
    /// @param guess to begin with
    Found align(GreyFrame key, GreyFrame frame, Warp guess) {
        Warp warp = guess.resized(1.0 / (1 << (key.levels().size() - 1)));
        for (int level = key.levels().size() - 1; level >= 0; level--) {
            warp = refined(key.levels().get(level), frame.levels().get(level), warp);
            warp = level > 0 ? warp.resized(2) : warp;
        }
        int looked = Math.min(1, key.levels().size() - 1);
        return judged(key.levels().get(looked), frame.levels().get(looked), warp, 1 << looked);
    }

    private Warp refined(GreyLevel key, GreyLevel frame, Warp start) {
        int[] points = points(frame);
        if (points.length < 4 * UNKNOWNS) {
            return start;
        }
        if (differences.length < points.length) {
            differences = new float[points.length];
        }
        Warp warp = start;
        double gain = 1;
        double light = 0;
        double spread = 30;
        double corner = StrictMath.hypot(key.width, key.height) / 2;
        for (int step = 0; step < MOST_STEPS; step++) {
            int count = gather(key, frame, points, warp, new double[] {gain, light, spread});
            if (count < 4 * UNKNOWNS || !solve()) {
                return warp;
            }
            warp = new Warp(
                    warp.a() + sums[0][UNKNOWNS],
                    warp.b() + sums[1][UNKNOWNS],
                    warp.x() + sums[2][UNKNOWNS],
                    warp.y() + sums[3][UNKNOWNS]);
            gain = Math.clamp(gain + sums[4][UNKNOWNS], 0.5, 2);
            light = light + sums[5][UNKNOWNS];
            spread = Math.max(LEAST_SPREAD, 2 * median(count));
            double moved = StrictMath.hypot(sums[2][UNKNOWNS], sums[3][UNKNOWNS])
                    + corner * StrictMath.hypot(sums[0][UNKNOWNS], sums[1][UNKNOWNS]);
            if (moved < SMALL) {
                break;
            }
        }
        return warp;
    }

    /// In each cell the pixel with most slope, where there is any.
    private static int[] points(GreyLevel frame) {
        var points = new int[(frame.width / CELL + 1) * (frame.height / CELL + 1)];
        int count = 0;
        for (int top = 1; top < frame.height - 1; top += CELL) {
            for (int left = 1; left < frame.width - 1; left += CELL) {
                float most = LEAST_SLOPE;
                int best = -1;
                for (int y = top; y < Math.min(top + CELL, frame.height - 1); y++) {
                    for (int x = left; x < Math.min(left + CELL, frame.width - 1); x++) {
                        int i = y * frame.width + x;
                        float slope = Math.abs(frame.slopeX[i]) + Math.abs(frame.slopeY[i]);
                        best = slope > most ? i : best;
                        most = Math.max(most, slope);
                    }
                }
                if (best >= 0) {
                    points[count++] = best;
                }
            }
        }
        return Arrays.copyOf(points, count);
    }

    /// Sums the normal equations of one step.
    ///
    /// @param guess gain, light and spread
    /// @return how many points lie in the key frame
    private int gather(GreyLevel key, GreyLevel frame, int[] points, Warp warp, double[] guess) {
        for (double[] line : sums) {
            Arrays.fill(line, 0);
        }
        double middleX = (key.width - 1) / 2.0;
        double middleY = (key.height - 1) / 2.0;
        int count = 0;
        for (int point : points) {
            int line = point / frame.width;
            double px = point - line * frame.width - middleX;
            double py = line - middleY;
            double x = warp.a() * px - warp.b() * py + warp.x() + middleX;
            double y = warp.b() * px + warp.a() * py + warp.y() + middleY;
            if (!(x >= 1 && y >= 1 && x < key.width - 2 && y < key.height - 2)) {
                continue;
            }
            int left = (int) x;
            int top = (int) y;
            int i = top * key.width + left;
            double right = x - left;
            double down = y - top;
            double here = between(key.grey, i, key.width, right, down);
            double slopeX = between(key.slopeX, i, key.width, right, down);
            double slopeY = between(key.slopeY, i, key.width, right, down);
            double level = frame.grey[point];
            double difference = here - guess[0] * level - guess[1];
            differences[count++] = (float) Math.abs(difference);
            row[0] = slopeX * px + slopeY * py;
            row[1] = slopeY * px - slopeX * py;
            row[2] = slopeX;
            row[3] = slopeY;
            row[4] = -level;
            row[5] = -1;
            double far = difference / guess[2];
            double weight = 1 / ((1 + far * far) * (1 + far * far));
            add(weight, -difference);
        }
        return count;
    }

    private static double between(float[] levels, int i, int width, double right, double down) {
        double upper = levels[i] + right * (levels[i + 1] - levels[i]);
        double lower = levels[i + width] + right * (levels[i + width + 1] - levels[i + width]);
        return upper + down * (lower - upper);
    }

    private void add(double weight, double wanted) {
        for (int i = 0; i < UNKNOWNS; i++) {
            double weighted = weight * row[i];
            for (int k = i; k < UNKNOWNS; k++) {
                sums[i][k] += weighted * row[k];
            }
            sums[i][UNKNOWNS] += weighted * wanted;
        }
    }

    /// Solves the equations by elimination with pivots; the unknowns then stand in the last column.
    private boolean solve() {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int k = 0; k < i; k++) {
                sums[i][k] = sums[k][i];
            }
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            // What no pixel tells stays as it is.
            sums[i][i] += 1e-6 * sums[i][i] + 1e-9;
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            int pivot = i;
            for (int k = i + 1; k < UNKNOWNS; k++) {
                pivot = Math.abs(sums[k][i]) > Math.abs(sums[pivot][i]) ? k : pivot;
            }
            double[] line = sums[pivot];
            sums[pivot] = sums[i];
            sums[i] = line;
            if (!(Math.abs(line[i]) > 1e-12)) {
                return false;
            }
            for (int k = 0; k < UNKNOWNS; k++) {
                if (k != i) {
                    double share = sums[k][i] / line[i];
                    for (int column = i; column <= UNKNOWNS; column++) {
                        sums[k][column] -= share * line[column];
                    }
                }
            }
        }
        for (int i = 0; i < UNKNOWNS; i++) {
            sums[i][UNKNOWNS] /= sums[i][i];
        }
        return true;
    }

    private double median(int count) {
        float[] sorted = Arrays.copyOf(differences, count);
        Arrays.sort(sorted);
        return sorted[count / 2];
    }

    /// Compares what both frames show at one level.
    ///
    /// @param times how much smaller the level is than the finest
    private static Found judged(GreyLevel key, GreyLevel frame, Warp warp, int times) {
        Warp at = warp.resized(1.0 / times);
        var comparison = new Comparison();
        double middleX = (key.width - 1) / 2.0;
        double middleY = (key.height - 1) / 2.0;
        int looked = 0;
        for (int row = 0; row < frame.height; row += 2) {
            for (int column = 0; column < frame.width; column += 2) {
                double px = column - middleX;
                double py = row - middleY;
                double x = at.a() * px - at.b() * py + at.x() + middleX;
                double y = at.b() * px + at.a() * py + at.y() + middleY;
                looked++;
                if (x >= 0 && y >= 0 && x < key.width - 1 && y < key.height - 1) {
                    int left = (int) x;
                    int top = (int) y;
                    int i = top * key.width + left;
                    comparison.add(
                            between(key.grey, i, key.width, x - left, y - top), frame.grey[row * frame.width + column]);
                }
            }
        }
        double overlap = (double) comparison.count / looked;
        return new Found(warp, overlap < LEAST_OVERLAP ? -1 : comparison.correlation(), overlap);
    }

    /// The best plain shift at the coarsest level, tried everywhere: for a camera that was thrown round.
    static Warp shift(GreyFrame key, GreyFrame frame) {
        GreyLevel coarseKey = key.coarsest();
        GreyLevel coarse = frame.coarsest();
        int mostX = coarse.width * 11 / 20;
        int mostY = coarse.height / 2;
        double best = Double.NEGATIVE_INFINITY;
        Warp found = Warp.NONE;
        for (int dy = -mostY; dy <= mostY; dy++) {
            for (int dx = -mostX; dx <= mostX; dx++) {
                var comparison = new Comparison();
                for (int y = Math.max(0, -dy); y < Math.min(coarse.height, coarse.height - dy); y++) {
                    for (int x = Math.max(0, -dx); x < Math.min(coarse.width, coarse.width - dx); x++) {
                        comparison.add(
                                coarseKey.grey[(y + dy) * coarse.width + x + dx], coarse.grey[y * coarse.width + x]);
                    }
                }
                // Small overlaps are alike by chance.
                double share = (double) comparison.count / coarse.grey.length;
                double likeness = comparison.correlation() - 0.15 * (1 - share);
                if (likeness > best) {
                    best = likeness;
                    found = new Warp(1, 0, dx, dy);
                }
            }
        }
        return found.resized(1 << (key.levels().size() - 1));
    }

    private static final class Comparison {
        private double one;
        private double other;
        private double ones;
        private double others;
        private double both;
        private int count;

        void add(double a, double b) {
            one += a;
            other += b;
            ones += a * a;
            others += b * b;
            both += a * b;
            count++;
        }

        double correlation() {
            double varies = (ones - one * one / count) * (others - other * other / count);
            return varies > 1e-6 ? (both - one * other / count) / Math.sqrt(varies) : 0;
        }
    }
}
