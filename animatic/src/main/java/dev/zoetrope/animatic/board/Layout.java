package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.SheetHints;
import java.util.List;
import java.util.Optional;

/// What one guess at the paper makes of a sheet.
///
/// @param canvas the sheet laid upright
/// @param foreground what is not paper on it
/// @param panels in reading order, frames taken off; may be empty
/// @param score for choosing between guesses, higher is better
record Layout(Canvas canvas, Foreground foreground, List<Found> panels, double score) {
    /// A panel whose picture varies less than this is probably a gutter taken for one.
    private static final double FLAT = 6;

    /// A flat panel so much narrower than the broadest is a gutter.
    private static final double NARROW = 0.4;

    /// A part of a block that is filled less is paper.
    private static final double LEAST_FILL = 0.25;

    /// What a sheet of equal panels is worth more than one of odd panels.
    private static final double EQUALS = 0.3;

    /// What a guess makes of a sheet at first sight: not yet turned.
    ///
    /// @param paper that is guessed, in the sheet's coordinates
    /// @param foreground what is not paper on the canvas
    record Draft(Picture sheet, Paper paper, Canvas canvas, Foreground foreground, SheetHints hints) {
        static Draft of(Picture sheet, Paper paper, SheetHints hints) {
            Canvas canvas = Canvas.lay(sheet, paper, 0);
            return new Draft(sheet, paper, canvas, Foreground.of(canvas), hints);
        }

        Layout laidUpright() {
            double skew = Skew.of(foreground);
            if (skew == 0) {
                return Layout.of(canvas, foreground, hints);
            }
            Canvas turned = Canvas.lay(sheet, paper, skew);
            return Layout.of(turned, Foreground.of(turned), hints);
        }

        /// The same for panels that the sheet's edge cuts off; empty when no gutter reaches the edge.
        Optional<Layout> cutOff() {
            return foreground.closed(canvas.bounds(sheet)).map(closed -> Layout.of(canvas, closed, hints));
        }
    }

    private static Layout of(Canvas canvas, Foreground foreground, SheetHints hints) {
        List<Found> panels = TablePictures.panels(canvas, foreground);
        if (panels.isEmpty()) {
            panels = Components.find(foreground);
            if (BlockSplit.isWholeSheet(canvas, panels) && canvas.turn().radians() == 0) {
                return new Layout(canvas, foreground, FrameStrip.strip(canvas.picture(), panels), 0);
            }
            panels = GridPrior.apply(foreground, panels);
            List<Found> blocks = panels;
            if (!BlockSplit.isWholeSheet(canvas, blocks) || canvas.turn().radians() != 0) {
                panels = EvenSplit.grids(canvas, panels);
                panels = BlockSplit.split(canvas, panels);
                panels = seamless(canvas, EvenSplit.split(canvas, panels));
                panels = measured(foreground, panels, blocks);
                panels = CaptionBoxes.cutOff(canvas, panels);
            }
        }
        panels = FrameStrip.strip(canvas.picture(), panels);
        panels = ReadingOrder.of(panels, hints.rightToLeft());
        return new Layout(canvas, foreground, panels, score(canvas, foreground, panels));
    }

    /// A sheet without any paper: panels edge to edge, if they make an even grid.
    ///
    /// @param isCertain whether every line of that grid must show clearly
    static Layout withoutPaper(Picture sheet, Paper paper, SheetHints hints, boolean isCertain) {
        Canvas canvas = Canvas.lay(sheet, paper, 0);
        Foreground foreground = Foreground.of(canvas);
        Box whole = canvas.bounds(sheet);
        List<Found> panels = List.of(new Found(whole, 1));
        panels = isCertain ? EvenSplit.grids(canvas, panels) : seamless(canvas, EvenSplit.split(canvas, panels));
        panels = ReadingOrder.of(FrameStrip.strip(canvas.picture(), panels), hints.rightToLeft());
        return new Layout(canvas, foreground, panels, 0);
    }

    /// The same for panels of any sizes, in rows or in columns.
    static Layout edgeToEdge(Draft draft) {
        Box whole = draft.canvas().bounds(draft.sheet());
        List<Found> panels = SeamSplit.split(draft.canvas(), whole).stream()
                .map(cell -> new Found(cell, 1))
                .toList();
        panels = ReadingOrder.of(panels, draft.hints().rightToLeft());
        return new Layout(draft.canvas(), draft.foreground(), panels, 0);
    }

    /// A sheet divided as a person said, when nothing that was found fits it.
    static Layout given(Picture sheet, Paper paper, SheetHints hints) {
        Layout found = Draft.of(sheet, paper, hints).laidUpright();
        Box bounds = found.canvas().bounds(sheet);
        List<Found> panels = GivenGrid.divide(found, bounds, hints);
        panels = ReadingOrder.of(FrameStrip.strip(found.canvas().picture(), panels), hints.rightToLeft());
        return new Layout(found.canvas(), found.foreground(), panels, 0);
    }

    /// A block that nothing else could divide may be panels edge to edge that are not even.
    private static List<Found> seamless(Canvas canvas, List<Found> panels) {
        return panels.size() == 1
                ? SeamSplit.split(canvas, panels.getFirst().box()).stream()
                        .map(panels.getFirst()::at)
                        .toList()
                : panels;
    }

    /// Parts of blocks are measured anew, and the bare paper among them left out: the last row of a block may be
    /// incomplete.
    private static List<Found> measured(Foreground foreground, List<Found> panels, List<Found> blocks) {
        return panels.stream()
                .map(panel -> blocks.contains(panel)
                        ? panel
                        : new Found(
                                panel.box(),
                                (double) marked(foreground, panel.box())
                                        / panel.box().area()))
                .filter(panel -> panel.fill() >= LEAST_FILL)
                .toList();
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

    /// The same without the gutters that were taken for panels: bare and much narrower than the others. That happens
    /// when the frames were taken for the paper.
    Layout withoutGutters() {
        int broadest =
                panels.stream().mapToInt(panel -> panel.box().shorter()).max().orElse(0);
        List<Box> pictures = panels.stream()
                .map(Found::box)
                .filter(box -> !isFlat(canvas.picture(), box))
                .toList();
        // What is as large as a picture is an empty one.
        List<Found> rest = panels.stream()
                .filter(panel -> panel.box().shorter() >= NARROW * broadest
                        || pictures.stream().anyMatch(box -> box.isAlike(panel.box(), GridPrior.ALIKE)))
                .toList();
        return rest.size() == panels.size()
                ? this
                : new Layout(canvas, foreground, rest, score(canvas, foreground, rest));
    }

    /// How many panels show something.
    long pictures() {
        return panels.stream()
                .filter(panel -> !isFlat(canvas.picture(), panel.box()))
                .count();
    }

    /// The area of all panels.
    long covered() {
        return panels.stream().mapToLong(panel -> panel.box().area()).sum();
    }

    /// The share of that in equal panels.
    double equality() {
        return (double) equals(panels) / Math.max(1, covered());
    }

    private static boolean isFlat(Picture picture, Box box) {
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
