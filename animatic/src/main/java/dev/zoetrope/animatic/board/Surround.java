package dev.zoetrope.animatic.board;

import java.util.List;

/// The free room around a panel, where its caption may stand.
final class Surround {
    /// Where captions stand, the likeliest first.
    enum Side {
        BELOW,
        RIGHT,
        ABOVE,
        LEFT
    }

    /// Panels share a row or column when they overlap by this share of the smaller.
    private static final double ALIGNED = 0.3;

    /// How far a caption may begin beside its panel, as a share of the panel's width.
    private static final double ASIDE = 0.06;

    private final List<Box> panels;
    private final int width;
    private final int height;

    Surround(List<Box> panels, int width, int height) {
        this.panels = panels;
        this.width = width;
        this.height = height;
    }

    /// The room on one side of a panel up to its neighbours.
    Box room(int index, Side side) {
        Box panel = panels.get(index);
        int left = leftEnd(panel);
        int right = rightEnd(panel);
        int top = topEnd(panel);
        int bottom = bottomEnd(panel);
        int aside = (int) (ASIDE * panel.width());
        int fromLeft = Math.max(panel.left() - aside, left == 0 ? 0 : (left + panel.left()) / 2);
        int toRight = right == width ? width : (right + panel.right()) / 2;
        return switch (side) {
            case BELOW -> new Box(fromLeft, panel.bottom(), toRight, bottom);
            case ABOVE -> new Box(fromLeft, top, toRight, panel.top());
            case RIGHT -> new Box(panel.right(), (top + panel.top()) / 2, right, (bottom + panel.bottom()) / 2);
            case LEFT -> new Box(left, (top + panel.top()) / 2, panel.left(), (bottom + panel.bottom()) / 2);
        };
    }

    private int leftEnd(Box panel) {
        return panels.stream()
                .filter(other -> sharesRow(other, panel) && other.centreX() < panel.left())
                .mapToInt(Box::right)
                .max()
                .orElse(0);
    }

    private int rightEnd(Box panel) {
        return panels.stream()
                .filter(other -> sharesRow(other, panel) && other.centreX() > panel.right())
                .mapToInt(Box::left)
                .min()
                .orElse(width);
    }

    private int topEnd(Box panel) {
        return panels.stream()
                .filter(other -> sharesColumn(other, panel) && other.centreY() < panel.top())
                .mapToInt(Box::bottom)
                .max()
                .orElse(0);
    }

    private int bottomEnd(Box panel) {
        return panels.stream()
                .filter(other -> sharesColumn(other, panel) && other.centreY() > panel.bottom())
                .mapToInt(Box::top)
                .min()
                .orElse(height);
    }

    private static boolean sharesRow(Box a, Box b) {
        int both = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        return both > ALIGNED * Math.min(a.height(), b.height());
    }

    static boolean sharesColumn(Box a, Box b) {
        int both = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        return both > ALIGNED * Math.min(a.width(), b.width());
    }

    /// True when all panels stand below one another.
    boolean isOneColumn() {
        return panels.stream().allMatch(panel -> sharesColumn(panel, panels.getFirst()));
    }
}
