package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Salience;

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

    /// A panel of which the crop to the film's ratio shows most of what there is to look at.
    static Ground of(Salience salience, double width, double height, double ratio) {
        double wide = Math.min(1, height * ratio / width);
        double high = Math.min(1, width / ratio / height);
        Quad.Point middle = salience.middle();
        return new Ground(
                width,
                height,
                (salience.left(wide) + wide / 2) * width,
                (salience.top(high) + high / 2) * height,
                new Quad.Point(middle.x() * width, middle.y() * height));
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
