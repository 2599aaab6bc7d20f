package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Repairs panels by what their neighbours look like: when most panels are equal and stand in a grid, a panel
/// of which only a part was found gets its whole cell, and a faint one that was missed is put in.
///
/// @param columns the cells' extents from left to right
/// @param rows the cells' extents from top to bottom
record GridPrior(List<Extent> columns, List<Extent> rows) {
    /// From where to where a column or row of cells reaches.
    record Extent(int from, int to) {}

    /// Widths and heights of equal panels differ by less: a frame cut off by the sheet's edge is forgiven.
    static final double ALIKE = 0.05;

    /// So many equal panels make a grid, if they hold half of all panel area.
    private static final int LEAST_EQUALS = 3;

    /// What lies in a cell by this share of its area belongs to it.
    private static final double INSIDE = 0.8;

    /// A panel filled to this share that covers its cell to this share is no fragment, even if it is larger.
    private static final double SOLID = 0.95;

    /// A cell with less ink than this is empty.
    private static final double LEAST_INK = 0.02;

    /// Ink that spreads over less of a cell is a caption or a page number.
    private static final double LEAST_SPREAD = 0.5;

    static List<Found> apply(Foreground foreground, List<Found> panels) {
        List<Found> whole = withoutNested(panels);
        return of(whole).map(grid -> grid.complete(foreground, whole)).orElse(whole);
    }

    /// Fragments that lie on one another are one panel.
    private static List<Found> withoutNested(List<Found> panels) {
        var kept = new ArrayList<Found>();
        panels.stream()
                .sorted(Comparator.comparingLong((Found panel) -> -panel.box().area()))
                .filter(panel -> kept.stream().noneMatch(other -> other.box().overlap(panel.box()) > 0.5))
                .forEach(kept::add);
        return kept;
    }

    /// The grid that most panels stand in, if they do.
    static Optional<GridPrior> of(List<Found> panels) {
        List<Box> equals = List.of();
        for (Found panel : panels) {
            List<Box> alike = panels.stream()
                    .map(Found::box)
                    .filter(other -> other.isAlike(panel.box(), ALIKE))
                    .toList();
            equals = alike.size() > equals.size() ? alike : equals;
        }
        long held = equals.stream().mapToLong(Box::area).sum();
        long all = panels.stream().mapToLong(panel -> panel.box().area()).sum();
        if (equals.size() < LEAST_EQUALS || 2 * held < all) {
            return Optional.empty();
        }
        List<Extent> columns = extents(equals, Box::left, Box::right);
        List<Extent> rows = extents(equals, Box::top, Box::bottom);
        return isApart(columns) && isApart(rows) ? Optional.of(new GridPrior(columns, rows)) : Optional.empty();
    }

    /// Groups edges that lie together and takes the median of each group.
    private static List<Extent> extents(List<Box> boxes, ToIntFunction<Box> from, ToIntFunction<Box> to) {
        List<Box> sorted = boxes.stream().sorted(Comparator.comparingInt(from)).toList();
        var extents = new ArrayList<Extent>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            Box first = sorted.get(start);
            int reach = (to.applyAsInt(first) - from.applyAsInt(first)) / 8;
            if (i == sorted.size() || from.applyAsInt(sorted.get(i)) - from.applyAsInt(first) > reach) {
                List<Box> group = sorted.subList(start, i);
                extents.add(new Extent(median(group, from), median(group, to)));
                start = i;
            }
        }
        return extents;
    }

    private static int median(List<Box> boxes, ToIntFunction<Box> edge) {
        int[] edges = boxes.stream().mapToInt(edge).sorted().toArray();
        return edges[edges.length / 2];
    }

    private static boolean isApart(List<Extent> extents) {
        for (int i = 1; i < extents.size(); i++) {
            if (extents.get(i).from() < extents.get(i - 1).to()) {
                return false;
            }
        }
        return true;
    }

    List<Box> cells() {
        var cells = new ArrayList<Box>();
        for (Extent row : rows) {
            for (Extent column : columns) {
                cells.add(new Box(column.from(), row.from(), column.to(), row.to()));
            }
        }
        return cells;
    }

    private List<Found> complete(Foreground foreground, List<Found> panels) {
        List<Box> cells = cells();
        var taken = new boolean[cells.size()];
        var complete = new ArrayList<Found>();
        List<Found> largestFirst = panels.stream()
                .sorted(Comparator.comparingLong((Found panel) -> -panel.box().area()))
                .toList();
        for (Found panel : largestFirst) {
            int cell = cellOf(cells, panel.box());
            if (cell < 0) {
                complete.add(panel);
            } else if (!taken[cell]) {
                taken[cell] = true;
                boolean isWhole = panel.box().isAlike(cells.get(cell), ALIKE)
                        || (panel.fill() >= SOLID
                                && panel.box().intersection(cells.get(cell)).area()
                                        >= SOLID * cells.get(cell).area());
                complete.add(isWhole ? panel : panel.at(cells.get(cell)));
            }
        }
        for (int cell = 0; cell < taken.length; cell++) {
            Box box = cells.get(cell);
            boolean isFree = !taken[cell]
                    && complete.stream().allMatch(other -> other.box().overlap(box) < 0.1);
            if (isFree && isDrawnOn(foreground, box)) {
                complete.add(new Found(box, 1 - LEAST_SPREAD));
            }
        }
        return complete;
    }

    private static int cellOf(List<Box> cells, Box box) {
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.get(cell).intersection(box).area() >= INSIDE * box.area()) {
                return cell;
            }
        }
        return -1;
    }

    private static boolean isDrawnOn(Foreground foreground, Box box) {
        var columns = new boolean[box.width()];
        var rows = new boolean[box.height()];
        long ink = 0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                if (foreground.at(x, y)) {
                    ink++;
                    columns[x - box.left()] = true;
                    rows[y - box.top()] = true;
                }
            }
        }
        return ink >= LEAST_INK * box.area() && spread(columns) >= LEAST_SPREAD && spread(rows) >= LEAST_SPREAD;
    }

    private static double spread(boolean[] marks) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i]) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? 0 : (double) (last - first + 1) / marks.length;
    }
}
