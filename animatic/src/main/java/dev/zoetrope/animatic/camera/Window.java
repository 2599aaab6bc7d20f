package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;

/// What the camera sees of a panel in one frame: an upright panel's pixels, its height following from the film's ratio.
///
/// @param x of the centre
/// @param y of the centre
/// @param width in panel pixels
/// @param roll of the camera about its axis, in radians, clockwise
/// @param turn of the picture about the window's vertical middle line, in radians; its right side goes away when
/// positive
/// @param bulge how much nearer the heart is than the window is wide: there the picture is 1 / (1 - bulge) times as
/// large, while it and the edges stay where they are
/// @param heart of the bulge: right of and below the middle, in halves of the window's width and height
record Window(double x, double y, double width, double roll, double turn, double bulge, Quad.Point heart) {
    private static final Quad.Point MIDDLE = new Quad.Point(0, 0);

    /// A window without a bulge.
    Window(double x, double y, double width, double roll, double turn) {
        this(x, y, width, roll, turn, 0, MIDDLE);
    }

    /// Whether samples of a row of the film lie evenly on a row of the picture.
    boolean isStraight() {
        return roll == 0 && turn == 0 && bulge == 0;
    }

    /// The same view of other things, nearer and aside, but within what is seen now.
    ///
    /// @param nearer at least 1
    Window within(double nearer, double right, double down, double ratio) {
        double room = 0.5 * (width - width / nearer);
        return new Window(
                x + Math.clamp(right, -room, room),
                y + Math.clamp(down, -room / ratio, room / ratio),
                width / nearer,
                roll,
                turn,
                bulge,
                heart);
    }

    /// The window at a share of the way from this one to another.
    Window between(Window other, double share) {
        return new Window(
                x + share * (other.x - x),
                y + share * (other.y - y),
                width + share * (other.width - width),
                roll,
                turn,
                bulge,
                heart);
    }

    /// The window so much farther right, in panel pixels.
    Window right(double far) {
        return new Window(x + far, y, width, roll, turn, bulge, heart);
    }

    /// How far the eye is from the picture when it turns, in window widths: about a 35 mm lens.
    static final double DISTANCE = 1.6;
}
