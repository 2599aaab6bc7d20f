package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Quad;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// Areas of convex quadrilaterals, for measuring the reader.
public final class Polygons {
    private Polygons() {}

    static List<Quad.Point> corners(Quad quad) {
        return List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft());
    }

    public static Path2D shape(Quad quad) {
        var path = new Path2D.Double();
        path.moveTo(quad.topLeft().x(), quad.topLeft().y());
        path.lineTo(quad.topRight().x(), quad.topRight().y());
        path.lineTo(quad.bottomRight().x(), quad.bottomRight().y());
        path.lineTo(quad.bottomLeft().x(), quad.bottomLeft().y());
        path.closePath();
        return path;
    }

    /// Intersection over union.
    static double iou(Quad a, Quad b) {
        double common = area(clip(corners(a), corners(b)));
        return common / (area(corners(a)) + area(corners(b)) - common);
    }

    private static double area(List<Quad.Point> polygon) {
        double twice = 0;
        for (int i = 0; i < polygon.size(); i++) {
            Quad.Point p = polygon.get(i);
            Quad.Point q = polygon.get((i + 1) % polygon.size());
            twice += p.x() * q.y() - q.x() * p.y();
        }
        return Math.abs(twice) / 2;
    }

    /// Sutherland and Hodgman (1974), the window clockwise on a picture.
    private static List<Quad.Point> clip(List<Quad.Point> subject, List<Quad.Point> window) {
        List<Quad.Point> rest = subject;
        for (int i = 0; i < window.size(); i++) {
            Quad.Point a = window.get(i);
            Quad.Point b = window.get((i + 1) % window.size());
            var next = new ArrayList<Quad.Point>();
            for (int j = 0; j < rest.size(); j++) {
                Quad.Point p = rest.get(j);
                Quad.Point q = rest.get((j + 1) % rest.size());
                double dp = side(a, b, p);
                double dq = side(a, b, q);
                if (dp >= 0) {
                    next.add(p);
                }
                if (dp * dq < 0) {
                    double t = dp / (dp - dq);
                    next.add(new Quad.Point(p.x() + t * (q.x() - p.x()), p.y() + t * (q.y() - p.y())));
                }
            }
            rest = next;
        }
        return rest;
    }

    private static double side(Quad.Point a, Quad.Point b, Quad.Point p) {
        return (b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x());
    }
}
