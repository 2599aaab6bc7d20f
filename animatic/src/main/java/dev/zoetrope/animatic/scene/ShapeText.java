package dev.zoetrope.animatic.scene;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// Reads shapes that are written as letters and numbers, y upwards:
///
/// - `O x y rx ry` an ellipse, `R x y width height` a rectangle from its lower left corner
/// - `T x y r x y r` a limb: two circles and what lies between them
/// - `P x y x y ...` a polygon, `B x y x1 y1 x2 y2 x y ...` a closed curve of cubic pieces
/// - `S width x y x y ...` a line that bends smoothly, `L width x y x y ...` one with corners
/// - `W x y r width` a ring
final class ShapeText {
    private ShapeText() {}

    /// One shape.
    ///
    /// @param line a letter and its numbers
    /// @throws IllegalArgumentException when it is none of the shapes
    static Shape read(String line) {
        String[] words = line.strip().split("\\s+", -1);
        double[] n = new double[words.length - 1];
        for (int i = 0; i < n.length; i++) {
            n[i] = Double.parseDouble(words[i + 1]);
        }
        return switch (words[0]) {
            case "O" -> new Ellipse2D.Double(n[0] - n[2], n[1] - n[3], 2 * n[2], 2 * n[3]);
            case "R" -> new Rectangle2D.Double(n[0], n[1], n[2], n[3]);
            case "T" -> limb(n[0], n[1], n[2], n[3], n[4], n[5]);
            case "P" -> polygon(n, 0, true);
            case "B" -> curve(n);
            case "S" -> stroke(n[0]).createStrokedShape(smooth(n));
            case "L" -> stroke(n[0]).createStrokedShape(polygon(n, 1, false));
            case "W" -> ring(n[0], n[1], n[2], n[3]);
            default ->
                throw new IllegalArgumentException(
                        "\"" + line + "\" is no shape; it begins with O, R, T, P, B, S, L or W");
        };
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    /// Two circles and the quadrilateral that touches both.
    static Shape limb(double x1, double y1, double r1, double x2, double y2, double r2) {
        Area area = new Area(new Ellipse2D.Double(x1 - r1, y1 - r1, 2 * r1, 2 * r1));
        area.add(new Area(new Ellipse2D.Double(x2 - r2, y2 - r2, 2 * r2, 2 * r2)));
        double far = StrictMath.hypot(x2 - x1, y2 - y1);
        double sine = (r1 - r2) / far;
        if (far > 0 && Math.abs(sine) < 1) {
            double cosine = StrictMath.sqrt(1 - sine * sine);
            double alongX = (x2 - x1) / far;
            double alongY = (y2 - y1) / far;
            var path = new Path2D.Double();
            for (int corner = 0; corner < 4; corner++) {
                int side = corner == 1 || corner == 2 ? 1 : -1;
                double across = side * cosine;
                double x = (corner < 2 ? x1 : x2) + (corner < 2 ? r1 : r2) * (sine * alongX - across * alongY);
                double y = (corner < 2 ? y1 : y2) + (corner < 2 ? r1 : r2) * (sine * alongY + across * alongX);
                if (corner == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            path.closePath();
            area.add(new Area(path));
        }
        return area;
    }

    private static Path2D polygon(double[] n, int from, boolean isClosed) {
        var path = new Path2D.Double();
        path.moveTo(n[from], n[from + 1]);
        for (int i = from + 2; i + 1 < n.length; i += 2) {
            path.lineTo(n[i], n[i + 1]);
        }
        if (isClosed) {
            path.closePath();
        }
        return path;
    }

    private static Path2D curve(double[] n) {
        var path = new Path2D.Double();
        path.moveTo(n[0], n[1]);
        for (int i = 2; i + 5 < n.length; i += 6) {
            path.curveTo(n[i], n[i + 1], n[i + 2], n[i + 3], n[i + 4], n[i + 5]);
        }
        path.closePath();
        return path;
    }

    /// A spline through the points (Catmull and Rom, 1974).
    private static Path2D smooth(double[] n) {
        int points = (n.length - 1) / 2;
        var path = new Path2D.Double();
        path.moveTo(n[1], n[2]);
        for (int i = 0; i + 1 < points; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(points - 1, i + 2);
            path.curveTo(
                    x(n, i) + (x(n, i + 1) - x(n, before)) / 6,
                    y(n, i) + (y(n, i + 1) - y(n, before)) / 6,
                    x(n, i + 1) - (x(n, after) - x(n, i)) / 6,
                    y(n, i + 1) - (y(n, after) - y(n, i)) / 6,
                    x(n, i + 1),
                    y(n, i + 1));
        }
        return path;
    }

    private static double x(double[] n, int point) {
        return n[1 + 2 * point];
    }

    private static double y(double[] n, int point) {
        return n[2 + 2 * point];
    }

    private static Shape ring(double x, double y, double radius, double width) {
        Area area = new Area(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        double inner = radius - width;
        area.subtract(new Area(new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner)));
        return area;
    }

    /// The same shape larger and elsewhere.
    static Shape placed(Shape shape, double x, double y, double scaleX, double scaleY) {
        return new AffineTransform(scaleX, 0, 0, scaleY, x, y).createTransformedShape(shape);
    }
}
