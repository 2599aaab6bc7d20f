package dev.zoetrope.animatic.camera;

/// What the camera sees of a panel in one frame: an upright panel's pixels, its height following from the film's ratio.
///
/// @param x of the centre
/// @param y of the centre
/// @param width in panel pixels
/// @param roll of the camera about its axis, in radians, clockwise
/// @param turn of the picture about the window's vertical middle line, in radians; its right side goes away when
/// positive
record Window(double x, double y, double width, double roll, double turn) {
    /// How far the eye is from the picture when it turns, in window widths: about a 35 mm lens.
    static final double DISTANCE = 1.6;
}
