package dev.zoetrope.animatic;

import java.util.Objects;

/// A decoded still picture. The pixels are sRGB, `0xRRGGBB`, row by row from the top left; alpha has been laid on
/// white.
///
/// The array is shared, not copied, for its size: whoever makes a picture must not write to it afterwards.
@SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: pictures are large
public record Picture(int width, int height, int[] pixels) {
    public Picture {
        Objects.requireNonNull(pixels, "pixels is null");
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "x" + height + " cannot have " + pixels.length + " pixels");
        }
    }

    /// The pixel at a place inside the picture, `0xRRGGBB`.
    public int at(int x, int y) {
        return pixels[y * width + x];
    }

    /// The whole picture as a quadrilateral.
    public Quad bounds() {
        return Quad.rectangle(0, 0, width, height);
    }
}
