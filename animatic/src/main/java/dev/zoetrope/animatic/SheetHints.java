package dev.zoetrope.animatic;

import java.util.OptionalInt;

/// What a person says about a sheet before it is read: "3x3", "four rows of two", "read from right to left".
///
/// @param rows of panels on the sheet; what the sheet shows decides when it is absent
/// @param columns of panels on the sheet; likewise
/// @param rightToLeft true for pages read from right to left, rows still from top to bottom
public record SheetHints(OptionalInt rows, OptionalInt columns, boolean rightToLeft) {
    /// More rows or columns than any sheet in use has; panels would be too small to be told from writing.
    public static final int MOST = 20;

    private static final SheetHints NONE = new SheetHints(OptionalInt.empty(), OptionalInt.empty(), false);

    public SheetHints {
        check("rows", rows);
        check("columns", columns);
    }

    /// Nothing is known: the sheet alone decides, and is read from left to right.
    public static SheetHints none() {
        return NONE;
    }

    /// A grid of so many rows and columns, read from left to right.
    public static SheetHints grid(int rows, int columns) {
        return new SheetHints(OptionalInt.of(rows), OptionalInt.of(columns), false);
    }

    private static void check(String what, OptionalInt number) {
        if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > MOST)) {
            throw new IllegalArgumentException(
                    what + " is " + number.getAsInt() + "; give a number from 1 to " + MOST + ", or none");
        }
    }
}
