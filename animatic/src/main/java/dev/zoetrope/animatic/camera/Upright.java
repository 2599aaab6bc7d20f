package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Homography;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Quad.Point;

/// A panel cut out of its sheet and set upright. Nothing outside the panel's quadrilateral ever gets in.
///
/// @param picture that holds the panel's pixels; the sheet itself when the panel stands upright on it
/// @param left of the panel on the picture
/// @param top of the panel on the picture
/// @param width in pixels
/// @param height in pixels
record Upright(Picture picture, double left, double top, double width, double height) {
    /// Corners this near to a rectangle's count as upright, in pixels.
    private static final double STRAIGHT = 0.05;

    /// A slanted panel is set upright at twice its size, since drawing it anew costs sharpness.
    private static final double FINENESS = 2;

    /// The most pixels of a side of a panel set upright anew.
    private static final int MAX_SIDE = 4096;

    /// A panel must leave at least so many whole pixels to be shown.
    private static final double MIN_SIDE = 2;

    static Upright of(Picture picture, Quad quad) {
        double left = Math.clamp(quad.topLeft().x(), 0, picture.width());
        double top = Math.clamp(quad.topLeft().y(), 0, picture.height());
        double right = Math.clamp(quad.bottomRight().x(), 0, picture.width());
        double bottom = Math.clamp(quad.bottomRight().y(), 0, picture.height());
        boolean isStraight = Math.abs(quad.topRight().x() - quad.bottomRight().x()) < STRAIGHT
                && Math.abs(quad.bottomLeft().x() - quad.topLeft().x()) < STRAIGHT
                && Math.abs(quad.topRight().y() - quad.topLeft().y()) < STRAIGHT
                && Math.abs(quad.bottomLeft().y() - quad.bottomRight().y()) < STRAIGHT;
        if (!isStraight) {
            return redrawn(picture, quad);
        }
        if (right - left < MIN_SIDE || bottom - top < MIN_SIDE) {
            throw new IllegalArgumentException("the panel " + quad + " is not on the picture of " + picture.width()
                    + "x" + picture.height() + "; panels are told in that picture's pixels");
        }
        return new Upright(picture, left, top, right - left, bottom - top);
    }

    /// The first pixel column that lies wholly inside.
    int firstColumn() {
        return (int) Math.ceil(left - STRAIGHT);
    }

    /// The last pixel column that lies wholly inside.
    int lastColumn() {
        return Math.max(firstColumn(), (int) Math.floor(left + width + STRAIGHT) - 1);
    }

    int firstRow() {
        return (int) Math.ceil(top - STRAIGHT);
    }

    int lastRow() {
        return Math.max(firstRow(), (int) Math.floor(top + height + STRAIGHT) - 1);
    }

    private static Upright redrawn(Picture picture, Quad quad) {
        // Bilinear sampling reads up to one pixel away: drawn in by that, it stays inside.
        Quad inner = drawnIn(quad);
        double fine = Math.min(FINENESS, MAX_SIDE / Math.max(inner.width(), inner.height()));
        int width = Math.max((int) MIN_SIDE, (int) Math.round(inner.width() * fine));
        int height = Math.max((int) MIN_SIDE, (int) Math.round(inner.height() * fine));
        Homography toSheet = Homography.fromUnitSquare(inner);
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Point place = toSheet.apply((x + 0.5) / width, (y + 0.5) / height);
                pixels[y * width + x] = bilinear(picture, place.x() - 0.5, place.y() - 0.5);
            }
        }
        return new Upright(new Picture(width, height, pixels), 0, 0, width, height);
    }

    private static Quad drawnIn(Quad quad) {
        Point middle = new Point(
                (quad.topLeft().x()
                                + quad.topRight().x()
                                + quad.bottomRight().x()
                                + quad.bottomLeft().x())
                        / 4,
                (quad.topLeft().y()
                                + quad.topRight().y()
                                + quad.bottomRight().y()
                                + quad.bottomLeft().y())
                        / 4);
        double keepX = Math.max(0.5, 1 - 2 * Math.sqrt(2) / quad.width());
        double keepY = Math.max(0.5, 1 - 2 * Math.sqrt(2) / quad.height());
        return new Quad(
                toward(quad.topLeft(), middle, keepX, keepY),
                toward(quad.topRight(), middle, keepX, keepY),
                toward(quad.bottomRight(), middle, keepX, keepY),
                toward(quad.bottomLeft(), middle, keepX, keepY));
    }

    private static Point toward(Point corner, Point middle, double keepX, double keepY) {
        return new Point(
                middle.x() + (corner.x() - middle.x()) * keepX, middle.y() + (corner.y() - middle.y()) * keepY);
    }

    private static int bilinear(Picture picture, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        int x0 = Math.clamp(left, 0, picture.width() - 1);
        int x1 = Math.clamp(left + 1, 0, picture.width() - 1);
        int y0 = Math.clamp(top, 0, picture.height() - 1);
        int y1 = Math.clamp(top + 1, 0, picture.height() - 1);
        int pixel = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double upper =
                    (picture.at(x0, y0) >> shift & 0xFF) * (1 - right) + (picture.at(x1, y0) >> shift & 0xFF) * right;
            double lower =
                    (picture.at(x0, y1) >> shift & 0xFF) * (1 - right) + (picture.at(x1, y1) >> shift & 0xFF) * right;
            pixel |= (int) (upper * (1 - down) + lower * down + 0.5) << shift;
        }
        return pixel;
    }
}
