package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.SheetHints;
import java.util.List;

/// Makes panels of what a person said about the sheet: so many rows, so many columns. What was found stays when
/// it fits; else the drawn part of the sheet is divided, along the edges that lie near an even division.
final class GivenGrid {
    /// How sure a panel is that was divided evenly.
    private static final double EVEN = 0.5;

    /// What is drawn in a cell is its panel when it covers this share of it.
    private static final double MOST_OF_CELL = 0.5;

    private GivenGrid() {}

    /// True when the panels stand as the hints say; the last row may be short.
    static boolean fits(List<Found> panels, SheetHints hints) {
        List<List<Found>> rows = ReadingOrder.rows(panels);
        if (panels.isEmpty() || (hints.rows().isPresent() && hints.rows().getAsInt() != rows.size())) {
            return false;
        }
        if (hints.columns().isEmpty()) {
            return true;
        }
        int columns = hints.columns().getAsInt();
        return rows.stream().limit(rows.size() - 1L).allMatch(row -> row.size() == columns)
                && rows.getLast().size() <= columns;
    }

    /// Divides what a layout found.
    static List<Found> divide(Layout layout, Box sheet, SheetHints hints) {
        List<List<Found>> found = ReadingOrder.rows(layout.panels());
        int rows = hints.rows().orElse(Math.max(1, found.size()));
        int columns =
                hints.columns().orElse(found.stream().mapToInt(List::size).max().orElse(1));
        Box whole = layout.panels().stream()
                .map(Found::box)
                .reduce(Box::hull)
                .filter(hull -> hull.area() > MOST_OF_CELL * sheet.area())
                .orElse(sheet);
        return EvenSplit.grid(layout.canvas(), whole, rows, columns).stream()
                .map(cell -> new Found(drawn(layout.canvas(), cell), EVEN))
                .toList();
    }

    private static Box drawn(Canvas canvas, Box cell) {
        Foreground inside = Foreground.of(canvas.cut(cell));
        return Components.pieces(inside).stream()
                .map(Found::box)
                .filter(box -> box.area() >= MOST_OF_CELL * cell.area())
                .map(box -> new Box(
                        cell.left() + box.left(),
                        cell.top() + box.top(),
                        cell.left() + box.right(),
                        cell.top() + box.bottom()))
                .findFirst()
                .orElse(cell);
    }
}
