package dev.zoetrope.animatic.scene;

/// Random values that are the same for the same place.
final class Noise {
    private static final int OCTAVES = 5;

    private Noise() {}

    /// From 0 to 1, by the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    static double of(long seed, int x, int y) {
        long z = seed + 0x9E3779B97F4A7C15L * (x + 1) + 0xD1B54A32D192ED03L * (y + 1);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
    }

    /// Changes smoothly over the plane, from 0 to 1: a lattice of random values in five sizes, each turned against the
    /// one before.
    static double cloud(long seed, double x, double y) {
        double sum = 0;
        double share = 0.5;
        double right = x;
        double down = y;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += share * lattice(seed + octave, right, down);
            share /= 2;
            double turned = 2 * (0.8 * right - 0.6 * down);
            down = 2 * (0.6 * right + 0.8 * down);
            right = turned;
        }
        return sum / (1 - 2 * share);
    }

    private static double lattice(long seed, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = smooth(x - left);
        double down = smooth(y - top);
        double above = of(seed, left, top) + right * (of(seed, left + 1, top) - of(seed, left, top));
        double below = of(seed, left, top + 1) + right * (of(seed, left + 1, top + 1) - of(seed, left, top + 1));
        return above + down * (below - above);
    }

    static double smooth(double t) {
        double inside = Math.clamp(t, 0, 1);
        return inside * inside * (3 - 2 * inside);
    }
}
