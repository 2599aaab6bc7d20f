package dev.zoetrope.animatic.camera;

/// Random values that are the same for the same place and time, in any order of asking.
final class Chance {
    private static final int OCTAVES = 4;

    /// So that the shares of all sizes, each half of the one before, add up to 1.
    private static final double OCTAVES_SHARE = 8.0 / 15;

    private Chance() {}

    /// From 0 to 1, by the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    static double of(long seed, int a, int b, int c) {
        long z = seed + 0x9E3779B97F4A7C15L * (a + 1) + 0xD1B54A32D192ED03L * (b + 1) + 0x8CB92BA72F3D8DD7L * (c + 1);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
    }

    /// A value that changes smoothly over the plane, from 0 to 1: a lattice of random values with smooth ways between
    /// them, in four sizes, each turned against the one before, so that no lattice is seen.
    static double cloud(long seed, double x, double y) {
        double sum = 0;
        double share = OCTAVES_SHARE;
        double right = x;
        double down = y;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += share * lattice(seed + octave, right, down);
            share /= 2;
            double turned = 2 * (0.8 * right - 0.6 * down);
            down = 2 * (0.6 * right + 0.8 * down);
            right = turned;
        }
        return sum;
    }

    private static double lattice(long seed, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = smooth(x - left);
        double down = smooth(y - top);
        double above = mix(of(seed, left, top, 0), of(seed, left + 1, top, 0), right);
        double below = mix(of(seed, left, top + 1, 0), of(seed, left + 1, top + 1, 0), right);
        return mix(above, below, down);
    }

    private static double mix(double one, double other, double share) {
        return one + share * (other - one);
    }

    static double smooth(double t) {
        double inside = Math.clamp(t, 0, 1);
        return inside * inside * (3 - 2 * inside);
    }
}
