package dev.zoetrope.animatic.board;

/// An upright box in whole pixels of a [Canvas]; right and bottom are the first pixels outside it.
public record Box(int left, int top, int right, int bottom) {
    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    long area() {
        return isEmpty() ? 0 : (long) width() * height();
    }

    int shorter() {
        return Math.min(width(), height());
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    double centreX() {
        return (left + right) / 2.0;
    }

    double centreY() {
        return (top + bottom) / 2.0;
    }

    Box intersection(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    Box hull(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /// The share of the smaller of the two that lies in both.
    double overlap(Box other) {
        long smaller = Math.min(area(), other.area());
        return smaller == 0 ? 0 : (double) intersection(other).area() / smaller;
    }

    /// True when both have the same width and height within a share of them.
    boolean isAlike(Box other, double tolerance) {
        return Math.abs(width() - other.width()) <= tolerance * Math.max(width(), other.width())
                && Math.abs(height() - other.height()) <= tolerance * Math.max(height(), other.height());
    }

    /// The same box seen along the diagonal: x and y exchanged.
    Box flipped() {
        return new Box(/* left= */ top, /* top= */ left, /* right= */ bottom, /* bottom= */ right);
    }

    /// The same box seen in a mirror that stands at x = 0: what lay to the right lies to the left.
    Box mirrored() {
        return new Box(-right, top, -left, bottom);
    }

    Box inset(int leftBy, int topBy, int rightBy, int bottomBy) {
        return new Box(left + leftBy, top + topBy, right - rightBy, bottom - bottomBy);
    }
}
