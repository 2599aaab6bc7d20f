package dev.zoetrope.animatic.camera;

import java.util.SplittableRandom;

/// How a hand holds a camera: three slow, band-limited wanderings, each a sum of sines between -1 and 1. Slow breathing
/// carries most of it, steps a little, so that it reads as a hand and not as a tremor.
final class Sway {
    /// Cycles a second and share of each part; the shares add up to 1.
    private static final double[][] PARTS = {{0.31, 0.5}, {0.73, 0.28}, {1.37, 0.15}, {2.9, 0.07}};

    private static final int WANDERINGS = 3;

    /// Roll of a hand-held camera in radians for each unit of amount.
    private static final double ROLL = 0.12;

    /// A shake is so much faster than a hand's sway: about five swings a second.
    private static final double SHAKE_SPEED = 9;

    /// A shake is down to a third each 1 / 1.5 s.
    private static final double SHAKE_DYING = 1.5;

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

    /// The most that a hand-held camera rolls to a side, in radians.
    static double mostRoll(double amount) {
        return amount * ROLL;
    }

    /// A window as a hand holds it.
    Window held(Window near, double amount, double ratio, double seconds) {
        double height = near.width() / ratio;
        return new Window(
                near.x() + amount / 2 * near.width() * wander(0, seconds),
                near.y() + amount / 2 * height * wander(1, seconds),
                near.width(),
                mostRoll(amount) * wander(2, seconds),
                0);
    }

    /// A window as a blow shakes it: the sway of a hand made fast, dying away.
    Window shaken(Window near, double amount, double ratio, double seconds) {
        double strength = amount / 2 * StrictMath.exp(-SHAKE_DYING * seconds);
        return new Window(
                near.x() + strength * near.width() * wander(0, SHAKE_SPEED * seconds),
                near.y() + strength * near.width() / ratio * wander(1, SHAKE_SPEED * seconds),
                near.width(),
                0,
                0);
    }

    private double wander(int which, double seconds) {
        double sum = 0;
        for (int k = 0; k < PARTS.length; k++) {
            sum += PARTS[k][1] * StrictMath.sin(phases[which][k] + 2 * Math.PI * speeds[which][k] * seconds);
        }
        return sum;
    }
}
