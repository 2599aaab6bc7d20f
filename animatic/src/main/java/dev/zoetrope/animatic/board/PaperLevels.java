package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.words.Grey;

/// How bright the paper of a sheet is at each place: the median of each square of what no panel covers, since writing
/// takes less than half of it. Squares without paper take after their neighbours.
final class PaperLevels {
    /// A square with a lesser share of paper says nothing.
    private static final double ENOUGH = 0.25;

    private final int side;
    private final int columns;
    private final int rows;
    private final int[] levels;

    PaperLevels(Grey grey, boolean[] covered, int side) {
        this.side = Math.max(8, side);
        columns = Math.ceilDiv(grey.width(), this.side);
        rows = Math.ceilDiv(grey.height(), this.side);
        levels = new int[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                levels[row * columns + column] = median(grey, covered, column, row);
            }
        }
        spread();
    }

    /// The paper at a place; squares are taken as even, which is enough for writing.
    int at(int x, int y) {
        return levels[y / side * columns + x / side];
    }

    private int median(Grey grey, boolean[] covered, int column, int row) {
        var histogram = new int[256];
        int count = 0;
        int area = 0;
        for (int y = row * side; y < Math.min(grey.height(), (row + 1) * side); y++) {
            for (int x = column * side; x < Math.min(grey.width(), (column + 1) * side); x++) {
                area++;
                if (!covered[y * grey.width() + x]) {
                    histogram[grey.at(x, y)]++;
                    count++;
                }
            }
        }
        if (count < ENOUGH * area) {
            return -1;
        }
        int level = 0;
        for (int below = histogram[0]; 2 * below < count; below += histogram[level]) {
            level++;
        }
        return level;
    }

    /// From the known to the unknown, square by square; a sheet without any paper counts as white.
    private void spread() {
        boolean isOpen = true;
        boolean found = true;
        while (isOpen && found) {
            isOpen = false;
            found = false;
            int[] before = levels.clone();
            for (int i = 0; i < levels.length; i++) {
                if (before[i] < 0) {
                    levels[i] = neighbour(before, i);
                    isOpen = true;
                    found |= levels[i] >= 0;
                }
            }
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] = levels[i] < 0 ? 255 : levels[i];
        }
    }

    private int neighbour(int[] before, int at) {
        int column = at % columns;
        int row = at / columns;
        int sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                if (before[y * columns + x] >= 0) {
                    sum += before[y * columns + x];
                    count++;
                }
            }
        }
        return count == 0 ? -1 : sum / count;
    }
}
