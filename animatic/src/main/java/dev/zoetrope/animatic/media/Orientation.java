package dev.zoetrope.animatic.media;

import dev.zoetrope.animatic.Picture;

/// EXIF's eight orientations (EXIF 2.32, tag 0x0112).
final class Orientation {
    private Orientation() {}

    /// The picture as its camera was held.
    static Picture turn(Picture picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        boolean lying = orientation >= 5;
        int width = lying ? picture.height() : picture.width();
        int height = lying ? picture.width() : picture.height();
        int right = picture.width() - 1;
        int bottom = picture.height() - 1;
        int[] out = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = switch (orientation) {
                    case 2 -> picture.at(right - x, y);
                    case 3 -> picture.at(right - x, bottom - y);
                    case 4 -> picture.at(x, bottom - y);
                    case 5 -> picture.at(y, x);
                    case 6 -> picture.at(y, bottom - x);
                    case 7 -> picture.at(right - y, bottom - x);
                    case 8 -> picture.at(right - y, x);
                    default -> throw new IllegalStateException("orientation " + orientation);
                };
            }
        }
        return new Picture(width, height, out);
    }
}
