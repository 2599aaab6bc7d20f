package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Quad.Point;

/// The perspective mapping of the unit square onto a quadrilateral (Heckbert, "Fundamentals of Texture Mapping and
/// Image Warping", 1989, section 2.2.3).
public record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {
    public static Homography fromUnitSquare(Quad quad) {
        Point p0 = quad.topLeft();
        Point p1 = quad.topRight();
        Point p2 = quad.bottomRight();
        Point p3 = quad.bottomLeft();
        double sumX = p0.x() - p1.x() + p2.x() - p3.x();
        double sumY = p0.y() - p1.y() + p2.y() - p3.y();
        double dx1 = p1.x() - p2.x();
        double dx2 = p3.x() - p2.x();
        double dy1 = p1.y() - p2.y();
        double dy2 = p3.y() - p2.y();
        double area = dx1 * dy2 - dx2 * dy1;
        if (Math.abs(area) < 1e-9) {
            throw new IllegalArgumentException("three corners of " + quad + " lie on one line");
        }
        double g = (sumX * dy2 - dx2 * sumY) / area;
        double h = (dx1 * sumY - sumX * dy1) / area;
        return new Homography(
                p1.x() - p0.x() + g * p1.x(),
                p3.x() - p0.x() + h * p3.x(),
                p0.x(),
                p1.y() - p0.y() + g * p1.y(),
                p3.y() - p0.y() + h * p3.y(),
                p0.y(),
                g,
                h);
    }

    /// Where a point of the unit square lies.
    public Point apply(double u, double v) {
        double depth = g * u + h * v + 1;
        return new Point((a * u + b * v + c) / depth, (d * u + e * v + f) / depth);
    }
}
