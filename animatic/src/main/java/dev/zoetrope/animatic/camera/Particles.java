package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline;

/// Draws what falls, floats or flies before a picture into a mask: rain, snow, dust, sparks. Each particle's way is a
/// function of time, so that any frame can be drawn by itself.
final class Particles {
    private static final int RAIN = 460;
    private static final int SNOW = 220;
    private static final int DUST = 120;
    private static final int SPARKS = 40;
    private static final int GLINTS = 320;

    /// Where water begins, in frame heights from the top: below the middle, as most pictures of water have it.
    private static final double HORIZON = 0.58;

    /// Share of a frame's time for which a shutter is open: a falling drop is as long as its way in it.
    private static final double SHUTTER = 0.75;

    /// How far rain is blown aside for one down.
    private static final double SLANT = 0.12;

    private final float[][] mask;
    private final int width;
    private final int height;
    private final double unit;
    private final long seed;
    private final double seconds;
    private final double aside;

    /// @param mask gets how much of each sample is covered, 0 to 1
    /// @param seconds since the shot began
    /// @param aside how far the picture has moved sideways in the frame, in pixels: what is near moves with it
    Particles(float[][] mask, FrameSize size, long seed, double seconds, double aside) {
        this.mask = mask;
        this.width = size.width();
        this.height = size.height();
        this.unit = Math.min(width, height) / 480.0;
        this.seed = seed;
        this.seconds = seconds;
        this.aside = aside;
    }

    private double chance(int particle, int cycle, int what) {
        return Chance.of(seed, particle, cycle, what);
    }

    void rain() {
        for (int i = 0; i < RAIN; i++) {
            double near = 0.45 + 0.55 * chance(i, 0, 0);
            double speed = height * (1.0 + 1.3 * near);
            double length = speed * SHUTTER / Timeline.FRAMES_PER_SECOND;
            double way = height + 2 * length;
            double gone = chance(i, 0, 1) * way + speed * seconds;
            int cycle = (int) Math.floor(gone / way);
            double y = gone - cycle * way - length;
            double x = wrapped(chance(i, cycle, 2) * width * 1.2 + SLANT * y + aside * near, width * 1.2) - width * 0.1;
            streak(x, y, length, unit * (0.55 + 0.5 * near), 0.12 + 0.3 * near * chance(i, cycle, 3));
        }
    }

    void snow() {
        for (int i = 0; i < SNOW; i++) {
            double near = 0.3 + 0.7 * chance(i, 0, 0) * chance(i, 0, 4);
            double radius = unit * (0.9 + 3.2 * near * near);
            double way = height + 4 * radius;
            double gone = chance(i, 0, 1) * way + height * (0.07 + 0.16 * near) * seconds;
            int cycle = (int) Math.floor(gone / way);
            double sway = 14 * unit * near * StrictMath.sin(2 * Math.PI * (chance(i, 0, 5) + seconds * 0.35));
            double x = wrapped(chance(i, cycle, 2) * width * 1.1 + sway + aside * near, width * 1.1) - width * 0.05;
            disc(x, gone - cycle * way - 2 * radius, radius, 0.4 + 0.5 * near);
        }
    }

    void dust() {
        for (int i = 0; i < DUST; i++) {
            double near = 0.3 + 0.7 * chance(i, 0, 0);
            double turn = 2 * Math.PI * (chance(i, 0, 5) + seconds * (0.05 + 0.1 * chance(i, 0, 6)));
            double x = chance(i, 0, 2) * width + 18 * unit * near * StrictMath.sin(turn) + aside * near;
            double y = chance(i, 0, 1) * height - 6 * unit * seconds * near + 9 * unit * StrictMath.cos(1.7 * turn);
            double glint = 0.5 + 0.5 * StrictMath.sin(2.3 * turn + 6 * chance(i, 0, 7));
            disc(wrapped(x, width), wrapped(y, height), unit * (0.8 + 1.3 * near), 0.05 + 0.4 * near * glint);
        }
    }

    /// @param fromX where they rise, in pixels
    /// @param fromY where they rise, in pixels
    void sparks(double fromX, double fromY) {
        for (int i = 0; i < SPARKS; i++) {
            double lasting = 0.8 + 1.4 * chance(i, 0, 0);
            double age = seconds / lasting + chance(i, 0, 1);
            int cycle = (int) Math.floor(age);
            double lived = age - cycle;
            double sway = 10 * unit * StrictMath.sin(2 * Math.PI * (chance(i, cycle, 3) + 1.3 * lived));
            double x = fromX + (chance(i, cycle, 2) - 0.5) * width * (0.12 + 0.2 * lived) + sway;
            double y = fromY - height * (0.2 + 0.4 * chance(i, cycle, 4)) * lived;
            disc(x, y, unit * 1.2, 0.9 * (1 - lived) * Math.min(1, 8 * lived));
        }
    }

    /// The light on water: flat glints, smaller and closer to each other towards the horizon, each lit for a moment.
    void glints() {
        for (int i = 0; i < GLINTS; i++) {
            double age = seconds * (0.5 + 0.6 * chance(i, 0, 0)) + chance(i, 0, 1);
            int cycle = (int) Math.floor(age);
            double lit = StrictMath.sin(Math.PI * (age - cycle));
            double near = chance(i, cycle, 2);
            double y = height * (HORIZON + (1 - HORIZON) * near * StrictMath.sqrt(near));
            double going = width * (0.01 + 0.03 * near) * (age - cycle);
            double x = wrapped(chance(i, cycle, 3) * width + going + aside * (0.5 + near), width);
            glint(x, y, unit * (3 + 17 * near), unit * (0.7 + 1.1 * near), 0.75 * lit * lit * chance(i, cycle, 4));
        }
    }

    private void glint(double x, double y, double halfLength, double halfHeight, double strength) {
        int top = Math.max(0, (int) Math.ceil(y - halfHeight));
        int bottom = Math.min(height - 1, (int) Math.floor(y + halfHeight));
        int left = Math.max(0, (int) Math.ceil(x - halfLength));
        int right = Math.min(width - 1, (int) Math.floor(x + halfLength));
        for (int row = top; row <= bottom; row++) {
            double down = (row - y) / halfHeight;
            for (int column = left; column <= right; column++) {
                double across = (column - x) / halfLength;
                cover(row, column, strength * Chance.smooth(1.2 * (1 - across * across - down * down)));
            }
        }
    }

    private static double wrapped(double value, double length) {
        return value - Math.floor(value / length) * length;
    }

    /// A drop's trace, thinning out towards both ends.
    private void streak(double x, double y, double length, double half, double strength) {
        int from = Math.max(0, (int) Math.ceil(y - length));
        int to = Math.min(height - 1, (int) Math.floor(y));
        for (int row = from; row <= to; row++) {
            double along = (y - row) / length;
            double middle = x - SLANT * (y - row);
            double cover = strength * 4 * along * (1 - along);
            int left = Math.max(0, (int) Math.ceil(middle - half - 0.5));
            int right = Math.min(width - 1, (int) Math.floor(middle + half + 0.5));
            for (int column = left; column <= right; column++) {
                cover(row, column, cover * Math.clamp(half + 0.5 - Math.abs(column - middle), 0, 1));
            }
        }
    }

    /// A soft disc, as something small is seen out of focus.
    private void disc(double x, double y, double radius, double strength) {
        double reach = radius + 1;
        int top = Math.max(0, (int) Math.ceil(y - reach));
        int bottom = Math.min(height - 1, (int) Math.floor(y + reach));
        int left = Math.max(0, (int) Math.ceil(x - reach));
        int right = Math.min(width - 1, (int) Math.floor(x + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double far = Math.sqrt((column - x) * (column - x) + (row - y) * (row - y));
                cover(row, column, strength * Chance.smooth((reach - far) / Math.min(reach, 1 + 0.6 * radius)));
            }
        }
    }

    private void cover(int row, int column, double share) {
        mask[row][column] += (float) share * (1 - mask[row][column]);
    }
}
