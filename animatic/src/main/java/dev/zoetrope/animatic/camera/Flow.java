package dev.zoetrope.animatic.camera;

/// Which way each part of a frame has gone until another: found by matching blocks, first on a coarse image,
/// then on a finer one, and made smooth where there is little to go by. What lies at the edges moves along them
/// alone, so that nothing comes from outside. Immutable.
final class Flow {
    /// The images are reduced to about so many columns.
    private static final int[] WIDTHS = {72, 144};

    /// How far a block is looked for on each of them, in samples: together a tenth of the width.
    private static final int[] REACHES = {6, 2};

    /// Samples from one node to the next.
    private static final int SPACING = 4;

    /// A block reaches so far to each side of its node.
    private static final int HALF = 4;

    /// What a sample's way costs for each sample of its block, in levels: of ways that match alike the shortest.
    private static final float LONG_WAY = 0.25f;

    /// So sure of itself is a block that has as much weight as one neighbour, in levels.
    private static final float SURE = 4;

    private static final int EVENINGS = 24;

    private final int columns;
    private final int rows;
    private final float[] right;
    private final float[] down;

    private Flow(int columns, int rows, float[] right, float[] down) {
        this.columns = columns;
        this.rows = rows;
        this.right = right;
        this.down = down;
    }

    /// From one luma image to another of the same size.
    ///
    /// @param before rows
    /// @param after rows
    static Flow between(float[][] before, float[][] after) {
        Flow flow = new Flow(2, 2, new float[4], new float[4]);
        for (int level = 0; level < WIDTHS.length; level++) {
            int share = Math.max(1, Math.round((float) before[0].length / WIDTHS[level]));
            flow = flow.finer(reduced(before, share), reduced(after, share), share, REACHES[level]);
        }
        return flow;
    }

    /// How far right the picture has gone at a place, in samples of the luma images.
    ///
    /// @param x share of the width, 0 to 1
    /// @param y share of the height
    float right(double x, double y) {
        return at(right, x, y);
    }

    /// How far down the picture has gone at a place.
    float down(double x, double y) {
        return at(down, x, y);
    }

    private float at(float[] way, double x, double y) {
        double across = Math.clamp(x, 0, 1) * (columns - 1);
        double below = Math.clamp(y, 0, 1) * (rows - 1);
        int left = Math.min((int) across, columns - 2);
        int top = Math.min((int) below, rows - 2);
        float u = (float) (across - left);
        float v = (float) (below - top);
        int cell = top * columns + left;
        float upper = way[cell] + u * (way[cell + 1] - way[cell]);
        float lower = way[cell + columns] + u * (way[cell + columns + 1] - way[cell + columns]);
        return upper + v * (lower - upper);
    }

    private static float[][] reduced(float[][] image, int share) {
        float[][] small = new float[image.length / share][image[0].length / share];
        for (int y = 0; y < small.length * share; y++) {
            for (int x = 0; x < small[0].length * share; x++) {
                small[y / share][x / share] += image[y][x] / (share * share);
            }
        }
        return small;
    }

    private Flow finer(float[][] before, float[][] after, int share, int reach) {
        int wide = Math.max(3, before[0].length / SPACING + 1);
        int high = Math.max(3, before.length / SPACING + 1);
        float[] rights = new float[wide * high];
        float[] downs = new float[wide * high];
        float[] weights = new float[wide * high];
        for (int row = 1; row < high - 1; row++) {
            for (int column = 1; column < wide - 1; column++) {
                double x = (double) column / (wide - 1);
                double y = (double) row / (high - 1);
                int guessRight = Math.round(right(x, y) / share);
                int guessDown = Math.round(down(x, y) / share);
                int node = row * wide + column;
                int centreX = (int) (x * (before[0].length - 1));
                int centreY = (int) (y * (before.length - 1));
                float best = Float.MAX_VALUE;
                float sum = 0;
                for (int dy = guessDown - reach; dy <= guessDown + reach; dy++) {
                    for (int dx = guessRight - reach; dx <= guessRight + reach; dx++) {
                        float cost = cost(before, after, centreX, centreY, dx, dy)
                                + LONG_WAY * (Math.abs(dx) + Math.abs(dy));
                        sum += cost;
                        if (cost < best) {
                            best = cost;
                            rights[node] = dx * share;
                            downs[node] = dy * share;
                        }
                    }
                }
                int tries = (2 * reach + 1) * (2 * reach + 1);
                weights[node] = (sum / tries - best) / SURE;
            }
        }
        return new Flow(wide, high, even(rights, weights, wide, high, 0, 1), even(downs, weights, wide, high, 1, 0));
    }

    /// The mean difference of a block, half of the way back in the one image and half of it on in the other, less that
    /// of their lightness: night may fall.
    private static float cost(float[][] before, float[][] after, int x, int y, int dx, int dy) {
        int backX = dx / 2;
        int backY = dy / 2;
        float lightness = 0;
        float[] differences = new float[(2 * HALF + 1) * (2 * HALF + 1)];
        int count = 0;
        for (int v = -HALF; v <= HALF; v++) {
            float[] one = before[Math.clamp(y + v - backY, 0, before.length - 1)];
            float[] other = after[Math.clamp(y + v + dy - backY, 0, after.length - 1)];
            for (int u = -HALF; u <= HALF; u++) {
                float difference = other[Math.clamp(x + u + dx - backX, 0, other.length - 1)]
                        - one[Math.clamp(x + u - backX, 0, one.length - 1)];
                differences[count++] = difference;
                lightness += difference;
            }
        }
        lightness /= count;
        float sum = 0;
        for (float difference : differences) {
            sum += Math.abs(difference - lightness);
        }
        return sum / count;
    }

    /// Each node between what it found and its neighbours. The outermost columns, or rows, stay where they are; the
    /// other edges go with their neighbours.
    ///
    /// @param freeAcross 1 where the outermost columns are free
    /// @param freeDown 1 where the outermost rows are free
    private static float[] even(float[] found, float[] weights, int wide, int high, int freeAcross, int freeDown) {
        float[] way = found.clone();
        for (int round = 0; round < EVENINGS; round++) {
            for (int row = 1 - freeDown; row < high - 1 + freeDown; row++) {
                for (int column = 1 - freeAcross; column < wide - 1 + freeAcross; column++) {
                    int node = row * wide + column;
                    float around = way[column > 0 ? node - 1 : node + 1]
                            + way[column < wide - 1 ? node + 1 : node - 1]
                            + way[row > 0 ? node - wide : node + wide]
                            + way[row < high - 1 ? node + wide : node - wide];
                    way[node] = (weights[node] * found[node] + around) / (weights[node] + 4);
                }
            }
        }
        return way;
    }
}
