package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;
import org.jspecify.annotations.Nullable;

/// Lays what stands before a take's background over the rows of a frame, seen through a window of its own. Only
/// the part of the frame in which it may be is computed. Its buffers are used again from frame to frame. One thread.
final class Front {
    /// Frame samples by which the part is larger than what is in it: the filter's reach.
    private static final int REACH = 3;

    private final Scaling added = new Scaling();
    private final Scaling matte = new Scaling();
    private final Slanting slantedAdded = new Slanting();
    private final Slanting slantedMatte = new Slanting();
    private float[] sums = new float[0];
    private float[] covers = new float[0];
    private float[] under = new float[0];
    private boolean isStraight;
    private @Nullable Part part;

    /// A part of a plane of the frame, in samples.
    private record Part(int left, int top, int width, int height) {}

    /// Points at a plane of a frame.
    void aim(Window window, Layers layers, int plane, FrameSize size) {
        isStraight = window.isStraight();
        int share = plane == 0 ? 1 : 2;
        if (sums.length < size.width()) {
            sums = new float[size.width()];
            covers = new float[size.width()];
            under = new float[size.width()];
        }
        if (!isStraight) {
            part = new Part(0, 0, size.width() / share, size.height() / share);
            slantedAdded.aim(window, layers.added(), plane, size);
            slantedMatte.aim(window, layers.matte(), plane, size);
            return;
        }
        double unit = window.width() / size.width();
        Plate plate = layers.added();
        Plate.Plane luma = plate.planes()[0];
        double left = (plate.left() - window.x()) / unit + 0.5 * size.width();
        double top = (plate.top() - window.y()) / unit + 0.5 * size.height();
        int x = even(left - REACH, size.width());
        int y = even(top - REACH, size.height());
        int width = even(left + luma.width() / plate.scale() / unit + REACH + 2, size.width()) - x;
        int height = even(top + luma.height() / plate.scale() / unit + REACH + 2, size.height()) - y;
        if (width <= 0 || height <= 0) {
            part = null;
            return;
        }
        // The part is a smaller film of its own, whose samples lie on the film's.
        var within = new Window(
                window.x() + (x + 0.5 * (width - size.width())) * unit,
                window.y() + (y + 0.5 * (height - size.height())) * unit,
                width * unit,
                0,
                0);
        var small = new FrameSize(width, height);
        part = new Part(x / share, y / share, width / share, height / share);
        added.aim(within, layers.added(), plane, small);
        matte.aim(within, layers.matte(), plane, small);
    }

    private static int even(double place, int most) {
        return Math.clamp((int) Math.floor(place), 0, most) / 2 * 2;
    }

    /// Lays it over one row of the plane aimed at.
    void lay(int y, float[] row) {
        Part seen = part;
        if (seen == null || y < seen.top || y >= seen.top + seen.height) {
            return;
        }
        if (isStraight) {
            added.row(y - seen.top, sums);
            matte.row(y - seen.top, covers);
        } else {
            slantedAdded.row(y, sums);
            slantedMatte.row(y, covers);
        }
        // Copied there and back: only at equal indexes can it be done eight at a time, see RowSum.
        System.arraycopy(row, seen.left, under, 0, seen.width);
        over(sums, covers, under, seen.width);
        System.arraycopy(under, 0, row, seen.left, seen.width);
    }

    private static void over(float[] sums, float[] covers, float[] under, int count) {
        for (int i = 0; i < count; i++) {
            under[i] = under[i] - covers[i] * under[i] + sums[i];
        }
    }
}
