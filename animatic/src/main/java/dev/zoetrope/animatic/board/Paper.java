package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Plane;

/// What the paper of a sheet looks like: a colour that may change evenly from side to side, and how far a pixel may be
/// from it and still be paper.
///
/// @param threshold greatest [Colour#distance] of paper from the planes
record Paper(Plane red, Plane green, Plane blue, int threshold) {
    /// Grain that is always forgiven: JPEG at quality 90 moves flat paper by about this much.
    private static final int LEAST_THRESHOLD = 16;

    /// A looser threshold would take pencil lines for paper.
    private static final int GREATEST_THRESHOLD = 40;

    /// Added to four sigmas of the paper's own grain.
    private static final int SLACK = 10;

    static int thresholdFor(double sigma) {
        return Math.clamp(Math.round(4 * sigma + SLACK), LEAST_THRESHOLD, GREATEST_THRESHOLD);
    }

    static Paper flat(int rgb, double sigma) {
        return new Paper(
                Plane.flat(Colour.red(rgb)),
                Plane.flat(Colour.green(rgb)),
                Plane.flat(Colour.blue(rgb)),
                thresholdFor(sigma));
    }

    int at(double x, double y) {
        return Colour.of(red.at(x, y), green.at(x, y), blue.at(x, y));
    }

    double distance(int rgb, double x, double y) {
        return Math.max(
                Math.abs(Colour.red(rgb) - red.at(x, y)),
                Math.max(Math.abs(Colour.green(rgb) - green.at(x, y)), Math.abs(Colour.blue(rgb) - blue.at(x, y))));
    }

    boolean matches(int rgb, double x, double y) {
        return distance(rgb, x, y) <= threshold;
    }

    /// The same paper in the coordinates of a turned canvas: a plane seen through a rotation is a plane.
    Paper turned(Turn turn) {
        return new Paper(turned(red, turn), turned(green, turn), turned(blue, turn), threshold);
    }

    /// The same paper seen from another origin.
    Paper from(int left, int top) {
        return new Paper(from(red, left, top), from(green, left, top), from(blue, left, top), threshold);
    }

    private static Plane from(Plane plane, int left, int top) {
        double base = plane.at(left, top);
        return new Plane(base, plane.at(left + 1.0, top) - base, plane.at(left, top + 1.0) - base);
    }

    private static Plane turned(Plane plane, Turn turn) {
        double base = plane.at(turn.sheetX(0, 0), turn.sheetY(0, 0));
        return new Plane(
                base,
                plane.at(turn.sheetX(1, 0), turn.sheetY(1, 0)) - base,
                plane.at(turn.sheetX(0, 1), turn.sheetY(0, 1)) - base);
    }
}
