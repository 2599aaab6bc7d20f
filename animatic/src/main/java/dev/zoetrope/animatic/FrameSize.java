package dev.zoetrope.animatic;

/// The size of a film's frames in pixels; both sides are even, as 4:2:0 chroma needs.
public record FrameSize(int width, int height) {
    public FrameSize {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("frame sides must be even and at least 2, got " + width + "x" + height);
        }
    }

    /// Width divided by height.
    public double ratio() {
        return (double) width / height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
