package dev.zoetrope.animatic;

/// Where a camera looks, told against the frame with which its way began.
///
/// @param x how far the frame's middle has gone to the right, in widths of the first frame
/// @param y how far it has gone down, in heights of the first frame
/// @param scale how near it is: 1.1 shows a tenth less in width than the first frame, and all of it a tenth larger
/// @param roll how far the camera has rolled about its axis, in degrees, clockwise
public record Pose(double x, double y, double scale, double roll) {
    /// As at the beginning.
    public static final Pose START = new Pose(0, 0, 1, 0);

    /// The pose part of the way to another; in between scales grow evenly in ratio.
    ///
    /// @param share from 0, here, to 1, there
    public Pose toward(Pose other, double share) {
        return new Pose(
                x + share * (other.x - x),
                y + share * (other.y - y),
                scale * StrictMath.pow(other.scale / scale, share),
                roll + share * (other.roll - roll));
    }

    /// The same place told against another frame of the way, so that `first` itself becomes [#START].
    ///
    /// @param ratio of the frame, width by height
    public Pose from(Pose first, double ratio) {
        double right = x - first.x;
        double down = (y - first.y) / ratio;
        double turn = StrictMath.toRadians(first.roll);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        return new Pose(
                first.scale * (cos * right + sin * down),
                first.scale * (cos * down - sin * right) * ratio,
                scale / first.scale,
                roll - first.roll);
    }
}
