package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.List;

/// Finds the lines of writing in a part of a sheet, by the rows and columns in which there is ink.
final class InkLines {
    /// Fewer pixels high is a speck.
    private static final int LEAST_HEIGHT = 5;

    /// A line this much lower than the others is a part of its neighbour: dots, quotes, an underline.
    private static final double PART = 0.45;

    /// Parts of a line lie this near to it, as a share of a line's height.
    private static final double NEAR = 0.35;

    private InkLines() {}

    /// The lines from the top down, each as narrow as its ink.
    static List<Box> of(Ink ink, Box where) {
        return of(ink, where, Integer.MAX_VALUE);
    }

    /// The same where it is known how tall lines are at most: a title must not make parts of the lines below it.
    static List<Box> of(Ink ink, Box where, int tallest) {
        Box area = where.intersection(new Box(0, 0, ink.width(), ink.height()));
        if (area.isEmpty()) {
            return List.of();
        }
        var rows = new ArrayList<int[]>();
        int start = -1;
        for (int y = area.top(); y <= area.bottom(); y++) {
            boolean isInked = y < area.bottom() && isInked(ink, area, y);
            if (isInked && start < 0) {
                start = y;
            } else if (!isInked && start >= 0) {
                rows.add(new int[] {start, y});
                start = -1;
            }
        }
        return joined(rows, tallest).stream()
                .filter(row -> row[1] - row[0] >= LEAST_HEIGHT)
                .map(row -> narrowed(ink, new Box(area.left(), row[0], area.right(), row[1])))
                .toList();
    }

    private static boolean isInked(Ink ink, Box area, int y) {
        for (int x = area.left(); x < area.right(); x++) {
            if (ink.at(x, y)) {
                return true;
            }
        }
        return false;
    }

    /// Puts the low pieces to the line they belong to.
    private static List<int[]> joined(List<int[]> rows, int most) {
        int tallest = Math.min(
                most, rows.stream().mapToInt(row -> row[1] - row[0]).max().orElse(0));
        var joined = new ArrayList<int[]>();
        for (int[] row : rows) {
            int[] last = joined.isEmpty() ? null : joined.getLast();
            boolean isNear = last != null && row[0] - last[1] <= NEAR * tallest;
            boolean isPart = last != null
                    && Math.min(row[1] - row[0], last[1] - last[0]) < PART * tallest
                    && row[1] - last[0] < 1.4 * tallest;
            if (last != null && isNear && isPart) {
                last[1] = row[1];
            } else {
                joined.add(row.clone());
            }
        }
        return joined;
    }

    private static Box narrowed(Ink ink, Box line) {
        int left = line.right();
        int right = line.left();
        for (int y = line.top(); y < line.bottom(); y++) {
            for (int x = line.left(); x < line.right(); x++) {
                if (ink.at(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                }
            }
        }
        return new Box(left, line.top(), right, line.bottom());
    }

    /// The columns that parts of a table share: cuts the parts where none of them has ink over at least a width.
    ///
    /// @return the columns' left and right sides
    static List<int[]> columns(Ink ink, List<Box> parts, int gap) {
        int left = parts.stream().mapToInt(Box::left).min().orElse(0);
        int right = parts.stream().mapToInt(Box::right).max().orElse(0);
        var inked = new boolean[Math.max(0, right - left)];
        for (Box part : parts) {
            Box area = part.intersection(new Box(0, 0, ink.width(), ink.height()));
            for (int y = area.top(); y < area.bottom(); y++) {
                for (int x = area.left(); x < area.right(); x++) {
                    inked[x - left] |= ink.at(x, y);
                }
            }
        }
        var columns = new ArrayList<int[]>();
        int end = Integer.MIN_VALUE;
        for (int x = 0; x < inked.length; x++) {
            if (!inked[x]) {
                continue;
            }
            if (columns.isEmpty() || x - end > gap) {
                columns.add(new int[] {left + x, left + x + 1});
            }
            columns.getLast()[1] = left + x + 1;
            end = x;
        }
        return columns;
    }

    /// The height of the middle one of some lines, 0 without any.
    static int usualHeight(List<Box> lines) {
        int[] heights = lines.stream().mapToInt(Box::height).sorted().toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }

    /// Only the lines of the first block: up to a gap wider than between lines of a text.
    static List<Box> firstBlock(List<Box> lines) {
        double most = 1.3 * Math.max(8, usualHeight(lines));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).top() - lines.get(i - 1).bottom() > most) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    /// Only the lines of the last block.
    static List<Box> lastBlock(List<Box> lines) {
        double most = 1.3 * Math.max(8, usualHeight(lines));
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).top() - lines.get(i - 1).bottom() > most) {
                return lines.subList(i, lines.size());
            }
        }
        return lines;
    }
}
