package dev.zoetrope.animatic.words;

import dev.zoetrope.animatic.Picture;

/// A picture without colour, a byte a pixel, row by row from the top left: 0 is black, 255 white.
///
/// The array is shared, not copied: whoever makes one must not write to it afterwards.
@SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: pictures are large
public record Grey(int width, int height, byte[] levels) {
    /// Shares of red, green and blue in brightness, of 256 (ITU-R BT.601).
    private static final int RED = 77;

    private static final int GREEN = 150;
    private static final int BLUE = 29;

    public Grey {
        if (width < 1 || height < 1 || levels.length != width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " cannot have " + levels.length + " pixels");
        }
    }

    /// The brightness of a picture.
    public static Grey of(Picture picture) {
        int[] pixels = picture.pixels();
        var levels = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            levels[i] = (byte) ((RED * (rgb >> 16 & 255) + GREEN * (rgb >> 8 & 255) + BLUE * (rgb & 255)) >> 8);
        }
        return new Grey(picture.width(), picture.height(), levels);
    }

    /// The level of a pixel, 0 to 255.
    public int at(int x, int y) {
        return levels[y * width + x] & 255;
    }

    /// A part of the picture, cut to what lies on it; at least a pixel.
    public Grey part(int left, int top, int right, int bottom) {
        int fromX = Math.clamp(left, 0, width - 1);
        int fromY = Math.clamp(top, 0, height - 1);
        int wide = Math.clamp(right, fromX + 1, width) - fromX;
        int high = Math.clamp(bottom, fromY + 1, height) - fromY;
        var part = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            System.arraycopy(levels, (fromY + y) * width + fromX, part, y * wide, wide);
        }
        return new Grey(wide, high, part);
    }

    /// The picture in another size. Each pixel is the mean of those it covers, so that thin strokes survive.
    Grey scaled(int toWidth, int toHeight) {
        return Scaling.scale(this, toWidth, toHeight);
    }
}
