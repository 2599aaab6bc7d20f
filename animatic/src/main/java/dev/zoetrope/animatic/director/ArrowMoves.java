package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import java.util.Optional;

/// The move that arrows drawn over a panel ask for, as boards draw it: one arrow is the way of the camera, or of what
/// it
/// follows, and either way the camera goes there; arrows from all sides towards the middle push in, away from it pull
/// out.
final class ArrowMoves {
    /// An arrow is level or upright when it is this near to it: the sine of some 35 degrees.
    private static final double NEAR = 0.574;

    /// Arrows point inwards when they do so by this share of their direction, in the mean.
    private static final double INWARDS = 0.6;

    private ArrowMoves() {}

    /// The kind of move; nothing when there is no arrow, or when arrows do not agree.
    static Optional<Kind> of(Picture picture, Quad quad) {
        List<DrawnArrow> arrows = InkBlobs.of(picture, quad).stream()
                .flatMap(blob -> DrawnArrow.in(blob).stream())
                .toList();
        if (arrows.isEmpty()) {
            return Optional.empty();
        }
        if (arrows.size() > 1) {
            Optional<Kind> inOrOut = towardsTheMiddle(arrows);
            if (inOrOut.isPresent()) {
                return inOrOut;
            }
        }
        Optional<Kind> first = along(arrows.getFirst());
        return arrows.stream().allMatch(arrow -> along(arrow).equals(first)) ? first : Optional.empty();
    }

    private static Optional<Kind> towardsTheMiddle(List<DrawnArrow> arrows) {
        double inwards = 0;
        double across = 0;
        double down = 0;
        for (DrawnArrow arrow : arrows) {
            double x = 0.5 - arrow.x();
            double y = 0.5 - arrow.y();
            double far = Math.max(1e-9, StrictMath.hypot(x, y));
            inwards += (x * arrow.dx() + y * arrow.dy()) / far / arrows.size();
            across += arrow.dx() / arrows.size();
            down += arrow.dy() / arrows.size();
        }
        // Arrows that all go one way are no zoom, wherever they stand.
        if (StrictMath.hypot(across, down) > 0.5 || Math.abs(inwards) < INWARDS) {
            return Optional.empty();
        }
        return Optional.of(inwards > 0 ? Kind.PUSH_IN : Kind.PULL_OUT);
    }

    private static Optional<Kind> along(DrawnArrow arrow) {
        if (Math.abs(arrow.dy()) <= NEAR) {
            return Optional.of(arrow.dx() > 0 ? Kind.PAN_RIGHT : Kind.PAN_LEFT);
        }
        if (Math.abs(arrow.dx()) <= NEAR) {
            return Optional.of(arrow.dy() > 0 ? Kind.TILT_DOWN : Kind.TILT_UP);
        }
        return Optional.empty();
    }
}
