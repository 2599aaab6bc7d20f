package dev.zoetrope.animatic.camera;

import java.util.Arrays;

/// Work on the shapes of a grid of cells that are in or out.
final class Shapes {
    /// A shape of fewer cells, as a share of all, is a star, a drop of rain or a blot.
    private static final double LEAST = 0.003;

    /// The lowest cell of a thing that stands is below this share of the height: what ends above hangs in the sky, and
    /// may well be the farthest of all, as sun and moon are.
    private static final double STANDING = 0.6;

    private final int columns;
    private final int rows;

    Shapes(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static int area(boolean[] cells) {
        int count = 0;
        for (boolean cell : cells) {
            count += cell ? 1 : 0;
        }
        return count;
    }

    /// With its gaps closed: the narrow ones, and holes that lie wholly inside.
    boolean[] closed(boolean[] cells, int reach) {
        boolean[] grown = grown(cells, reach);
        boolean[] closed = inverse(grown(inverse(grown), reach));
        // Growing stops at the border, and so would shrinking begin there: what was in stays in.
        for (int i = 0; i < closed.length; i++) {
            closed[i] |= cells[i];
        }
        boolean[] isOutside = new boolean[cells.length];
        int[] queue = new int[cells.length];
        for (int x = 0; x < columns; x++) {
            flood(closed, false, x, isOutside, queue);
        }
        for (int y = 0; y < rows; y++) {
            flood(closed, false, y * columns, isOutside, queue);
            flood(closed, false, y * columns + columns - 1, isOutside, queue);
        }
        for (int x = 0; x < columns; x++) {
            flood(closed, false, (rows - 1) * columns + x, isOutside, queue);
        }
        return inverse(isOutside);
    }

    /// Without the shapes that are small.
    boolean[] large(boolean[] cells) {
        return kept(cells, (int) Math.ceil(LEAST * cells.length), 0);
    }

    /// Only the shapes that stand.
    boolean[] standing(boolean[] cells) {
        return kept(cells, 1, (int) Math.ceil(STANDING * rows));
    }

    private boolean[] kept(boolean[] cells, int least, int floor) {
        boolean[] kept = new boolean[cells.length];
        boolean[] isSeen = new boolean[cells.length];
        int[] queue = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int count = flood(cells, true, i, isSeen, queue);
            int lowest = 0;
            for (int k = 0; k < count; k++) {
                lowest = Math.max(lowest, queue[k] / columns);
            }
            for (int k = 0; k < count && count >= least && lowest >= floor; k++) {
                kept[queue[k]] = true;
            }
        }
        return kept;
    }

    /// Finds the shape that a cell is of.
    ///
    /// @param kind whether cells that are in or that are out
    /// @param isSeen is set for its cells; none when the cell is already
    /// @param queue gets its cells
    /// @return how many
    private int flood(boolean[] cells, boolean kind, int start, boolean[] isSeen, int[] queue) {
        if (isSeen[start] || cells[start] != kind) {
            return 0;
        }
        isSeen[start] = true;
        queue[0] = start;
        int end = 1;
        for (int at = 0; at < end; at++) {
            int cell = queue[at];
            int x = cell % columns;
            int[] neighbours = {
                x > 0 ? cell - 1 : cell, x < columns - 1 ? cell + 1 : cell, cell - columns, cell + columns
            };
            for (int next : neighbours) {
                if (next >= 0 && next < cells.length && !isSeen[next] && cells[next] == kind) {
                    isSeen[next] = true;
                    queue[end++] = next;
                }
            }
        }
        return end;
    }

    /// The length of the outline beside that of a square of the same area. The grid's own edge is no outline.
    double raggedness(boolean[] cells) {
        int length = 0;
        for (int i = 0; i < cells.length; i++) {
            length += i % columns > 0 && cells[i] != cells[i - 1] ? 1 : 0;
            length += i >= columns && cells[i] != cells[i - columns] ? 1 : 0;
        }
        return length / (4 * Math.sqrt(Math.max(1, area(cells))));
    }

    /// Larger by so many cells on all sides.
    boolean[] grown(boolean[] cells, int reach) {
        boolean[] wide = new boolean[cells.length];
        for (int y = 0; y < rows; y++) {
            int far = -1;
            for (int x = 0; x < columns; x++) {
                int cell = y * columns + x;
                if (cells[cell]) {
                    Arrays.fill(
                            wide,
                            y * columns + Math.max(far, Math.max(0, x - reach)),
                            y * columns + Math.min(columns, x + reach + 1),
                            true);
                    far = x;
                }
            }
        }
        boolean[] grown = new boolean[cells.length];
        for (int y = 0; y < rows; y++) {
            for (int near = Math.max(0, y - reach); near <= Math.min(rows - 1, y + reach); near++) {
                for (int x = 0; x < columns; x++) {
                    grown[y * columns + x] |= wide[near * columns + x];
                }
            }
        }
        return grown;
    }

    private static boolean[] inverse(boolean[] cells) {
        boolean[] inverse = new boolean[cells.length];
        for (int i = 0; i < cells.length; i++) {
            inverse[i] = !cells[i];
        }
        return inverse;
    }

    /// From 0 to 1 over the edge: two means over `reach` cells to each side, one after the other.
    float[] softened(boolean[] cells, int reach) {
        float[] soft = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            soft[i] = cells[i] ? 1 : 0;
        }
        for (int pass = 0; pass < 2; pass++) {
            soft = mean(mean(soft, reach, 1, columns), reach, columns, rows);
        }
        return soft;
    }

    /// Means along rows (`step` 1) or columns, the edge repeated.
    private float[] mean(float[] cells, int reach, int step, int length) {
        float[] out = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int place = i / step % length;
            float sum = 0;
            for (int k = -reach; k <= reach; k++) {
                sum += cells[i + (Math.clamp(place + k, 0, length - 1) - place) * step];
            }
            out[i] = sum / (2 * reach + 1);
        }
        return out;
    }
}
