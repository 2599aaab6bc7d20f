package dev.zoetrope.animatic.board;

import java.util.List;

/// Doubts what was found: a photograph of three apples on white paper is no storyboard.
final class Plausibility {
    /// Panels are rectangles: at least half of them fill this share of their box.
    private static final double RECTANGULAR = 0.95;

    /// A lone panel must be a rectangle beyond doubt, and most of the sheet.
    private static final double LONE_FILL = 0.97;

    private static final double LONE_AREA = 0.2;

    /// Without a clear margin, panels must cover this share of the sheet.
    private static final double LEAST_COVERAGE = 0.45;

    /// So many equal rectangles are a sheet, whatever its margin looks like.
    private static final int LEAST_GRID = 4;

    /// Two panels on a sheet without margin are so many pixels apart.
    private static final int LEAST_GUTTER = 4;

    /// Panels that are filled to this share leave no doubt.
    private static final double CERTAIN = 0.98;

    /// Paper with a looser threshold may be the shaded ground of a picture.
    private static final int LOOSE = 30;

    /// Panels do not lie on each other by more than this share of the smaller.
    private static final double MOST_OVERLAP = 0.04;

    /// More panels than any sheet in use has.
    private static final int MOST_PANELS = 40;

    /// Without a clear margin, no more of what is drawn may lie outside the panels.
    private static final double MOST_STRAY = 0.2;

    /// Nor of what is drawn along the sheet's edge.
    private static final double MOST_APART = 0.5;

    /// Every so many pixels are looked at.
    private static final int STEP = 4;

    /// What an unclear margin takes from the confidence.
    private static final double UNCLEAR = 0.8;

    private Plausibility() {}

    static boolean holds(Layout layout, boolean isClear) {
        List<Found> panels = layout.panels();
        if (panels.isEmpty() || panels.size() > MOST_PANELS || overlaps(panels)) {
            return false;
        }
        double whole =
                (double) layout.foreground().width() * layout.foreground().height();
        double coverage = panels.stream().mapToLong(panel -> panel.box().area()).sum() / whole;
        if (panels.size() == 1) {
            return isClear && panels.getFirst().fill() >= LONE_FILL && coverage >= LONE_AREA;
        }
        double[] fills = panels.stream().mapToDouble(Found::fill).sorted().toArray();
        if (!isClear
                && panels.size() == 2
                && !isPair(panels.getFirst().box(), panels.getLast().box())) {
            return false;
        }
        var outlines = new Outlines(layout);
        if ((!isClear || layout.canvas().paper().threshold() >= LOOSE) && !outlines.areSharp()) {
            return false;
        }
        if (!isClear && !outlines.areAligned()) {
            return false;
        }
        return fills[fills.length / 2] >= RECTANGULAR
                && (isClear
                        || isGrid(panels)
                        || (coverage >= LEAST_COVERAGE && isExplained(layout) && reachesEdge(layout)));
    }

    /// True when what is drawn lies in panels, all but frames, captions and specks.
    private static boolean isExplained(Layout layout) {
        Foreground foreground = layout.foreground();
        long drawn = 0;
        long stray = 0;
        for (int y = 0; y < foreground.height(); y += STEP) {
            for (int x = 0; x < foreground.width(); x += STEP) {
                if (foreground.at(x, y)) {
                    drawn++;
                    stray += isInPanel(layout, x, y) ? 0 : 1;
                }
            }
        }
        return stray <= MOST_STRAY * drawn;
    }

    /// True when panels lie at the sheet's edge wherever it is not paper: without a margin they must.
    private static boolean reachesEdge(Layout layout) {
        Turn turn = layout.canvas().turn();
        if (turn.radians() != 0) {
            return true; // the edge runs aslant over the canvas
        }
        Box sheet = new Box(
                (int) (turn.canvasX() - turn.centreX()),
                (int) (turn.canvasY() - turn.centreY()),
                (int) (turn.canvasX() + turn.centreX()),
                (int) (turn.canvasY() + turn.centreY()));
        // Frames are taken off already.
        int deep = Math.max(STEP, sheet.shorter() / 40);
        int drawn = 0;
        int apart = 0;
        for (int x = sheet.left() + deep; x < sheet.right() - deep; x += STEP) {
            for (int y : new int[] {sheet.top() + deep, sheet.bottom() - 1 - deep}) {
                drawn += layout.foreground().at(x, y) ? 1 : 0;
                apart += layout.foreground().at(x, y) && !isInPanel(layout, x, y) ? 1 : 0;
            }
        }
        for (int y = sheet.top() + deep; y < sheet.bottom() - deep; y += STEP) {
            for (int x : new int[] {sheet.left() + deep, sheet.right() - 1 - deep}) {
                drawn += layout.foreground().at(x, y) ? 1 : 0;
                apart += layout.foreground().at(x, y) && !isInPanel(layout, x, y) ? 1 : 0;
            }
        }
        return drawn > 0 && apart <= MOST_APART * drawn;
    }

    private static boolean isInPanel(Layout layout, int x, int y) {
        return layout.panels().stream()
                .map(Found::box)
                .anyMatch(box -> x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom());
    }

    /// True when two panels face each other in full length, with a gutter between: a horizon has none.
    private static boolean isPair(Box first, Box second) {
        boolean areSideBySide = Math.abs(first.top() - second.top()) <= GridPrior.ALIKE * first.height()
                && Math.abs(first.bottom() - second.bottom()) <= GridPrior.ALIKE * first.height();
        boolean areStacked = Math.abs(first.left() - second.left()) <= GridPrior.ALIKE * first.width()
                && Math.abs(first.right() - second.right()) <= GridPrior.ALIKE * first.width();
        int across = Math.max(first.left(), second.left()) - Math.min(first.right(), second.right());
        int down = Math.max(first.top(), second.top()) - Math.min(first.bottom(), second.bottom());
        return (areSideBySide && across >= LEAST_GUTTER) || (areStacked && down >= LEAST_GUTTER);
    }

    /// True when the paper tells so much that other readings need not be tried: several whole rectangles which
    /// explain all that is drawn.
    static boolean isCertain(Layout layout) {
        return layout.panels().size() >= LEAST_GRID
                && layout.panels().stream().allMatch(panel -> panel.fill() >= CERTAIN)
                && isExplained(layout);
    }

    /// True when all panels are equal rectangles: no chance of a picture makes four of them.
    private static boolean isGrid(List<Found> panels) {
        Box first = panels.getFirst().box();
        return panels.size() >= LEAST_GRID
                && panels.stream()
                        .allMatch(panel ->
                                panel.fill() >= RECTANGULAR && panel.box().isAlike(first, GridPrior.ALIKE));
    }

    static double confidence(Found panel, boolean isClear) {
        return Math.clamp(panel.fill() * (isClear ? 1 : UNCLEAR), 0, 1);
    }

    private static boolean overlaps(List<Found> panels) {
        for (int i = 0; i < panels.size(); i++) {
            for (int j = i + 1; j < panels.size(); j++) {
                if (panels.get(i).box().overlap(panels.get(j).box()) > MOST_OVERLAP) {
                    return true;
                }
            }
        }
        return false;
    }
}
