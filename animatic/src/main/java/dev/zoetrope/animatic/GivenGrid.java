package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.List;

/// Makes panels of what a person said about the sheet: so many rows, so many columns. What was found stays when
/// it fits; else the drawn part of the sheet is divided evenly.
final class GivenGrid {
    /// How sure a panel is that was divided evenly, for want of anything drawn.
    private static final double EVEN = 0.5;

    private GivenGrid() {}

    /// True when panels in reading order stand as the hints say; the last row may be short.
    static boolean fits(List<Found> panels, SheetHints hints) {
        if (panels.isEmpty()) {
            return false;
        }
        List<List<Found>> rows = ReadingOrder.rows(panels);
        if (hints.rows().isPresent() && hints.rows().getAsInt() != rows.size()) {
            return false;
        }
        if (hints.columns().isEmpty()) {
            return true;
        }
        int columns = hints.columns().getAsInt();
        return rows.stream().limit(rows.size() - 1L).allMatch(row -> row.size() == columns)
                && rows.getLast().size() <= columns;
    }

    /// The cells of an even grid over a box, row by row.
    static List<Found> cells(Box whole, int rows, int columns) {
        var cells = new ArrayList<Found>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                cells.add(new Found(
                        new Box(
                                whole.left() + whole.width() * column / columns,
                                whole.top() + whole.height() * row / rows,
                                whole.left() + whole.width() * (column + 1) / columns,
                                whole.top() + whole.height() * (row + 1) / rows),
                        EVEN));
            }
        }
        return cells;
    }
}
