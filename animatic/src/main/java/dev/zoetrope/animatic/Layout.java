package dev.zoetrope.animatic;

import java.util.List;

/// What one guess at the paper makes of a sheet.
///
/// @param canvas the sheet laid upright
/// @param foreground what is not paper on it
/// @param panels in reading order, frames taken off; may be empty
/// @param score for choosing between guesses, higher is better
record Layout(Canvas canvas, Foreground foreground, List<Found> panels, double score) {
    /// A panel whose picture varies less than this is probably a gutter taken for one.
    private static final double FLAT = 6;

    /// What a sheet of equal panels is worth more than one of odd panels.
    private static final double EQUALS = 0.3;

    static Layout of(Picture sheet, Paper paper, SheetHints hints) {
        Canvas canvas = Canvas.lay(sheet, paper, 0);
        Foreground foreground = Foreground.of(canvas);
        double skew = Skew.of(foreground);
        if (skew != 0) {
            canvas = Canvas.lay(sheet, paper, skew);
            foreground = Foreground.of(canvas);
        }
        List<Found> panels = Components.find(foreground);
        panels = GridPrior.apply(foreground, panels);
        panels = BlockSplit.split(canvas, panels);
        panels = FrameStrip.strip(canvas.picture(), panels);
        panels = ReadingOrder.of(panels, hints.rightToLeft());
        return new Layout(canvas, foreground, panels, score(canvas, foreground, panels));
    }

    /// The share of the sheet that the panels cover, times the share of paper outside them, less half the share
    /// of flat panels, and a bonus for equal panels: frames taken for paper leave odd ones.
    private static double score(Canvas canvas, Foreground foreground, List<Found> panels) {
        if (panels.isEmpty()) {
            return 0;
        }
        long covered = panels.stream().mapToLong(panel -> panel.box().area()).sum();
        long picture = marked(foreground, new Box(0, 0, foreground.width(), foreground.height()));
        long within = panels.stream()
                .mapToLong(panel -> marked(foreground, panel.box()))
                .sum();
        double whole = (double) foreground.width() * foreground.height();
        double outside = Math.max(1, whole - covered);
        double stray = Math.max(0, picture - within);
        double flat = panels.stream()
                .filter(panel -> isFlat(canvas.picture(), panel.box()))
                .mapToLong(panel -> panel.box().area())
                .sum();
        return covered / whole * (1 - stray / outside) - 0.5 * flat / covered + EQUALS * equals(panels) / covered;
    }

    /// The area of the largest group of equal panels; a pair may be chance.
    private static long equals(List<Found> panels) {
        return panels.stream()
                .map(panel -> panels.stream()
                        .map(Found::box)
                        .filter(other -> other.isAlike(panel.box(), GridPrior.ALIKE))
                        .toList())
                .filter(alike -> alike.size() > 2)
                .mapToLong(alike -> alike.stream().mapToLong(Box::area).sum())
                .max()
                .orElse(0);
    }

    private static long marked(Foreground foreground, Box box) {
        long marked = 0;
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                marked += foreground.at(x, y) ? 1 : 0;
            }
        }
        return marked;
    }

    static boolean isFlat(Picture picture, Box box) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        int step = Math.max(1, box.shorter() / 40);
        // The edges do not count: a frame next to it does not make a gutter a picture.
        int edge = box.shorter() / 6;
        for (int y = box.top() + edge; y < box.bottom() - edge; y += step) {
            for (int x = box.left() + edge; x < box.right() - edge; x += step) {
                int green = Colour.green(picture.at(x, y));
                sum += green;
                squares += (double) green * green;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        return squares / Math.max(1, count) - mean * mean < FLAT * FLAT;
    }
}
