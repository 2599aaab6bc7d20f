package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.board.Surround.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds where the captions of a sheet stand. All panels of a sheet have theirs on the same side: the one on which the
/// most of them have writing.
///
/// @param side on which the captions stand
/// @param lines the lines of each panel, in reading order
/// @param ink of the sheet
/// @param panels of the sheet
/// @param isTable whether the writing beside the panels stands in columns
record CaptionPlaces(Side side, List<List<Box>> lines, Ink ink, List<Box> panels, boolean isTable) {
    /// A line this much taller than the usual is a title.
    static final double TITLE = 1.45;

    /// A line this much taller is one where the next stands apart from it by [#APART] usual lines.
    private static final double TALLER = 1.2;

    private static final double APART = 0.85;

    static CaptionPlaces find(StraightSheet sheet) {
        Ink ink = Ink.of(sheet);
        Map<Side, List<List<Box>>> candidates = new EnumMap<>(Side.class);
        var surround = new Surround(sheet.panels(), ink.width(), ink.height());
        for (Side side : Side.values()) {
            candidates.put(side, lines(ink, surround, sheet.panels().size(), side));
        }
        Side best = candidates.entrySet().stream()
                .max(Comparator.<Map.Entry<Side, List<List<Box>>>>comparingLong(entry -> written(entry.getValue()))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        boolean isAside = best == Side.RIGHT || best == Side.LEFT;
        return new CaptionPlaces(
                best,
                Objects.requireNonNull(candidates.get(best)),
                ink,
                sheet.panels(),
                isAside && surround.isOneColumn());
    }

    private static long written(List<List<Box>> lines) {
        return lines.stream().filter(own -> !own.isEmpty()).count();
    }

    private static List<List<Box>> lines(Ink ink, Surround surround, int panels, Side side) {
        var all = new ArrayList<Box>();
        for (int i = 0; i < panels; i++) {
            all.addAll(InkLines.of(ink, surround.room(i, side)));
        }
        int tallest = (int) Math.ceil(TITLE * InkLines.usualHeight(all));
        var lines = new ArrayList<List<Box>>();
        for (int i = 0; i < panels; i++) {
            List<Box> found = InkLines.of(ink, surround.room(i, side), tallest);
            lines.add(
                    switch (side) {
                        case BELOW -> InkLines.firstBlock(found);
                        case ABOVE -> InkLines.lastBlock(belowTitle(found, tallest));
                        case RIGHT, LEFT -> belowTitle(found, tallest);
                    });
        }
        return lines;
    }

    /// Much taller than the usual line, or taller and set apart.
    private static boolean isTitle(Box line, Box next, int tallest) {
        double usual = tallest / TITLE;
        return line.height() > tallest
                || (line.height() > TALLER * usual && next.top() - line.bottom() > APART * usual);
    }

    /// The lines behind the last that is a title.
    static List<Box> belowTitle(List<Box> lines, int tallest) {
        int from = 0;
        for (int i = 0; i < lines.size() - 1; i++) {
            from = isTitle(lines.get(i), lines.get(i + 1), tallest) ? i + 1 : from;
        }
        return lines.subList(from, lines.size());
    }
}
