package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Takes a foreground apart into what hangs together, and keeps what is big enough for a panel: letters of
/// captions and titles, shot numbers and specks are not.
final class Components {
    /// A panel's shorter side is at least this share of the sheet's.
    private static final double LEAST_SIDE = 0.045;

    /// A panel covers at least this share of the sheet.
    private static final double LEAST_AREA = 0.0025;

    /// An edge lies where this share of the row or column is filled: a caption that touches a frame ends
    /// outside.
    private static final double EDGE_COVERAGE = 0.5;

    /// What is smaller than this share of the usual panel is none.
    private static final double LEAST_OF_USUAL = 0.06;

    /// Panels in one component that come out one by one; more are no sheet.
    private static final int MOST_ROUNDS = 6;

    private final Foreground foreground;
    /// What is not yet taken.
    private final boolean[] rest;

    private final double leastSide;
    private final double leastArea;
    private final int[] labels;
    private final int[] queue;

    private Components(Foreground foreground) {
        this.foreground = foreground;
        this.rest = foreground.marks().clone();
        this.labels = new int[rest.length];
        this.queue = new int[rest.length];
        this.leastSide = LEAST_SIDE * Math.min(foreground.width(), foreground.height());
        this.leastArea = LEAST_AREA * rest.length;
    }

    static List<Found> find(Foreground foreground) {
        var components = new Components(foreground);
        var panels = new ArrayList<Found>();
        for (int round = 0; round < MOST_ROUNDS && components.take(panels); round++) {
            Arrays.fill(components.labels, 0);
        }
        return withoutSmall(panels);
    }

    /// The pieces of one cell, the largest first.
    static List<Found> pieces(Foreground foreground) {
        var components = new Components(foreground);
        var pieces = new ArrayList<Found>();
        components.take(pieces);
        return pieces.stream()
                .sorted(Comparator.comparingLong(piece -> -piece.box().area()))
                .toList();
    }

    /// Takes panels out of the rest; true when a component had more to it than the panel taken: panels that
    /// touch at a corner come out one after the other.
    private boolean take(List<Found> panels) {
        int label = 0;
        boolean hasMore = false;
        for (int place = 0; place < labels.length; place++) {
            if (!rest[place] || labels[place] != 0) {
                continue;
            }
            Box hull = spread(place, ++label);
            if (!isPanel(hull)) {
                continue;
            }
            for (Box part : new GutterCut(foreground, labels, label, leastSide).parts(hull)) {
                Found panel = trim(part, label);
                if (isPanel(panel.box())) {
                    panels.add(panel);
                    hasMore |= clear(part, panel.box(), label) >= leastArea;
                }
            }
        }
        return hasMore;
    }

    private boolean isPanel(Box box) {
        return box.shorter() >= leastSide && box.area() >= leastArea;
    }

    /// Takes a panel out of the rest and counts what stays of its component.
    private int clear(Box hull, Box panel, int label) {
        int stays = 0;
        for (int y = hull.top(); y < hull.bottom(); y++) {
            for (int x = hull.left(); x < hull.right(); x++) {
                int place = y * foreground.width() + x;
                if (labels[place] == label) {
                    boolean isInside = x >= panel.left() && x < panel.right() && y >= panel.top() && y < panel.bottom();
                    rest[place] &= !isInside;
                    stays += isInside ? 0 : 1;
                }
            }
        }
        return stays;
    }

    /// Drops what is far smaller than the median of the larger half.
    static List<Found> withoutSmall(List<Found> panels) {
        if (panels.isEmpty()) {
            return panels;
        }
        long[] areas =
                panels.stream().mapToLong(panel -> panel.box().area()).sorted().toArray();
        long usual = areas[areas.length - 1 - (areas.length - 1) / 4];
        return panels.stream()
                .filter(panel -> panel.box().area() >= LEAST_OF_USUAL * usual)
                .toList();
    }

    /// Labels what hangs together with a place over four neighbours and gives its hull.
    private Box spread(int from, int label) {
        int width = foreground.width();
        int left = width;
        int right = 0;
        int top = foreground.height();
        int bottom = 0;
        int end = 0;
        queue[end++] = from;
        labels[from] = label;
        for (int next = 0; next < end; next++) {
            int at = queue[next];
            int x = at % width;
            int y = at / width;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            // The rim of the canvas is paper, so no place of the foreground lies on its edge.
            end = visit(at - 1, label, end);
            end = visit(at + 1, label, end);
            end = visit(at - width, label, end);
            end = visit(at + width, label, end);
        }
        return new Box(left, top, right, bottom);
    }

    private int visit(int place, int label, int end) {
        if (rest[place] && labels[place] == 0) {
            labels[place] = label;
            queue[end] = place;
            return end + 1;
        }
        return end;
    }

    /// Moves the edges inwards to where rows and columns are half filled.
    private Found trim(Box hull, int label) {
        Box box = hull;
        while (true) {
            int[] rows = counts(box, label, false);
            int[] columns = counts(box, label, true);
            int top = firstFilled(rows, box.width());
            int bottom = firstFilled(reversed(rows), box.width());
            int left = firstFilled(columns, box.height());
            int right = firstFilled(reversed(columns), box.height());
            Box next = box.inset(left, top, right, bottom);
            if (next.isEmpty()) {
                return new Found(next, 0);
            }
            if (next.equals(box)) {
                return new Found(box, (double) Arrays.stream(rows).sum() / box.area());
            }
            box = next;
        }
    }

    private int[] counts(Box box, int label, boolean ofColumns) {
        var counts = new int[ofColumns ? box.width() : box.height()];
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                if (labels[y * foreground.width() + x] == label) {
                    counts[ofColumns ? x - box.left() : y - box.top()]++;
                }
            }
        }
        return counts;
    }

    private static int firstFilled(int[] counts, int span) {
        int at = 0;
        while (at < counts.length && counts[at] < EDGE_COVERAGE * span) {
            at++;
        }
        return at;
    }

    private static int[] reversed(int[] counts) {
        var turned = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            turned[i] = counts[counts.length - 1 - i];
        }
        return turned;
    }
}
