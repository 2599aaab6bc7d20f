package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.words.Grey;
import java.util.Arrays;
import java.util.List;

/// Where a sheet is written on outside its panels: what differs from the paper around it, is of the size of letters,
/// and is no frame, rule or arrow.
final class Ink {
    /// Paper is judged in squares of this share of the sheet's longer side.
    private static final int SQUARES = 36;

    /// Writing differs from its paper by this many levels; the grain of a scan does not.
    private static final int DIFFERENCE = 40;

    /// Frames drawn around panels reach this far outside them, as a share of the sheet's longer side.
    private static final double FRAME = 0.002;

    /// The tallest letter, as a share of the sheet's height.
    private static final double TALLEST = 0.07;

    /// A stroke this much longer than thick is a rule.
    private static final int RULE = 12;

    private final Grey grey;
    private final boolean[] mask;

    private Ink(Grey grey, boolean[] mask) {
        this.grey = grey;
        this.mask = mask;
    }

    static Ink of(StraightSheet sheet) {
        Grey grey = sheet.grey();
        var covered = new boolean[grey.width() * grey.height()];
        int frame = 1 + (int) (FRAME * Math.max(grey.width(), grey.height()));
        for (Box panel : sheet.panels()) {
            cover(covered, grey, panel.inset(-frame, -frame, -frame, -frame));
        }
        var mask = new boolean[covered.length];
        var paper = new PaperLevels(grey, covered, Math.max(grey.width(), grey.height()) / SQUARES);
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                int at = y * grey.width() + x;
                mask[at] = !covered[at] && Math.abs(grey.at(x, y) - paper.at(x, y)) > DIFFERENCE;
            }
        }
        var ink = new Ink(grey, mask);
        ink.dropWhatIsNoLetter(sheet.panels());
        return ink;
    }

    private static void cover(boolean[] covered, Grey grey, Box box) {
        int left = Math.clamp(box.left(), 0, grey.width());
        int right = Math.clamp(box.right(), left, grey.width());
        for (int y = Math.max(0, box.top()); y < Math.min(grey.height(), box.bottom()); y++) {
            Arrays.fill(covered, y * grey.width() + left, y * grey.width() + right, true);
        }
    }

    int width() {
        return grey.width();
    }

    int height() {
        return grey.height();
    }

    boolean at(int x, int y) {
        return mask[y * grey.width() + x];
    }

    private void dropWhatIsNoLetter(List<Box> panels) {
        var seen = new boolean[mask.length];
        var places = new int[mask.length];
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] && !seen[start]) {
                int count = flood(start, seen, places);
                if (!isLetter(places, count, panels)) {
                    for (int i = 0; i < count; i++) {
                        mask[places[i]] = false;
                    }
                }
            }
        }
    }

    private int flood(int start, boolean[] seen, int[] places) {
        int width = grey.width();
        int count = 0;
        places[count++] = start;
        seen[start] = true;
        for (int i = 0; i < count; i++) {
            int x = places[i] % width;
            int y = places[i] / width;
            for (int nextY = Math.max(0, y - 1); nextY <= Math.min(grey.height() - 1, y + 1); nextY++) {
                for (int nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX++) {
                    int next = nextY * width + nextX;
                    if (mask[next] && !seen[next]) {
                        seen[next] = true;
                        places[count++] = next;
                    }
                }
            }
        }
        return count;
    }

    private boolean isLetter(int[] places, int count, List<Box> panels) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < count; i++) {
            int x = places[i] % grey.width();
            int y = places[i] / grey.width();
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
        }
        var box = new Box(left, top, right, bottom);
        double tallest = TALLEST * grey.height();
        if (box.height() > tallest || box.width() > 4 * tallest || count < 2) {
            return false;
        }
        boolean isRule = Math.max(box.width(), box.height()) > RULE * box.shorter()
                && Math.max(box.width(), box.height()) > tallest;
        return !isRule && panels.stream().noneMatch(panel -> box.overlap(panel) > 0.5);
    }
}
