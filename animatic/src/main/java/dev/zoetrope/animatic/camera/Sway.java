package dev.zoetrope.animatic.camera;

import java.util.SplittableRandom;

/// How a hand holds a camera: three slow, band-limited wanderings, each a sum of sines between -1 and 1. Slow breathing
/// carries most of it, steps a little, so that it reads as a hand and not as a tremor.
final class Sway {
    /// Cycles a second and share of each part; the shares add up to 1.
    private static final double[][] PARTS = {{0.31, 0.5}, {0.73, 0.28}, {1.37, 0.15}, {2.9, 0.07}};

    private static final int WANDERINGS = 3;

    private final double[][] phases = new double[WANDERINGS][PARTS.length];
    private final double[][] speeds = new double[WANDERINGS][PARTS.length];

    Sway(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < WANDERINGS; i++) {
            for (int k = 0; k < PARTS.length; k++) {
                phases[i][k] = random.nextDouble() * 2 * Math.PI;
                speeds[i][k] = PARTS[k][0] * (0.85 + 0.3 * random.nextDouble());
            }
        }
    }

    double x(double seconds) {
        return wander(0, seconds);
    }

    double y(double seconds) {
        return wander(1, seconds);
    }

    double roll(double seconds) {
        return wander(2, seconds);
    }

    private double wander(int which, double seconds) {
        double sum = 0;
        for (int k = 0; k < PARTS.length; k++) {
            sum += PARTS[k][1] * StrictMath.sin(phases[which][k] + 2 * Math.PI * speeds[which][k] * seconds);
        }
        return sum;
    }
}
