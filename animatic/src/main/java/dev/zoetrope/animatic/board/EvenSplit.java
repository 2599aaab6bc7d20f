package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Splits a block into an even grid where the picture changes along every line of that grid: panels that share
/// their lines or lie edge to edge. One edge from side to side may be a horizon; that edges lie at all of a
/// grid's even divisions, in both directions, is no chance.
final class EvenSplit {
    /// A grid line may lie off the even division by this share of the block, or by [#LEAST_OFF] pixels.
    private static final double OFF = 0.008;

    private static final int LEAST_OFF = 4;

    /// The mean share of edge over all lines of a direction, of the weakest, and what it stands out by.
    private static final double USUAL = 0.5;

    private static final double CERTAIN = 0.5;
    private static final double WEAKEST = 0.3;
    private static final double STANDS_OUT = 0.2;

    /// The share of edge that a seam has in each row that it crosses.
    private static final double HOLDS = 0.2;

    /// A line that panels share is no thicker, in pixels.
    private static final int THICKEST = 8;

    private static final int MOST_PARTS = 6;

    /// Two parts only are a horizon or a post; so few make a grid.
    private static final int LEAST_CELLS = 4;

    private static final int LEAST_STRIP = 3;

    /// No panel is shorter than this share of the sheet's shorter side.
    private static final double LEAST_SIDE = 0.08;

    private static final double ALIKE = 0.04;

    private final Canvas canvas;
    private final Box block;

    /// A line between two parts: it belongs to neither or, when it is thick, to both as their frame.
    ///
    /// @param from where it begins
    /// @param to where it ends
    /// @param edge the share of it that is an edge
    /// @param relief by how much that is more than nearby
    private record Seam(int from, int to, double edge, double relief) {}

    private EvenSplit(Canvas canvas, Box block) {
        this.canvas = canvas;
        this.block = block;
    }

    /// Splits those blocks that are beyond doubt a grid of rows and columns. Of panels that are alike, and of the cells
    /// of a grid, most must be split or none is.
    static List<Found> grids(Canvas canvas, List<Found> panels) {
        List<List<Box>> cells = panels.stream()
                .map(panel -> new EvenSplit(canvas, panel.box()).certain())
                .toList();
        var grid = new Cells(panels);
        var split = new ArrayList<Found>();
        for (int at = 0; at < panels.size(); at++) {
            Box box = panels.get(at).box();
            boolean isPanel = areWhole(panels, cells, other -> other.isAlike(box, ALIKE))
                    || (grid.has(box) && areWhole(panels, cells, grid::has));
            List<Box> parts = isPanel ? List.of(box) : cells.get(at);
            for (Box part : parts) {
                split.add(panels.get(at).at(part));
            }
        }
        return split;
    }

    /// True when so many panels are of one sort that their size is that of a panel, and at most half of them split.
    private static boolean areWhole(List<Found> panels, List<List<Box>> cells, Predicate<Box> areOneSort) {
        int all = 0;
        int split = 0;
        for (int at = 0; at < panels.size(); at++) {
            if (areOneSort.test(panels.get(at).box())) {
                all++;
                split += cells.get(at).size() > 1 ? 1 : 0;
            }
        }
        return all > 2 && 2 * split <= all;
    }

    private List<Box> certain() {
        List<Seam> rows = most(false);
        List<Seam> columns = most(true);
        boolean isCertain = !rows.isEmpty()
                && !columns.isEmpty()
                && Stream.concat(rows.stream(), columns.stream()).allMatch(seam -> seam.edge() >= CERTAIN)
                && allHold(rows, columns);
        return isCertain ? cells(rows, columns) : List.of(block);
    }

    /// Splits those blocks that are grids themselves. Where panels have frames, a block without lines inside is not
    /// two panels, even if its half looked like another.
    static List<Found> split(Canvas canvas, List<Found> panels) {
        var split = new ArrayList<Found>();
        var grid = new Cells(panels);
        boolean isFramed = FrameStrip.frameOf(canvas.picture(), panels).thickness() > 0;
        for (Found panel : panels) {
            long alike = panels.stream()
                    .filter(other -> other.box().isAlike(panel.box(), ALIKE))
                    .count();
            // A size that others share is that of a panel.
            if (alike > 2 || grid.has(panel.box())) {
                split.add(panel);
                continue;
            }
            split.addAll(new EvenSplit(canvas, panel.box())
                    .grid(isFramed ? List.of() : panels).stream().map(panel::at).toList());
        }
        return split;
    }

    /// The cells of a grid of so many rows and columns, row by row, whose lines are drawn to the nearest edges.
    static List<Box> grid(Canvas canvas, Box block, int rows, int columns) {
        var split = new EvenSplit(canvas, block);
        return split.cells(split.seams(rows, false), split.seams(columns, true));
    }

    private List<Box> grid(List<Found> panels) {
        List<Seam> rows = most(false);
        List<Seam> columns = most(true);
        List<Box> cells = cells(rows, columns);
        if (!rows.isEmpty() && !columns.isEmpty() && !allHold(rows, columns)) {
            cells = cells(rows, List.of()).stream()
                    .flatMap(row -> new EvenSplit(canvas, row).columns().stream())
                    .toList();
        }
        boolean isStrip = rows.isEmpty() || columns.isEmpty();
        Box first = cells.getFirst();
        boolean isKnown = cells.size() > 1
                && panels.stream().anyMatch(other -> other.box().isAlike(first, ALIKE));
        return isKnown || cells.size() >= (isStrip ? LEAST_STRIP : LEAST_CELLS) ? cells : List.of(block);
    }

    private List<Box> columns() {
        return cells(List.of(), most(true));
    }

    /// True when every column's seam shows in every row, and the other way round: rows may differ in their columns.
    private boolean allHold(List<Seam> rows, List<Seam> columns) {
        return cells(rows, List.of()).stream().allMatch(row -> holds(row, columns, true))
                && cells(List.of(), columns).stream().allMatch(column -> holds(column, rows, false));
    }

    private boolean holds(Box part, List<Seam> seams, boolean flipped) {
        double[] edges = EdgeShares.of(canvas, part, flipped);
        int start = flipped ? part.left() : part.top();
        return seams.stream().allMatch(seam -> {
            int from = Math.max(0, seam.from() - start - 2 * EdgeShares.REACH);
            int to = Math.min(edges.length, seam.to() - start + 2 * EdgeShares.REACH + 1);
            return Arrays.stream(edges, from, to).max().orElse(0) >= HOLDS;
        });
    }

    /// The seams of the finest even division that shows.
    private List<Seam> most(boolean flipped) {
        int length = flipped ? block.width() : block.height();
        double[] edges = EdgeShares.of(canvas, block, flipped);
        for (int parts = MOST_PARTS; parts > 1; parts--) {
            if (length < parts * LEAST_SIDE * Math.min(canvas.width(), canvas.height())) {
                continue;
            }
            List<Seam> seams = seams(edges, parts, flipped);
            double mean = seams.stream().mapToDouble(Seam::edge).average().orElse(0);
            boolean shows = mean >= USUAL
                    && seams.stream().allMatch(seam -> seam.edge() >= WEAKEST && seam.relief() >= STANDS_OUT);
            if (shows && !areGutters(edges, parts)) {
                return seams;
            }
        }
        return List.of();
    }

    /// True when most lines are two edges with something between: gutters, which paper tells better.
    private boolean areGutters(double[] edges, int parts) {
        int around = (int) Math.max(3 * LEAST_OFF, 3 * OFF * edges.length);
        int thickest = THICKEST + 2 * EdgeShares.REACH;
        int gutters = 0;
        for (int part = 1; part < parts; part++) {
            int middle = (int) Math.round((double) edges.length * part / parts);
            int first = Integer.MAX_VALUE;
            int last = 0;
            for (int at = Math.max(0, middle - around); at < Math.min(edges.length, middle + around); at++) {
                if (edges[at] >= USUAL) {
                    first = Math.min(first, at);
                    last = Math.max(last, at);
                }
            }
            gutters += last - first > thickest ? 1 : 0;
        }
        return 2 * gutters >= parts;
    }

    private List<Seam> seams(int parts, boolean flipped) {
        return seams(EdgeShares.of(canvas, block, flipped), parts, flipped);
    }

    private List<Seam> seams(double[] edges, int parts, boolean flipped) {
        var seams = new ArrayList<Seam>();
        int off = (int) Math.max(LEAST_OFF, OFF * edges.length);
        for (int part = 1; part < parts; part++) {
            seams.add(seam(edges, (int) Math.round((double) edges.length * part / parts), off, flipped));
        }
        return seams;
    }

    private Seam seam(double[] edges, int middle, int off, boolean flipped) {
        int from = Math.max(0, middle - off);
        int to = Math.min(edges.length, middle + off + 1);
        int best = middle;
        for (int at = from; at < to; at++) {
            if (edges[at] > edges[best]
                    || (edges[at] == edges[best] && Math.abs(at - middle) < Math.abs(best - middle))) {
                best = at;
            }
        }
        int first = best;
        int last = best;
        for (int at = from; at < to; at++) {
            if (edges[at] >= 0.75 * edges[best]) {
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
        }
        double[] around =
                Arrays.copyOfRange(edges, Math.max(0, middle - 6 * off), Math.min(edges.length, middle + 6 * off + 1));
        Arrays.sort(around);
        int start = flipped ? block.left() : block.top();
        // An edge shows as far as colours are compared.
        int thickness = Math.max(0, last - first - 2 * EdgeShares.REACH);
        int centre = (first + last + 1) / 2;
        return new Seam(
                start + centre - thickness / 2,
                start + centre + (thickness + 1) / 2,
                edges[best],
                edges[best] - around[around.length / 2]);
    }

    /// Each cell keeps the lines around it, which are its frame.
    private List<Box> cells(List<Seam> rows, List<Seam> columns) {
        var cells = new ArrayList<Box>();
        for (int row = 0; row <= rows.size(); row++) {
            for (int column = 0; column <= columns.size(); column++) {
                cells.add(new Box(
                        column == 0 ? block.left() : columns.get(column - 1).from(),
                        row == 0 ? block.top() : rows.get(row - 1).from(),
                        column == columns.size()
                                ? block.right()
                                : columns.get(column).to(),
                        row == rows.size() ? block.bottom() : rows.get(row).to()));
            }
        }
        return cells;
    }
}
