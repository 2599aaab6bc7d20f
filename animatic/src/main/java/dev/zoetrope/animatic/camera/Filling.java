package dev.zoetrope.animatic.camera;

/// Fills the hole that a layer leaves in what lies behind it. A row of which both ends show the same goes straight
/// through, so that a horizon stays one; else the hole closes like a soap film over its rim (pushed down a pyramid and
/// pulled up again: Gortler et al., "The Lumigraph", 1996, section 3.4, and evened out on each step). Nothing of the
/// rim is repeated, so there is nothing to be seen twice.
final class Filling {
    /// Evenings of each step up: the film is smooth to the eye after a few.
    private static final int ROUNDS = 4;

    /// Ends of a row this many levels apart show nearly the same.
    private static final float SAME = 10;

    /// Rows above and below that must go straight through as well: else a crest would leave a streak.
    private static final int AROUND = 3;

    /// A hole this small is its own mean.
    private static final int SMALLEST = 2;

    private Filling() {}

    /// Fills in place.
    ///
    /// @param values columns of a plane
    /// @param isHole the same columns: what to fill; not all of it
    static void fill(float[][] values, boolean[][] isHole) {
        float[][] film = new float[values.length][];
        for (int x = 0; x < values.length; x++) {
            film[x] = values[x].clone();
        }
        film(film, isHole);
        float[][] rows = new float[values.length][values[0].length];
        float[][] trust = new float[values.length][values[0].length];
        for (int y = 0; y < values[0].length; y++) {
            through(values, isHole, y, rows, trust);
        }
        for (int x = 0; x < values.length; x++) {
            for (int y = 0; y < values[0].length; y++) {
                if (isHole[x][y]) {
                    values[x][y] = film[x][y] + least(trust[x], y) * (rows[x][y] - film[x][y]);
                }
            }
        }
    }

    private static float least(float[] trust, int y) {
        float least = 1;
        for (int near = Math.max(0, y - AROUND); near <= Math.min(trust.length - 1, y + AROUND); near++) {
            least = Math.min(least, trust[near]);
        }
        return least;
    }

    /// Each gap of a row from its one end to the other, and how alike the ends are.
    private static void through(float[][] values, boolean[][] isHole, int y, float[][] rows, float[][] trust) {
        int width = values.length;
        for (int x = 0; x < width; x++) {
            if (!isHole[x][y]) {
                trust[x][y] = 1;
                continue;
            }
            int end = x;
            while (end < width && isHole[end][y]) {
                end++;
            }
            if (x > 0 && end < width) {
                float left = values[x - 1][y];
                float right = values[end][y];
                float apart = (right - left) / SAME;
                float alike = 1 / (1 + apart * apart * apart * apart);
                for (int k = x; k < end; k++) {
                    rows[k][y] = left + (right - left) * (k - x + 1) / (end - x + 1);
                    trust[k][y] = alike;
                }
            }
            x = end;
        }
    }

    private static void film(float[][] values, boolean[][] isHole) {
        int width = values.length;
        int height = values[0].length;
        if (width <= SMALLEST || height <= SMALLEST) {
            fillMean(values, isHole);
            return;
        }
        int wide = (width + 1) / 2;
        int high = (height + 1) / 2;
        float[][] coarse = new float[wide][high];
        boolean[][] isCoarseHole = new boolean[wide][high];
        for (int x = 0; x < wide; x++) {
            for (int y = 0; y < high; y++) {
                push(values, isHole, x, y, coarse, isCoarseHole);
            }
        }
        film(coarse, isCoarseHole);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                if (isHole[x][y]) {
                    values[x][y] = coarse[x / 2][y / 2];
                }
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            even(values, isHole);
        }
    }

    /// The mean of what is known among four.
    private static void push(
            float[][] values, boolean[][] isHole, int x, int y, float[][] coarse, boolean[][] isCoarseHole) {
        float sum = 0;
        int count = 0;
        for (int i = 2 * x; i < Math.min(2 * x + 2, values.length); i++) {
            for (int k = 2 * y; k < Math.min(2 * y + 2, values[0].length); k++) {
                if (!isHole[i][k]) {
                    sum += values[i][k];
                    count++;
                }
            }
        }
        isCoarseHole[x][y] = count == 0;
        coarse[x][y] = count == 0 ? 0 : sum / count;
    }

    private static void fillMean(float[][] values, boolean[][] isHole) {
        float sum = 0;
        int count = 0;
        for (int x = 0; x < values.length; x++) {
            for (int y = 0; y < values[x].length; y++) {
                sum += isHole[x][y] ? 0 : values[x][y];
                count += isHole[x][y] ? 0 : 1;
            }
        }
        for (int x = 0; x < values.length; x++) {
            for (int y = 0; y < values[x].length; y++) {
                values[x][y] = isHole[x][y] ? sum / Math.max(1, count) : values[x][y];
            }
        }
    }

    /// Each unknown becomes the mean of its four neighbours, those above and left already even.
    private static void even(float[][] values, boolean[][] isHole) {
        int last = values.length - 1;
        int lowest = values[0].length - 1;
        for (int x = 0; x <= last; x++) {
            float[] column = values[x];
            float[] left = values[Math.max(0, x - 1)];
            float[] right = values[Math.min(last, x + 1)];
            boolean[] hole = isHole[x];
            for (int y = 0; y <= lowest; y++) {
                if (hole[y]) {
                    column[y] =
                            0.25f * (left[y] + right[y] + column[Math.max(0, y - 1)] + column[Math.min(lowest, y + 1)]);
                }
            }
        }
    }
}
