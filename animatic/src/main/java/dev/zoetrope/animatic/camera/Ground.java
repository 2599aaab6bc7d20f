package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;

/// The upright panel, and where on it the camera should stay, as far as there is room beside the film's frame.
///
/// @param width in panel pixels
/// @param height in panel pixels
/// @param x of what should be seen
/// @param y of what should be seen
/// @param subject the middle of what stands out
record Ground(double width, double height, double x, double y, Quad.Point subject) {
    /// A panel to be seen by its middle.
    Ground(double width, double height) {
        this(width, height, width / 2, height / 2, new Quad.Point(width / 2, height / 2));
    }

    /// The middle of a window that needs `wide` of the width.
    double middleX(double wide) {
        return wide < width ? Math.clamp(x, wide / 2, width - wide / 2) : width / 2;
    }

    /// The middle of a window that needs `high` of the height.
    double middleY(double high) {
        return high < height ? Math.clamp(y, high / 2, height - high / 2) : height / 2;
    }
}
