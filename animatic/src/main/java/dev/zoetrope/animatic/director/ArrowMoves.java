package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.Arrays;
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

    /// A panel has so many pixels of an arrow's ink for one of its arrows: more, and it is the ink of the drawing.
    private static final double FOREIGN = 1.6;

    /// So near to a side there are rests of frames.
    private static final double AT_RIM = 0.06;

    private ArrowMoves() {}

    /// The kind of move; nothing when there is no arrow, or when arrows do not agree.
    static Optional<Kind> of(Picture picture, Quad quad) {
        List<DrawnArrow> arrows = arrows(InkBlobs.of(picture, quad));
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

    /// An arrow and the ink it is drawn in.
    private record Drawn(InkBlobs.Blob blob, DrawnArrow arrow) {}

    /// The arrows that were drawn over the picture and are no part of it: their ink is found nowhere else.
    private static List<DrawnArrow> arrows(List<InkBlobs.Blob> blobs) {
        List<Drawn> shaped = blobs.stream()
                .filter(blob -> !isAtRim(blob))
                .flatMap(blob -> DrawnArrow.in(blob).map(arrow -> new Drawn(blob, arrow)).stream())
                .toList();
        return shaped.stream()
                .filter(drawn -> drawn.blob().alike() <= FOREIGN * inkOfArrows(shaped, drawn.blob()))
                .map(Drawn::arrow)
                .toList();
    }

    /// How many pixels of a blob's ink the arrows have together.
    private static int inkOfArrows(List<Drawn> arrows, InkBlobs.Blob blob) {
        return arrows.stream()
                .map(Drawn::blob)
                .filter(blob::isOfInk)
                .mapToInt(InkBlobs.Blob::count)
                .sum();
    }

    /// Whether all of it lies along one side of the panel, as the rest of a frame does.
    private static boolean isAtRim(InkBlobs.Blob blob) {
        return isAtRim(blob.x(), blob.width()) || isAtRim(blob.y(), blob.height());
    }

    private static boolean isAtRim(int[] places, int length) {
        var range = Arrays.stream(places).summaryStatistics();
        return range.getMax() < AT_RIM * length || range.getMin() > (1 - AT_RIM) * length;
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
