package dev.zoetrope.animatic.words;

/// Makes pictures of writing larger and smaller, by a triangle filter as wide as the step: the mean of what is
/// covered when they get smaller, linear between pixels when they get larger. One axis after the other.
final class Scaling {
    private Scaling() {}

    static Grey scale(Grey from, int width, int height) {
        float[] rows = new float[width * from.height()];
        Weights across = new Weights(from.width(), width);
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < across.count[x]; i++) {
                    sum += across.weight[x][i] * from.at(across.first[x] + i, y);
                }
                rows[y * width + x] = sum;
            }
        }
        var levels = new byte[width * height];
        Weights down = new Weights(from.height(), height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < down.count[y]; i++) {
                    sum += down.weight[y][i] * rows[(down.first[y] + i) * width + x];
                }
                levels[y * width + x] = (byte) Math.clamp(Math.round(sum), 0, 255);
            }
        }
        return new Grey(width, height, levels);
    }

    private static final class Weights {
        final int[] first;
        final int[] count;
        final float[][] weight;

        Weights(int from, int to) {
            first = new int[to];
            count = new int[to];
            weight = new float[to][];
            double step = (double) from / to;
            double reach = Math.max(1, step);
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * step - 0.5;
                int low = Math.clamp((int) Math.ceil(centre - reach), 0, from - 1);
                int high = Math.clamp((int) Math.floor(centre + reach), low, from - 1);
                first[i] = low;
                count[i] = high - low + 1;
                weight[i] = normalised(centre, reach, low, count[i]);
            }
        }

        private static float[] normalised(double centre, double reach, int low, int count) {
            var weights = new float[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                double weight = Math.max(1e-6, 1 - Math.abs(low + i - centre) / reach);
                weights[i] = (float) weight;
                sum += weight;
            }
            for (int i = 0; i < count; i++) {
                weights[i] /= (float) sum;
            }
            return weights;
        }
    }
}
