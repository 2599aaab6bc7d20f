package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Timeline.Transition;

/// How a row of one shot goes over into the same row of the next. One thread.
final class Crossing {
    /// Width of a wipe's soft edge, as a share of the frame's width.
    private static final double SOFT = 0.08;

    /// A whip is blurred over this share of its way in a frame: a shutter that is open for half of the time and a
    /// little more.
    private static final double SHUTTER = 0.7;

    private final double[] sums;

    /// @param width of the widest row
    Crossing(int width) {
        sums = new double[2 * width + 1];
    }

    /// @param before the row of the shot that ends
    /// @param row of the shot that begins; gets the result
    /// @param share how much of the transition is over, 0 to 1
    /// @param step by how much the share grows in a frame
    void cross(Transition.Kind kind, float[] before, float[] row, int width, double share, double step) {
        switch (kind) {
            case CUT, MATCH_CUT, FADE_FROM_BLACK -> {}
            case DISSOLVE, MORPH -> blend(before, row, (float) share, width);
            case WIPE -> wipe(before, row, width, share);
            case WHIP -> whip(before, row, width, share, step);
        }
    }

    private static void blend(float[] before, float[] row, float share, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = before[x] + share * (row[x] - before[x]);
        }
    }

    /// From left to right.
    private static void wipe(float[] before, float[] row, int width, double share) {
        double edge = share * (1 + SOFT) - SOFT;
        for (int x = 0; x < width; x++) {
            float there = (float) Chance.smooth((edge + SOFT - (x + 0.5) / width) / SOFT);
            row[x] = before[x] + there * (row[x] - before[x]);
        }
    }

    /// The camera is thrown round to the right: both pictures lie side by side and run past, blurred by their speed.
    private void whip(float[] before, float[] row, int width, double share, double step) {
        for (int x = 0; x < width; x++) {
            sums[x + 1] = sums[x] + before[x];
        }
        for (int x = 0; x < width; x++) {
            sums[width + x + 1] = sums[width + x] + row[x];
        }
        double from = Chance.smooth(share - step * SHUTTER / 2) * width;
        double to = Math.max(from + 1, Chance.smooth(share + step * SHUTTER / 2) * width);
        for (int x = 0; x < width; x++) {
            row[x] = (float) ((sum(x + to, width) - sum(x + from, width)) / (to - from));
        }
    }

    /// The sum of both rows up to a place between samples. Beyond their end the last sample goes on.
    private double sum(double place, int width) {
        int whole = (int) place;
        if (whole >= 2 * width) {
            return sums[2 * width] + (place - 2 * width) * (sums[2 * width] - sums[2 * width - 1]);
        }
        return sums[whole] + (place - whole) * (sums[whole + 1] - sums[whole]);
    }
}
