package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Puts panels in the order in which they are read: left to right in rows, rows from top to bottom.
///
/// The page is cut in two or more again and again, always at the cleanest cut there is, and into rows before columns
/// when both are equally clean, unless the rows are ragged and the columns are not. So a page of columns, whose panels
/// stand at different heights, is read column by column, even if a gap or two of them meet. The recursive cut is the
/// X-Y cut of Nagy and Seth (1984) with growing tolerance.
final class ReadingOrder {
    /// How much of the smaller panel may reach over a cut; tried one after the other.
    private static final double[] OVERLAPS = {0.04, 0.1, 0.25, 0.4};

    /// Columns with a gap of this share of a panel between them are clearly apart. Rows with a smaller one may be
    /// columns whose panels happen to end at one height.
    private static final double APART = 0.03;

    /// Panels of one row begin and end at the same height, within this share of it.
    private static final double ALIGNED = 0.06;

    /// Whoever lays out rows by hand is off by less.
    private static final double RAGGED = 0.15;

    private static final Comparator<Box> BY_TOP = Comparator.comparingInt(Box::top)
            .thenComparingInt(Box::left)
            .thenComparingInt(Box::bottom)
            .thenComparingInt(Box::right);

    private ReadingOrder() {}

    /// Right to left is left to right in a mirror.
    static List<Found> of(List<Found> panels, boolean rightToLeft) {
        return sort(panels, panel -> rightToLeft ? panel.box().mirrored() : panel.box());
    }

    /// The rows that a page falls into, none reaching far into the next.
    static List<List<Found>> rows(List<Found> panels) {
        return panels.isEmpty() ? List.of() : cut(panels, Found::box, OVERLAPS[OVERLAPS.length - 1]);
    }

    static <T> List<T> sort(List<T> things, Function<T, Box> box) {
        if (things.size() < 2) {
            return things;
        }
        List<List<T>> columnsApart = cut(things, box.andThen(Box::flipped), -APART);
        if (columnsApart.size() > 1 && cut(things, box, -APART).size() < 2 && isStaggered(things, box)) {
            return columnsApart.stream()
                    .flatMap(column -> sort(column, box).stream())
                    .toList();
        }
        for (double overlap : OVERLAPS) {
            List<List<T>> rows = cut(things, box, overlap);
            Function<T, Box> flipped = box.andThen(Box::flipped);
            List<List<T>> columns = cut(things, flipped, overlap);
            boolean areColumns =
                    columns.size() > 1 && areTidy(columns, flipped, ALIGNED) && !areTidy(rows, box, RAGGED);
            if (rows.size() > 1 && !areColumns) {
                return rows.stream().flatMap(row -> sort(row, box).stream()).toList();
            }
            if (columns.size() > 1) {
                return columns.stream()
                        .flatMap(column -> sort(column, box).stream())
                        .toList();
            }
        }
        return things.stream().sorted(Comparator.comparing(box, BY_TOP)).toList();
    }

    /// True when whatever stands side by side in a row reaches from the row's top to its bottom. Columns whose gaps
    /// happen to meet make rows that are ragged.
    private static <T> boolean areTidy(List<List<T>> rows, Function<T, Box> box, double slack) {
        return rows.stream().allMatch(row -> {
            int top = top(row, box);
            int bottom = bottom(row, box);
            double most = slack * (bottom - top);
            return cut(row, box.andThen(Box::flipped), OVERLAPS[0]).stream()
                    .allMatch(part -> top(part, box) - top <= most && bottom - bottom(part, box) <= most);
        });
    }

    private static <T> int top(List<T> things, Function<T, Box> box) {
        return things.stream().map(box).mapToInt(Box::top).min().orElseThrow();
    }

    private static <T> int bottom(List<T> things, Function<T, Box> box) {
        return things.stream().map(box).mapToInt(Box::bottom).max().orElseThrow();
    }

    /// True when fewer than half of the panels have a neighbour at the same height.
    private static <T> boolean isStaggered(List<T> things, Function<T, Box> box) {
        // Each is at its own height.
        long aligned = things.stream()
                .filter(thing -> things.stream()
                                .filter(other -> isAligned(box.apply(thing), box.apply(other)))
                                .limit(2)
                                .count()
                        > 1)
                .count();
        return 2 * aligned < things.size();
    }

    private static boolean isAligned(Box a, Box b) {
        double slack = ALIGNED * Math.max(a.height(), b.height());
        return Math.abs(a.top() - b.top()) <= slack && Math.abs(a.bottom() - b.bottom()) <= slack;
    }

    private static <T> List<List<T>> cut(List<T> things, Function<T, Box> box, double overlap) {
        List<T> sorted =
                things.stream().sorted(Comparator.comparing(box, BY_TOP)).toList();
        var parts = new ArrayList<List<T>>();
        int from = 0;
        for (int at = 1; at < sorted.size(); at++) {
            if (isCut(sorted, at, box, overlap)) {
                parts.add(sorted.subList(from, at));
                from = at;
            }
        }
        parts.add(sorted.subList(from, sorted.size()));
        return parts;
    }

    /// True when no panel before reaches further below a panel after than is allowed.
    private static <T> boolean isCut(List<T> sorted, int at, Function<T, Box> box, double overlap) {
        for (T upper : sorted.subList(0, at)) {
            for (T lower : sorted.subList(at, sorted.size())) {
                Box a = box.apply(upper);
                Box b = box.apply(lower);
                if (a.bottom() - b.top() > overlap * Math.min(a.height(), b.height())) {
                    return false;
                }
            }
        }
        return true;
    }
}
