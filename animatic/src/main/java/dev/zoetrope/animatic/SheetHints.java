package dev.zoetrope.animatic;

import java.util.OptionalInt;

/// What a person said about a sheet ("3x3", "4 rows of 2", "read from right to left"). It outranks what the reader
/// sees.
///
/// A hint that does not fit is a wish that cannot be met, not an error: a picture on which nothing speaks for several
/// panels stays single.
///
/// @param rows how many rows of panels there are, from 1 to [#MOST]; empty when unknown
/// @param columns how many panels stand side by side in a full row, from 1 to [#MOST]; empty when unknown
/// @param rightToLeft whether panels side by side are read from right to left, as in Japanese comics
public record SheetHints(OptionalInt rows, OptionalInt columns, boolean rightToLeft) {
    /// More rows or columns have no sheet in use.
    public static final int MOST = 12;

    /// Nothing was said.
    public static final SheetHints NONE = new SheetHints(OptionalInt.empty(), OptionalInt.empty(), false);

    public SheetHints {
        check("rows", rows);
        check("columns", columns);
    }

    /// A full grid, read from left to right.
    public static SheetHints grid(int rows, int columns) {
        return new SheetHints(OptionalInt.of(rows), OptionalInt.of(columns), false);
    }

    /// True when the number of rows or of columns is given.
    public boolean hasGrid() {
        return rows.isPresent() || columns.isPresent();
    }

    private static void check(String name, OptionalInt count) {
        if (count.isPresent() && (count.getAsInt() < 1 || count.getAsInt() > MOST)) {
            throw new IllegalArgumentException("a sheet cannot have " + count.getAsInt() + " " + name
                    + "; give a number from 1 to " + MOST + ", or none");
        }
    }
}
