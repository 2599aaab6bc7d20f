package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;
import java.util.ArrayList;
import java.util.List;

/// Lays what stands before a take's background over the rows of a frame, seen through a window of its own. Only
/// the parts of the frame in which it may be are computed. Its buffers are used again from frame to frame. One thread.
final class Front {
    private final Slanting slantedAdded = new Slanting();
    private final Slanting slantedMatte = new Slanting();
    private final List<Seat> seats = new ArrayList<>();
    private float[] sums = new float[0];
    private float[] covers = new float[0];
    private float[] under = new float[0];
    private boolean isStraight;
    private int width;
    private int pieces;

    /// Points at a plane of a frame; planes come in their order.
    void aim(Window window, Layers layers, int plane, FrameSize size) {
        isStraight = window.isStraight();
        width = size.width() / (plane == 0 ? 1 : 2);
        if (sums.length < size.width()) {
            sums = new float[size.width()];
            covers = new float[size.width()];
            under = new float[size.width()];
        }
        if (!isStraight) {
            Layers.Piece whole = layers.pieces().getFirst();
            slantedAdded.aim(window, whole.added(), plane, size);
            slantedMatte.aim(window, whole.matte(), plane, size);
            return;
        }
        pieces = layers.pieces().size();
        while (seats.size() < pieces) {
            seats.add(new Seat());
        }
        for (int i = 0; i < pieces; i++) {
            seats.get(i).aim(window, layers.pieces().get(i), plane, size);
        }
    }

    /// Lays it over one row of the plane aimed at.
    void lay(int y, float[] row) {
        if (!isStraight) {
            slantedAdded.row(y, sums);
            slantedMatte.row(y, covers);
            over(sums, covers, row, width);
            return;
        }
        for (int i = 0; i < pieces; i++) {
            Seat seat = seats.get(i);
            if (y >= seat.top && y < seat.top + seat.high) {
                seat.added.row(y - seat.top, sums);
                seat.matte.row(y - seat.top, covers);
                // Copied there and back: only at equal indexes can it be done eight at a time, see RowSum.
                System.arraycopy(row, seat.left, under, 0, seat.wide);
                over(sums, covers, under, seat.wide);
                System.arraycopy(under, 0, row, seat.left, seat.wide);
            }
        }
    }

    private static void over(float[] sums, float[] covers, float[] under, int count) {
        for (int i = 0; i < count; i++) {
            under[i] = under[i] - covers[i] * under[i] + sums[i];
        }
    }

    /// One piece before the camera, and the part of the frame in which it is seen, in samples of the plane.
    private static final class Seat {
        /// Frame samples by which the part is larger than what is in it: the filter's reach.
        private static final int REACH = 3;

        private final Scaling added = new Scaling();
        private final Scaling matte = new Scaling();
        private int left;
        private int top;
        private int wide;
        private int high;

        void aim(Window window, Layers.Piece piece, int plane, FrameSize size) {
            int share = plane == 0 ? 1 : 2;
            double unit = window.width() / size.width();
            Plate plate = piece.added();
            Plate.Plane luma = plate.planes()[0];
            double fromX = (plate.left() - window.x()) / unit + 0.5 * size.width();
            double fromY = (plate.top() - window.y()) / unit + 0.5 * size.height();
            int x = even(fromX - REACH, size.width());
            int y = even(fromY - REACH, size.height());
            int width = even(fromX + luma.width() / plate.scale() / unit + REACH + 2, size.width()) - x;
            int height = even(fromY + luma.height() / plate.scale() / unit + REACH + 2, size.height()) - y;
            left = x / share;
            top = y / share;
            wide = width / share;
            high = width <= 0 || height <= 0 ? 0 : height / share;
            if (high == 0) {
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
            added.aim(within, plate, plane, small);
            // Both planes of chroma have one matte, and it is aimed already.
            if (plane < 2) {
                matte.aim(within, piece.matte(), plane, small);
            }
        }

        private static int even(double place, int most) {
            return Math.clamp((int) Math.floor(place), 0, most) / 2 * 2;
        }
    }
}
