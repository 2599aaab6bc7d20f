package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Timeline.Move;
import java.util.List;

/// A given way of the camera, laid onto a panel so that all of it lies inside: the camera begins as near as the way
/// needs room beside the frame, and where that would be too near, all its moves are made smaller alike. From pose to
/// pose it goes evenly; nothing is eased.
final class FollowedPath {
    /// The widest frame of the way shows at least this share of the width that a camera which stands would show.
    private static final double WIDEST = 0.65;

    /// The nearest frame shows at least this share: nearer, a drawing is a blur.
    private static final double NEAREST = 0.4;

    /// Steps in which the share of the way that fits is found: to a thousandth.
    private static final int HALVINGS = 10;

    /// Poses looked at between two keys.
    private static final int BETWEEN = 4;

    /// A roll that stays below this, in degrees, is not seen, and left out: an upright picture is sharper.
    private static final double LEAST_ROLL = 0.12;

    private final List<Move.Key> keys;
    private final Ground ground;
    private final double ratio;
    private final double cover;
    private final boolean rolls;
    private final double share;
    private final Extent extent;
    private final double wide;

    /// What the way needs, in widths of its first frame: how far its frames reach, and how wide they are.
    private record Extent(double left, double top, double right, double bottom, double widest, double nearest) {
        double wide() {
            return right - left;
        }

        double high() {
            return bottom - top;
        }
    }

    FollowedPath(Move move, Ground ground, double ratio) {
        this.keys = move.path();
        this.ground = ground;
        this.ratio = ratio;
        cover = Math.min(ground.width(), ground.height() * ratio);
        rolls = keys.stream().anyMatch(key -> Math.abs(key.pose().roll()) > LEAST_ROLL);
        share = fitting(Math.clamp(move.amount(), 0, 1));
        extent = extent(share);
        wide = wide(extent);
    }

    /// How much of the way fits.
    private double fitting(double most) {
        if (fits(most)) {
            return most;
        }
        double fits = 0;
        double fails = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (fits + fails) / 2;
            if (fits(middle)) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        return fits;
    }

    private boolean fits(double part) {
        Extent needed = extent(part);
        double unit = wide(needed);
        return unit * needed.widest >= WIDEST * cover && unit * needed.nearest >= NEAREST * cover;
    }

    /// How wide the first frame may be.
    private double wide(Extent needed) {
        return Math.min(ground.width() / needed.wide(), ground.height() / needed.high());
    }

    private Extent extent(double part) {
        double left = 0;
        double top = 0;
        double right = 0;
        double bottom = 0;
        double widest = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i <= Math.max(0, keys.size() - 1) * BETWEEN; i++) {
            Pose pose = between(i / BETWEEN, (double) (i % BETWEEN) / BETWEEN, part);
            double half = 0.5 / pose.scale();
            double turn = StrictMath.toRadians(Math.abs(pose.roll()));
            double reachX = half * (StrictMath.cos(turn) + StrictMath.sin(turn) / ratio);
            double reachY = half * (StrictMath.sin(turn) + StrictMath.cos(turn) / ratio);
            left = Math.min(left, pose.x() - reachX);
            right = Math.max(right, pose.x() + reachX);
            top = Math.min(top, pose.y() / ratio - reachY);
            bottom = Math.max(bottom, pose.y() / ratio + reachY);
            widest = Math.max(widest, 2 * half);
            nearest = Math.min(nearest, 2 * half);
        }
        return new Extent(left, top, right, bottom, widest, nearest);
    }

    /// The pose after a key, less far from the start than given by the share.
    private Pose between(int key, double after, double part) {
        if (keys.isEmpty()) {
            return Pose.START;
        }
        Pose pose = keys.get(key).pose();
        Pose whole = key + 1 < keys.size() ? pose.toward(keys.get(key + 1).pose(), after) : pose;
        Pose less = Pose.START.toward(whole, part);
        return rolls ? less : new Pose(less.x(), less.y(), less.scale(), 0);
    }

    /// The window at a time from 0 to 1.
    Window at(double time) {
        int key = 0;
        while (key + 1 < keys.size() && keys.get(key + 1).at() <= time) {
            key++;
        }
        double after = 0;
        if (key + 1 < keys.size()) {
            double gap = keys.get(key + 1).at() - keys.get(key).at();
            after = Math.clamp((time - keys.get(key).at()) / gap, 0, 1);
        }
        Pose pose = between(key, after, share);
        double middleX = ground.middleX(extent.wide() * wide);
        double middleY = ground.middleY(extent.high() * wide);
        return new Window(
                middleX + (pose.x() - (extent.left + extent.right) / 2) * wide,
                middleY + (pose.y() / ratio - (extent.top + extent.bottom) / 2) * wide,
                wide / pose.scale(),
                StrictMath.toRadians(pose.roll()),
                0);
    }
}
