package dev.zoetrope.animatic;

import java.util.List;

/// A quadrilateral on a picture, in its pixels: corners clockwise from the top left. Pixel (0,0) covers 0..1 on both
/// axes, so a whole picture is `rectangle(0, 0, width, height)`.
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
    /// A place on a picture.
    public record Point(double x, double y) {}

    /// An upright rectangle.
    public static Quad rectangle(double x, double y, double width, double height) {
        return new Quad(
                new Point(x, y), new Point(x + width, y), new Point(x + width, y + height), new Point(x, y + height));
    }

    /// The mean length of the upper and the lower side.
    public double width() {
        return (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2;
    }

    /// The mean length of the left and the right side.
    public double height() {
        return (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2;
    }

    /// A part of it, between shares of its width from the left and of its height from the top, each from 0 to 1.
    public Quad part(double left, double top, double right, double bottom) {
        return new Quad(at(left, top), at(right, top), at(right, bottom), at(left, bottom));
    }

    /// The place at shares of the width and height.
    public Point at(double across, double down) {
        Point upper = along(topLeft, topRight, across);
        return along(upper, along(bottomLeft, bottomRight, across), down);
    }

    private static Point along(Point from, Point to, double share) {
        // Exact at both ends, so that a part of all is the same again.
        return share == 1
                ? to
                : new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }

    /// Rounding may put a corner this far outside its picture.
    private static final double SLIP = 1;

    /// Throws [MalformedTimeline] for a part that is not on the picture or has no area.
    void requireInside(Picture picture, String path) {
        for (Point corner : List.of(topLeft, topRight, bottomRight, bottomLeft)) {
            if (!(corner.x() >= -SLIP
                    && corner.x() <= picture.width() + SLIP
                    && corner.y() >= -SLIP
                    && corner.y() <= picture.height() + SLIP)) {
                throw new MalformedTimeline(path + " has a corner at " + corner.x() + ", " + corner.y()
                        + ", outside its picture of " + picture.width() + "x" + picture.height());
            }
        }
        if (width() < 1 || height() < 1) {
            throw new MalformedTimeline(path + " is less than a pixel wide or high");
        }
        boolean isClockwise = turn(topLeft, topRight, bottomRight) > 0
                && turn(topRight, bottomRight, bottomLeft) > 0
                && turn(bottomRight, bottomLeft, topLeft) > 0
                && turn(bottomLeft, topLeft, topRight) > 0;
        if (!isClockwise) {
            throw new MalformedTimeline(
                    path + " must list its corners clockwise from the top left, none inside the others");
        }
    }

    /// Positive for a turn to the right, as y grows downwards.
    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
