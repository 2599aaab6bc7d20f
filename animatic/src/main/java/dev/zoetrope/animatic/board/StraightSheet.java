package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.words.Grey;
import java.util.ArrayList;
import java.util.List;

/// A sheet turned so that its panels, and with them its lines of writing, lie straight.
///
/// @param grey the sheet, turned about its middle
/// @param panels their boxes on it, in reading order
record StraightSheet(Grey grey, List<Box> panels) {
    /// A lesser slope moves no line of writing by a pixel.
    private static final double NEGLIGIBLE = Math.toRadians(0.12);

    static StraightSheet of(Picture picture, Sheet sheet) {
        Grey grey = Grey.of(picture);
        double angle = slope(sheet);
        boolean isStraight = Math.abs(angle) < NEGLIGIBLE;
        var panels = new ArrayList<Box>();
        for (Sheet.Panel panel : sheet.panels()) {
            panels.add(box(panel.quad(), isStraight ? 0 : angle, grey.width() / 2.0, grey.height() / 2.0));
        }
        return new StraightSheet(isStraight ? grey : turned(grey, angle), panels);
    }

    /// The mean slope of the upper and lower sides, long ones counting for more.
    private static double slope(Sheet sheet) {
        double rise = 0;
        double run = 0;
        for (Sheet.Panel panel : sheet.panels()) {
            Quad quad = panel.quad();
            rise += quad.topRight().y() - quad.topLeft().y();
            rise += quad.bottomRight().y() - quad.bottomLeft().y();
            run += quad.topRight().x() - quad.topLeft().x();
            run += quad.bottomRight().x() - quad.bottomLeft().x();
        }
        return StrictMath.atan2(rise, run);
    }

    private static Box box(Quad quad, double angle, double centreX, double centreY) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (Quad.Point corner : List.of(quad.topLeft(), quad.topRight(), quad.bottomRight(), quad.bottomLeft())) {
            double x = centreX + cosine * (corner.x() - centreX) + sine * (corner.y() - centreY);
            double y = centreY - sine * (corner.x() - centreX) + cosine * (corner.y() - centreY);
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }
        return new Box((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(right), (int) Math.ceil(bottom));
    }

    private static Grey turned(Grey grey, double angle) {
        int width = grey.width();
        int height = grey.height();
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        var levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double v = y + 0.5 - height / 2.0;
            for (int x = 0; x < width; x++) {
                double u = x + 0.5 - width / 2.0;
                levels[y * width + x] = between(
                        grey, width / 2.0 + cosine * u - sine * v - 0.5, height / 2.0 + sine * u + cosine * v - 0.5);
            }
        }
        return new Grey(width, height, levels);
    }

    private static byte between(Grey grey, double x, double y) {
        double insideX = Math.clamp(x, 0, grey.width() - 1.001);
        double insideY = Math.clamp(y, 0, grey.height() - 1.001);
        int left = (int) insideX;
        int top = (int) insideY;
        double u = insideX - left;
        double v = insideY - top;
        int right = Math.min(left + 1, grey.width() - 1);
        int bottom = Math.min(top + 1, grey.height() - 1);
        double upper = grey.at(left, top) * (1 - u) + grey.at(right, top) * u;
        double lower = grey.at(left, bottom) * (1 - u) + grey.at(right, bottom) * u;
        return (byte) Math.round(upper * (1 - v) + lower * v);
    }
}
