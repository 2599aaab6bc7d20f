package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Reads a shot table: ruled lines from side to side, pictures in one or two of its columns, words in the others.
/// Only the pictures are panels.
final class TablePictures {
    /// A rule is as long as this share of the longest line of its direction.
    private static final double RULE_LENGTH = 0.6;

    /// And no thicker than this share of the sheet's shorter side.
    private static final double THICKEST = 0.008;

    private static final int LEAST_THICKEST = 5;

    /// A number, a picture and words.
    private static final int LEAST_COLUMNS = 3;

    /// Specks of paper on a rule that are passed over, in pixels.
    private static final int SPECK = 3;

    /// A table's rules cross this share of the sheet.
    private static final double LEAST_SPAN = 0.35;

    /// A picture fills this share of its cell, and this share of its own box.
    private static final double LEAST_SHARE = 0.25;

    private static final double LEAST_FILL = 0.85;

    /// The pictures of a table are much alike; a far smaller thing is a mark or a word.
    private static final double LEAST_OF_LARGEST = 0.35;

    /// The narrowest column of a table, the number's as a rule, against the pictures'. In a grid of panels that share
    /// their lines all columns are alike.
    private static final double NARROW = 0.7;

    private final Canvas canvas;
    private final Foreground foreground;

    private record Lane(int from, int to) {
        int length() {
            return to - from;
        }

        int middle() {
            return (from + to) / 2;
        }
    }

    /// The longest line of ink in a row or column.
    private record Run(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private TablePictures(Canvas canvas, Foreground foreground) {
        this.canvas = canvas;
        this.foreground = foreground;
    }

    /// The pictures of a table, none when the sheet is no table.
    static List<Found> panels(Canvas canvas, Foreground foreground) {
        return new TablePictures(canvas, foreground).read();
    }

    private List<Found> read() {
        List<Lane> rows = lanes(false);
        List<Lane> columns = lanes(true);
        if (rows.size() < 2 || columns.size() < LEAST_COLUMNS) {
            return List.of();
        }
        var pieces = new ArrayList<Found>();
        for (Lane column : columns) {
            for (Lane row : rows) {
                addPicture(pieces, new Box(column.from(), row.from(), column.to(), row.to()));
            }
        }
        List<Lane> withPictures =
                columns.stream().filter(column -> holdsAny(column, pieces)).toList();
        int narrowest = columns.stream().mapToInt(Lane::length).min().orElse(0);
        int widest = withPictures.stream().mapToInt(Lane::length).max().orElse(0);
        boolean isTable = pieces.size() > 1
                && 2 * withPictures.size() <= columns.size()
                && narrowest <= NARROW * widest
                && isRuled(columns);
        long largest =
                pieces.stream().mapToLong(piece -> piece.box().area()).max().orElse(0);
        return isTable
                ? pieces.stream()
                        .filter(piece -> piece.box().area() >= LEAST_OF_LARGEST * largest)
                        .toList()
                : List.of();
    }

    /// True when a rule crosses three columns: the frames of panels end at the gutters.
    private boolean isRuled(List<Lane> columns) {
        Run longest = Arrays.stream(longestRuns(false))
                .max(Comparator.comparingInt(Run::length))
                .orElseThrow();
        return columns.stream()
                        .filter(column -> longest.from() <= column.middle() && column.middle() < longest.to())
                        .count()
                >= LEAST_COLUMNS;
    }

    private static boolean holdsAny(Lane column, List<Found> panels) {
        return panels.stream()
                .anyMatch(panel ->
                        panel.box().centreX() >= column.from() && panel.box().centreX() < column.to());
    }

    /// The spaces between the rules.
    private List<Lane> lanes(boolean flipped) {
        int count = flipped ? foreground.width() : foreground.height();
        Run[] runs = longestRuns(flipped);
        int longest = Arrays.stream(runs).mapToInt(Run::length).max().orElse(0);
        int across = flipped ? foreground.height() : foreground.width();
        if (longest < LEAST_SPAN * across) {
            return List.of();
        }
        int thickest = (int) Math.max(LEAST_THICKEST, THICKEST * Math.min(foreground.width(), foreground.height()));
        var lanes = new ArrayList<Lane>();
        int end = -1;
        for (int at = 0; at < count; at++) {
            int from = at;
            while (at < count && runs[at].length() >= RULE_LENGTH * longest) {
                at++;
            }
            if (at == from) {
                continue;
            }
            if (end >= 0 && from - end > thickest) {
                lanes.add(new Lane(end, from));
            }
            // Pictures that fill their cells to the rules make one broad band with them.
            if (at - from > thickest) {
                lanes.add(new Lane(from, at));
            }
            end = at;
        }
        return lanes;
    }

    /// The longest run of each row, or of each column when `flipped`.
    private Run[] longestRuns(boolean flipped) {
        int count = flipped ? foreground.width() : foreground.height();
        var from = new int[count];
        var last = new int[count];
        Arrays.fill(last, -SPECK - 1);
        var starts = new int[count];
        var ends = new int[count];
        for (int y = 0; y < foreground.height(); y++) {
            for (int x = 0; x < foreground.width(); x++) {
                if (!foreground.isInk(y * foreground.width() + x)) {
                    continue;
                }
                int at = flipped ? x : y;
                int along = flipped ? y : x;
                if (along - last[at] > SPECK) {
                    from[at] = along;
                }
                last[at] = along;
                if (along + 1 - from[at] > ends[at] - starts[at]) {
                    starts[at] = from[at];
                    ends[at] = along + 1;
                }
            }
        }
        return IntStream.range(0, count)
                .mapToObj(at -> new Run(starts[at], ends[at]))
                .toArray(Run[]::new);
    }

    /// What stands in a cell, if it is a picture.
    private void addPicture(List<Found> panels, Box cell) {
        Canvas cut = canvas.cut(cell);
        Foreground inside = Foreground.of(cut);
        Components.pieces(inside).stream()
                .filter(piece -> piece.box().area() >= LEAST_SHARE * cell.area() && piece.fill() >= LEAST_FILL)
                .findFirst()
                .ifPresent(piece -> panels.add(piece.at(new Box(
                        cell.left() + piece.box().left(),
                        cell.top() + piece.box().top(),
                        cell.left() + piece.box().right(),
                        cell.top() + piece.box().bottom()))));
    }
}
