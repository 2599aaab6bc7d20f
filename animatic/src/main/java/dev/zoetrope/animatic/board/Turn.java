package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Quad;

/// How a [Canvas] lies over its sheet: padded by some pixels on each side and turned about the centre.
///
/// @param radians the angle by which the sheet's lines rise against the canvas
/// @param canvasX x of the canvas' centre, in canvas pixels
/// @param canvasY y of the canvas' centre
/// @param centreX x of the sheet's centre, in sheet pixels
/// @param centreY y of the sheet's centre
record Turn(double radians, double canvasX, double canvasY, double centreX, double centreY) {
    double sheetX(double x, double y) {
        return centreX + Math.cos(radians) * (x - canvasX) - Math.sin(radians) * (y - canvasY);
    }

    double sheetY(double x, double y) {
        return centreY + Math.sin(radians) * (x - canvasX) + Math.cos(radians) * (y - canvasY);
    }

    Quad onSheet(Box box) {
        return new Quad(
                point(box.left(), box.top()),
                point(box.right(), box.top()),
                point(box.right(), box.bottom()),
                point(box.left(), box.bottom()));
    }

    private Quad.Point point(double x, double y) {
        return new Quad.Point(sheetX(x, y), sheetY(x, y));
    }
}
