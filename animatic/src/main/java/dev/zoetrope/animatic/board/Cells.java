package dev.zoetrope.animatic.board;

import java.util.List;

/// Tells which panels are whole cells of a grid, equal or not: another panel above or below has the same sides, and
/// another one beside it the same top and bottom. No part of a picture, nor several panels in one, would.
///
/// @param panels of one sheet, as far as they are found
record Cells(List<Found> panels) {
    /// Sides lie on one line within this share of the panel.
    private static final double ON_LINE = 0.03;

    boolean has(Box box) {
        return has(box, false) && has(box, true);
    }

    /// The panels that are cells.
    List<Found> all() {
        return panels.stream().filter(panel -> has(panel.box())).toList();
    }

    private boolean has(Box box, boolean flipped) {
        Box own = flipped ? box.flipped() : box;
        double slack = ON_LINE * own.width();
        return panels.stream()
                .map(other -> flipped ? other.box().flipped() : other.box())
                .filter(other -> other.bottom() <= own.top() || other.top() >= own.bottom())
                .anyMatch(other ->
                        Math.abs(other.left() - own.left()) <= slack && Math.abs(other.right() - own.right()) <= slack);
    }
}
