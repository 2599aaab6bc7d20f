package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.List;

/// Cuts apart panels that hang together by little: an arrow that crosses their gutter, a letter that touches two
/// frames. The gutter is still there, a band of paper from side to side.
///
/// @param foreground of the sheet
/// @param labels which component each place belongs to
/// @param label of the component to cut
/// @param leastSide of a part, in pixels
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record GutterCut(Foreground foreground, int[] labels, int label, double leastSide) {
    /// A gutter may be crossed by ink on this share of its length.
    private static final double MOST_INK = 0.15;

    /// Paper between arrows is closed in by them, so the flood need not reach more of a gutter than this. Less is
    /// white inside a drawing.
    private static final double LEAST_FLOODED = 0.2;

    /// One over the share of a gutter that counts as one of its ends.
    private static final int ENDS = 5;

    /// Thinner bands are dealt with by [LineSearch], which looks at colours.
    private static final int THINNEST = 3;

    private static final int DEEPEST = 4;

    private record Ends(int first, int last) {}

    List<Box> parts(Box hull) {
        return parts(hull, 0);
    }

    private List<Box> parts(Box box, int depth) {
        if (depth == DEEPEST) {
            return List.of(box);
        }
        List<Box> parts = cut(box, false);
        if (parts.size() < 2) {
            parts = cut(box, true);
        }
        if (parts.size() < 2) {
            return List.of(box);
        }
        var all = new ArrayList<Box>();
        for (Box part : parts) {
            all.addAll(parts(part, depth + 1));
        }
        return all;
    }

    /// The parts between the gutters, from top to bottom, or from left to right when `flipped`.
    private List<Box> cut(Box box, boolean flipped) {
        int from = flipped ? box.left() : box.top();
        int to = flipped ? box.right() : box.bottom();
        var parts = new ArrayList<Box>();
        int start = from;
        int band = -1;
        Ends[] ends = ends(box, flipped);
        for (int at = from; at <= to; at++) {
            boolean isGutter = at < to && isGutter(box, ends, at, flipped);
            if (isGutter && band < 0) {
                band = at;
            } else if (!isGutter && band >= 0) {
                if (at - band >= THINNEST && band - start >= leastSide && to - at >= leastSide) {
                    parts.add(part(box, start, band, flipped));
                    start = at;
                }
                band = -1;
            }
        }
        parts.add(part(box, start, to, flipped));
        return parts;
    }

    /// The first and the last place of the component in each column, or in each row when `flipped`.
    private Ends[] ends(Box box, boolean flipped) {
        int from = flipped ? box.left() : box.top();
        int to = flipped ? box.right() : box.bottom();
        var ends = new Ends[flipped ? box.height() : box.width()];
        for (int i = 0; i < ends.length; i++) {
            int along = (flipped ? box.top() : box.left()) + i;
            int first = from;
            while (first < to && labels[place(first, along, flipped)] != label) {
                first++;
            }
            int last = to - 1;
            while (last > first && labels[place(last, along, flipped)] != label) {
                last--;
            }
            ends[i] = new Ends(first, last);
        }
        return ends;
    }

    private int place(int at, int along, boolean flipped) {
        return flipped ? along * foreground.width() + at : at * foreground.width() + along;
    }

    private boolean isGutter(Box box, Ends[] ends, int at, boolean flipped) {
        int from = flipped ? box.top() : box.left();
        int to = flipped ? box.bottom() : box.right();
        // Beside a leaning frame there is flooded paper too, but only at the ends.
        int skipped = (to - from) / ENDS;
        int ink = 0;
        int flooded = 0;
        int most = (int) (MOST_INK * (to - from));
        for (int along = from; along < to && ink <= most; along++) {
            int place = place(at, along, flipped);
            if (labels[place] != label) {
                // Where a row of panels is shorter than the others, there is paper but nothing for it to part.
                boolean isBetween = ends[along - from].first() < at && at < ends[along - from].last();
                flooded += isBetween && along >= from + skipped && along < to - skipped ? 1 : 0;
            } else if (!foreground.paper()[place]) {
                ink++;
            }
        }
        return ink <= most && flooded >= LEAST_FLOODED * (to - from - 2 * skipped);
    }

    static Box part(Box box, int from, int to, boolean flipped) {
        return flipped ? new Box(from, box.top(), to, box.bottom()) : new Box(box.left(), from, box.right(), to);
    }
}
