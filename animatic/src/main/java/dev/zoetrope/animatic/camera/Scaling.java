package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;

/// Resamples one plane of a plate for an upright window: sideways first, on the plate's columns, then downwards. In
/// both steps whole rows are summed ([RowSum]); between them the samples are turned over, a block at a time.
///
/// Its buffers are used again from frame to frame. One thread.
public final class Scaling {
    private final float[][] block = new float[RowSum.BLOCK][0];
    private float[][] rows = new float[0][0];
    private float[] weights = new float[0];
    private int width;
    private int height;
    private int taps;
    private double step;
    private double top;

    /// Points at a window and does the sideways step.
    ///
    /// @param plate that is filmed
    /// @param plane 0 for luma, 1 and 2 for chroma
    /// @param size of the film's frames
    void aim(Window window, Plate plate, int plane, FrameSize size) {
        Plate.Plane source = plate.planes()[plane];
        int share = plane == 0 ? 1 : 2;
        int wide = size.width() / share;
        int high = size.height() / share;
        double toPlate = plate.scale() / share;
        step = window.width() / size.width() * plate.scale();
        taps = Kernel.cubicTaps(step);
        // Chroma is sited left: its sample i lies on luma sample 2i, and between two luma rows.
        double siteX = plane == 0 ? 0.5 : 0.25;
        double left = (window.x() - plate.left()) * toPlate + step * (siteX - 0.5 * wide) - 0.5;
        top = (window.y() - plate.top()) * toPlate + step * (0.5 - 0.5 * high) - 0.5;
        width = wide;
        height = source.height();
        reserve();
        int from = inside((int) Math.floor(top) - taps / 2, height) + Plate.MARGIN;
        int to = inside((int) Math.floor(top + step * (high - 1)) - taps / 2 + 2, height) + Plate.MARGIN + taps;
        sideways(source, left, Math.max(0, from), Math.min(to, height + 2 * Plate.MARGIN));
    }

    private void reserve() {
        int padded = (width + RowSum.BLOCK - 1) / RowSum.BLOCK * RowSum.BLOCK;
        int tall = height + 2 * Plate.MARGIN;
        if (rows.length < tall || rows[0].length < padded) {
            rows = new float[Math.max(tall, rows.length)][padded];
        }
        if (block[0].length < tall) {
            for (int i = 0; i < block.length; i++) {
                block[i] = new float[tall];
            }
        }
        if (weights.length < taps) {
            weights = new float[taps];
        }
    }

    private void sideways(Plate.Plane source, double left, int from, int to) {
        for (int x = 0; x < width; x += RowSum.BLOCK) {
            int count = Math.min(RowSum.BLOCK, width - x);
            for (int i = 0; i < count; i++) {
                int first = Kernel.cubic(left + step * (x + i), step, taps, weights, 0);
                int at = inside(first, source.width()) + Plate.MARGIN;
                RowSum.of(source.columns(), at, weights, 0, taps, block[i], to);
            }
            RowSum.transpose(block, rows, x, from, to);
        }
    }

    /// Computes one row of samples, as fractions of code values.
    void row(int y, float[] out) {
        int first = Kernel.cubic(top + step * y, step, taps, weights, 0);
        RowSum.of(rows, inside(first, height) + Plate.MARGIN, weights, 0, taps, out, width);
    }

    /// The margin is wide enough for every window inside the panel; rounding must not make it an array error.
    private int inside(int first, int length) {
        return Math.clamp(first, -Plate.MARGIN, length + Plate.MARGIN - taps);
    }
}
