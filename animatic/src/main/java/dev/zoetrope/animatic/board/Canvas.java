package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Picture;

/// A sheet laid out for reading: with a rim of paper all around, so that a sheet without a margin becomes an ordinary
/// one, and turned so that its panels stand upright.
///
/// @param picture the pixels, rim included
/// @param paper in the coordinates of this canvas
/// @param turn from here back to the sheet
public record Canvas(Picture picture, Paper paper, Turn turn) {
    /// Width of the rim, as a share of the sheet's shorter side: wide enough for the flood to go around.
    private static final double RIM = 0.02;

    private static final int LEAST_RIM = 4;

    /// Lays a sheet whose lines rise by an angle upright.
    static Canvas lay(Picture sheet, Paper paper, double radians) {
        int rim = Math.max(LEAST_RIM, (int) Math.round(RIM * Math.min(sheet.width(), sheet.height())));
        double sine = Math.abs(Math.sin(radians));
        // The corners of the turned sheet stand out; twice the half keeps the padding a whole number of pixels.
        int besides = rim + (int) Math.ceil(sheet.height() * sine / 2);
        int above = rim + (int) Math.ceil(sheet.width() * sine / 2);
        int width = sheet.width() + 2 * besides;
        int height = sheet.height() + 2 * above;
        var turn = new Turn(radians, width / 2.0, height / 2.0, sheet.width() / 2.0, sheet.height() / 2.0);
        Paper here = paper.turned(turn);
        int[] pixels = radians == 0 ? padded(sheet, here, rim) : turned(sheet, here, turn);
        return new Canvas(new Picture(width, height, pixels), here, turn);
    }

    /// Where the sheet lies when it is not turned.
    Box bounds(Picture sheet) {
        int left = (width() - sheet.width()) / 2;
        int top = (height() - sheet.height()) / 2;
        return new Box(left, top, left + sheet.width(), top + sheet.height());
    }

    /// A part by itself; its turn leads nowhere and is not to be used.
    Canvas cut(Box box) {
        var pixels = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(
                    picture.pixels(),
                    (box.top() + y) * picture.width() + box.left(),
                    pixels,
                    y * box.width(),
                    box.width());
        }
        return new Canvas(new Picture(box.width(), box.height(), pixels), paper.from(box.left(), box.top()), turn);
    }

    int width() {
        return picture.width();
    }

    int height() {
        return picture.height();
    }

    private static int[] padded(Picture sheet, Paper paper, int rim) {
        int width = sheet.width() + 2 * rim;
        int height = sheet.height() + 2 * rim;
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            boolean isRim = y < rim || y >= height - rim;
            for (int x = 0; x < width; x += !isRim && x == rim - 1 ? sheet.width() + 1 : 1) {
                pixels[y * width + x] = paper.at(x + 0.5, y + 0.5);
            }
            if (!isRim) {
                System.arraycopy(sheet.pixels(), (y - rim) * sheet.width(), pixels, y * width + rim, sheet.width());
            }
        }
        return pixels;
    }

    private static int[] turned(Picture sheet, Paper paper, Turn turn) {
        int width = (int) (2 * turn.canvasX());
        int height = (int) (2 * turn.canvasY());
        double cosine = Math.cos(turn.radians());
        double sine = Math.sin(turn.radians());
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            double down = y + 0.5 - turn.canvasY();
            for (int x = 0; x < width; x++) {
                double across = x + 0.5 - turn.canvasX();
                double sx = turn.centreX() + cosine * across - sine * down - 0.5;
                double sy = turn.centreY() + sine * across + cosine * down - 0.5;
                int left = (int) Math.floor(sx);
                int top = (int) Math.floor(sy);
                boolean isRim = left < -1 || top < -1 || left >= sheet.width() || top >= sheet.height();
                pixels[y * width + x] =
                        isRim ? paper.at(x + 0.5, y + 0.5) : blend(sheet, left, top, sx - left, sy - top);
            }
        }
        return pixels;
    }

    /// Bilinear, the outermost pixels repeated.
    private static int blend(Picture sheet, int left, int top, double alongX, double alongY) {
        int x0 = Math.max(left, 0);
        int y0 = Math.max(top, 0);
        int x1 = Math.min(left + 1, sheet.width() - 1);
        int y1 = Math.min(top + 1, sheet.height() - 1);
        int a = sheet.at(x0, y0);
        int b = sheet.at(x1, y0);
        int c = sheet.at(x0, y1);
        int d = sheet.at(x1, y1);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double upper = (a >> shift & 0xff) * (1 - alongX) + (b >> shift & 0xff) * alongX;
            double lower = (c >> shift & 0xff) * (1 - alongX) + (d >> shift & 0xff) * alongX;
            rgb |= (int) Math.round(upper * (1 - alongY) + lower * alongY) << shift;
        }
        return rgb;
    }
}
