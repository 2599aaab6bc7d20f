package dev.zoetrope.animatic.motion;

/// A similarity: where a pixel of one frame lies in another, both counted from the middle of the frame. It shifts,
/// scales and turns, as a camera does that pans, goes nearer and rolls before something far or flat.
///
/// @param a scale times the cosine of the turn
/// @param b scale times the sine of the turn
/// @param x shift in pixels
/// @param y shift in pixels
record Warp(double a, double b, double x, double y) {
    static final Warp NONE = new Warp(1, 0, 0, 0);

    double scale() {
        return StrictMath.hypot(a, b);
    }

    /// First the other, then this.
    Warp after(Warp first) {
        return new Warp(
                a * first.a - b * first.b,
                b * first.a + a * first.b,
                a * first.x - b * first.y + x,
                b * first.x + a * first.y + y);
    }

    /// The way back.
    Warp inverse() {
        double square = a * a + b * b;
        double c = a / square;
        double d = -b / square;
        return new Warp(c, d, -(c * x - d * y), -(d * x + c * y));
    }

    /// The same on frames of another size.
    ///
    /// @param times larger
    Warp resized(double times) {
        return new Warp(a, b, x * times, y * times);
    }
}
