package dev.zoetrope.animatic.camera;

import java.util.Arrays;

/// How high the wall is around each cell of a grid: of all ways to it from the border, the one on which the levels stay
/// nearest together counts. A sky that darkens evenly costs nothing; what is enclosed by an outline costs the outline.
///
/// The minimum barrier distance, approached by a few sweeps there and back (Zhang et al., "Minimum Barrier Salient
/// Object Detection at 80 FPS", 2015). One thread.
final class Barrier {
    /// Sweeps, there and back in turn: a fifth changes next to nothing.
    private static final int SWEEPS = 4;

    private final int columns;
    private final int rows;
    private final float[] high;
    private final float[] low;

    Barrier(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        high = new float[columns * rows];
        low = new float[columns * rows];
    }

    /// Adds the walls of one channel to those of others.
    ///
    /// @param levels of the cells, row by row
    /// @param isBorder where the ways begin
    /// @param walls get the sums
    void add(float[] levels, boolean[] isBorder, float[] walls) {
        float[] own = new float[levels.length];
        Arrays.fill(own, Float.MAX_VALUE);
        System.arraycopy(levels, 0, high, 0, levels.length);
        System.arraycopy(levels, 0, low, 0, levels.length);
        for (int i = 0; i < own.length; i++) {
            own[i] = isBorder[i] ? 0 : Float.MAX_VALUE;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            int step = sweep % 2 == 0 ? 1 : -1;
            for (int k = 0; k < rows; k++) {
                int row = step > 0 ? k : rows - 1 - k;
                sweep(row * columns, step, k > 0, levels, own);
            }
        }
        for (int i = 0; i < own.length; i++) {
            walls[i] += own[i];
        }
    }

    /// One row, from the left or from the right.
    private void sweep(int start, int step, boolean hasBefore, float[] levels, float[] own) {
        int cell = step > 0 ? start : start + columns - 1;
        for (int x = 0; x < columns; x++) {
            if (x > 0) {
                come(cell, cell - step, levels, own);
            }
            if (hasBefore) {
                come(cell, cell - step * columns, levels, own);
            }
            cell += step;
        }
    }

    private void come(int cell, int from, float[] levels, float[] own) {
        if (own[from] == Float.MAX_VALUE) {
            return;
        }
        float upper = Math.max(high[from], levels[cell]);
        float lower = Math.min(low[from], levels[cell]);
        if (upper - lower < own[cell]) {
            own[cell] = upper - lower;
            high[cell] = upper;
            low[cell] = lower;
        }
    }
}
