package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.words.Grey;
import dev.zoetrope.animatic.words.WordReader;
import java.util.ArrayList;
import java.util.List;

/// Finds the lines of writing inside the pictures of a sheet. The network's places are rough: two lines may be one
/// place, and a place may cut letters. The rows with strokes tell where each line begins and ends.
final class InsideLines {
    /// A stroke's side differs from its neighbour by this many levels.
    private static final int STROKE = 36;

    /// A row of a line has at least this share of the strokes that the place's fullest row has.
    private static final double INKED = 0.08;

    /// A place is looked at with so much room above and below, as a share of its height.
    private static final double ROOM = 0.35;

    /// A lower run of rows is a dot or an underline.
    private static final double LEAST = 0.3;

    /// A part of a panel that its place must lie on.
    private static final double MOSTLY = 0.6;

    /// What is left of a panel's frame at its sides would be read as an I.
    private static final int FRAME = 3;

    private InsideLines() {}

    /// The lines of each panel, from the top down.
    static List<List<Box>> find(StraightSheet sheet, WordReader words) {
        var lines = new ArrayList<List<Box>>();
        sheet.panels().forEach(_ -> lines.add(new ArrayList<>()));
        for (WordReader.Place place : words.find(sheet.grey())) {
            var box = new Box(place.left(), place.top(), place.right(), place.bottom());
            for (int i = 0; i < sheet.panels().size(); i++) {
                if (box.overlap(sheet.panels().get(i)) > MOSTLY) {
                    List<Box> own = lines.get(i);
                    trimmed(sheet.grey(), box, sheet.panels().get(i)).forEach(line -> add(own, line));
                    break;
                }
            }
        }
        lines.forEach(InsideLines::sort);
        return lines;
    }

    /// Pieces of one line that were found apart become one; what was found twice is kept once.
    private static void add(List<Box> lines, Box line) {
        for (int i = 0; i < lines.size(); i++) {
            Box other = lines.get(i);
            int both = Math.min(other.bottom(), line.bottom()) - Math.max(other.top(), line.top());
            int gap = Math.max(other.left(), line.left()) - Math.min(other.right(), line.right());
            if (both > 0.6 * Math.min(other.height(), line.height()) && gap < 2 * line.height()) {
                lines.set(
                        i,
                        new Box(
                                Math.min(other.left(), line.left()),
                                Math.min(other.top(), line.top()),
                                Math.max(other.right(), line.right()),
                                Math.max(other.bottom(), line.bottom())));
                return;
            }
        }
        lines.add(line);
    }

    /// From the top down; what stands on one height from left to right.
    private static void sort(List<Box> lines) {
        lines.sort((a, b) -> Math.abs(a.centreY() - b.centreY()) < 0.5 * Math.min(a.height(), b.height())
                ? Integer.compare(a.left(), b.left())
                : Double.compare(a.centreY(), b.centreY()));
    }

    /// The runs of rows with strokes that lie on a place; the place itself where the picture behind has as many.
    private static List<Box> trimmed(Grey grey, Box place, Box panel) {
        int reach = (int) (ROOM * place.height());
        int aside = place.height() / 2;
        Box area = new Box(place.left() - aside, place.top() - reach, place.right() + aside, place.bottom() + reach)
                .intersection(panel.inset(FRAME, FRAME, FRAME, FRAME))
                .intersection(new Box(0, 0, grey.width(), grey.height()));
        if (area.isEmpty()) {
            return List.of();
        }
        var strokes = new int[area.height()];
        int most = 0;
        for (int y = 0; y < strokes.length; y++) {
            strokes[y] = strokes(grey, area, area.top() + y);
            most = Math.max(most, strokes[y]);
        }
        var lines = new ArrayList<Box>();
        int start = -1;
        for (int y = 0; y <= strokes.length; y++) {
            boolean isInked = y < strokes.length && strokes[y] > INKED * most;
            if (isInked && start < 0) {
                start = y;
            } else if (!isInked && start >= 0) {
                var line = new Box(area.left(), area.top() + start, area.right(), area.top() + y);
                int on = Math.min(line.bottom(), place.bottom()) - Math.max(line.top(), place.top());
                if (line.height() >= LEAST * place.height() && on > line.height() / 2) {
                    lines.add(line);
                }
                start = -1;
            }
        }
        boolean isClear = !lines.isEmpty() && lines.stream().allMatch(line -> line.height() < 0.95 * area.height());
        return isClear ? lines : List.of(place);
    }

    private static int strokes(Grey grey, Box area, int y) {
        int count = 0;
        for (int x = area.left() + 1; x < area.right(); x++) {
            if (Math.abs(grey.at(x, y) - grey.at(x - 1, y)) > STROKE) {
                count++;
            }
        }
        return count;
    }
}
