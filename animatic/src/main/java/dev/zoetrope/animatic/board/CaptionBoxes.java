package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.List;

/// Takes the ruled boxes for words off the pictures that they hang on, as printed storyboard forms have them: a line
/// from side to side at the same height in nearly all panels, and below it, or above it, mostly bare paper.
final class CaptionBoxes {
    /// A box for words is no higher than this share of the panel with its box.
    private static final double HIGHEST = 0.45;

    /// So much of a box is paper: handwriting covers far less.
    private static final double LEAST_PAPER = 0.6;

    /// Boxes of one sheet are as high as each other within so many pixels.
    private static final int SAME_HEIGHT = 4;

    /// This share of the panels must have a box.
    private static final double NEARLY_ALL = 0.7;

    private CaptionBoxes() {}

    static List<Found> cutOff(Canvas canvas, List<Found> panels) {
        if (panels.size() < 2) {
            return panels;
        }
        FrameStrip.Frame frame = FrameStrip.frameOf(canvas.picture(), panels);
        if (frame.thickness() == 0) {
            return panels;
        }
        var search = new LineSearch(canvas, frame);
        List<Found> cut = cutOff(canvas, panels, search, true);
        return cutOff(canvas, cut, search, false);
    }

    private static List<Found> cutOff(Canvas canvas, List<Found> panels, LineSearch search, boolean atBottom) {
        List<List<Integer>> heights = panels.stream()
                .map(panel -> heights(canvas, panel.box(), search, atBottom))
                .toList();
        int usual = 0;
        long most = 0;
        for (int height : heights.stream().flatMap(List::stream).sorted().toList()) {
            long sharing = heights.stream()
                    .filter(own -> own.stream().anyMatch(other -> Math.abs(other - height) <= SAME_HEIGHT))
                    .count();
            if (sharing > most) {
                most = sharing;
                usual = height;
            }
        }
        if (most < NEARLY_ALL * panels.size()) {
            return panels;
        }
        int height = usual;
        return panels.stream()
                .map(panel -> panel.at(panel.box().inset(0, atBottom ? 0 : height, 0, atBottom ? height : 0)))
                .filter(panel -> !panel.box().isEmpty())
                .toList();
    }

    /// How high a panel's box for words may be, without the line between.
    private static List<Integer> heights(Canvas canvas, Box panel, LineSearch search, boolean atBottom) {
        var heights = new ArrayList<Integer>();
        for (LineSearch.Cut cut : search.cuts(panel, false)) {
            // The line stays with the picture, as its frame.
            Box words = atBottom
                    ? new Box(panel.left(), cut.end(), panel.right(), panel.bottom())
                    : new Box(panel.left(), panel.top(), panel.right(), cut.start());
            if (words.height() <= HIGHEST * panel.height() && isPaper(canvas, words)) {
                heights.add(words.height());
            }
        }
        return heights;
    }

    private static boolean isPaper(Canvas canvas, Box box) {
        int paper = 0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                paper += canvas.paper().matches(canvas.picture().at(x, y), x + 0.5, y + 0.5) ? 1 : 0;
            }
        }
        return paper >= LEAST_PAPER * box.area();
    }
}
