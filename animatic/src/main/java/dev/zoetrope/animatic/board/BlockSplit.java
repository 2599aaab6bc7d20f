package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits blocks that are several panels with no paper between: panels that share their lines, or whose gutters
/// were closed by a soft scan. A picture can hold bars of its own, so a split must make parts that fit
/// together.
final class BlockSplit {
    /// Parts of one split are alike within this share, when the sheet shows no gutter along the axis.
    private static final double LEAST_OF_LARGEST = 0.5;

    /// Else each part must be as long as another panel of the sheet, within this share.
    private static final double ALIKE = 0.06;

    private static final double EVEN = 0.02;

    /// No panel is shorter than this share of the sheet's shorter side.
    private static final double LEAST_SIDE = 0.08;

    /// A block that covers this share of the canvas, rim and all, has no margin.
    private static final double WHOLE = 0.92;

    /// Rows, columns of each, rows of those.
    private static final int DEEPEST = 3;

    private final Canvas canvas;
    private final List<Found> panels;
    private final LineSearch search;
    private final boolean hasColumns;
    private final boolean hasRows;
    private final List<Found> cells;
    private final Map<Found, Boolean> uncut = new HashMap<>();

    private BlockSplit(Canvas canvas, List<Found> panels, FrameStrip.Frame frame) {
        this.canvas = canvas;
        this.panels = panels;
        this.search = new LineSearch(canvas, frame);
        this.hasColumns = hasGutter(panels, true);
        this.hasRows = hasGutter(panels, false);
        this.cells = new Cells(panels).all();
    }

    static List<Found> split(Canvas canvas, List<Found> panels) {
        FrameStrip.Frame frame = FrameStrip.frameOf(canvas.picture(), panels);
        if (isWholeSheet(canvas, panels)) {
            return panels;
        }
        var split = new BlockSplit(canvas, panels, frame);
        return panels.stream().flatMap(panel -> split.parts(panel, 0).stream()).toList();
    }

    /// A lone block without paper around it is more likely a paper that was guessed wrong.
    static boolean isWholeSheet(Canvas canvas, List<Found> panels) {
        return panels.size() == 1 && panels.getFirst().box().area() > WHOLE * canvas.width() * canvas.height();
    }

    /// True when two panels stand side by side, or one above the other.
    private static boolean hasGutter(List<Found> panels, boolean flipped) {
        for (Found a : panels) {
            for (Found b : panels) {
                Box first = flipped ? a.box().flipped() : a.box();
                Box second = flipped ? b.box().flipped() : b.box();
                boolean isAbove = first.bottom() <= second.top();
                boolean faces = first.left() < second.right() && second.left() < first.right();
                if (isAbove && faces) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Found> parts(Found block, int depth) {
        if (depth == DEEPEST) {
            return List.of(block);
        }
        List<Found> rows = cut(block, false);
        List<Found> parts = rows.size() > 1 ? rows : cut(block, true);
        if (parts.size() < 2 || (sharesItsSize(block) && !isEven(parts)) || isCell(block)) {
            return List.of(block);
        }
        return parts.stream().flatMap(part -> parts(part, depth + 1).stream()).toList();
    }

    /// A size that two other panels share is that of one panel, unless lines run through all of them alike.
    private boolean sharesItsSize(Found block) {
        long alike = panels.stream()
                .filter(other -> other.box().isAlike(block.box(), ALIKE))
                .filter(other -> uncut.computeIfAbsent(other, this::isUncut))
                .limit(2)
                .count();
        return alike > 1;
    }

    /// A cell of a grid is one panel, unless lines run through half of the cells.
    private boolean isCell(Found block) {
        return cells.contains(block)
                && 2
                                * cells.stream()
                                        .filter(cell -> uncut.computeIfAbsent(cell, this::isUncut))
                                        .count()
                        > cells.size();
    }

    /// Parts this equal are no chance: a row of three may be as large as the panel above it.
    private static boolean isEven(List<Found> parts) {
        Box first = parts.getFirst().box();
        return parts.stream().allMatch(part -> part.box().isAlike(first, EVEN));
    }

    private boolean isUncut(Found panel) {
        return cut(panel, false).size() < 2 && cut(panel, true).size() < 2;
    }

    private List<Found> cut(Found block, boolean flipped) {
        var parts = new ArrayList<Found>();
        int from = flipped ? block.box().left() : block.box().top();
        int end = flipped ? block.box().right() : block.box().bottom();
        double least = LEAST_SIDE * Math.min(canvas.width(), canvas.height());
        for (LineSearch.Cut cut : search.cuts(block.box(), flipped)) {
            if (cut.end() - from >= least && end - cut.start() >= least) {
                parts.add(block.at(part(block.box(), from, cut.end(), flipped)));
                from = cut.start();
            }
        }
        parts.add(block.at(part(block.box(), from, end, flipped)));
        return parts.size() > 1 && fits(parts, flipped) ? parts : List.of(block);
    }

    private static Box part(Box block, int from, int to, boolean flipped) {
        return flipped
                ? new Box(from, block.top(), to, block.bottom())
                : new Box(block.left(), from, block.right(), to);
    }

    private boolean fits(List<Found> parts, boolean flipped) {
        int[] lengths = parts.stream()
                .mapToInt(part -> flipped ? part.box().width() : part.box().height())
                .sorted()
                .toArray();
        if (!(flipped ? hasColumns : hasRows)) {
            return lengths[0] >= LEAST_OF_LARGEST * lengths[lengths.length - 1];
        }
        for (int length : lengths) {
            boolean isUsual = panels.stream()
                    .mapToInt(
                            panel -> flipped ? panel.box().width() : panel.box().height())
                    .anyMatch(usual -> Math.abs(usual - length) <= ALIKE * usual);
            if (!isUsual) {
                return false;
            }
        }
        return true;
    }
}
