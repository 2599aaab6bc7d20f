package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.SheetHints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the panels of a storyboard sheet and their reading order. Captions, titles, shot numbers and drawn
/// frames are left out; a picture that is no storyboard gives one panel, itself.
///
/// The steps, each in a class of its own: guess the paper ([PaperFinder]), lay the sheet upright ([Skew],
/// [Canvas]), flood the paper from outside ([Foreground]), take apart what stays dry ([Components]), repair by
/// the grid ([GridPrior]), split what has no paper between ([BlockSplit]), take the frames off ([FrameStrip]),
/// order ([ReadingOrder]), and doubt the result ([Plausibility]).
///
/// Immutable, thread-safe, deterministic. Takes about a tenth of a second per megapixel and some 30 bytes per
/// pixel of memory while it works; very large sheets are made smaller first ([Reduction]).
public final class StoryboardReader {
    /// A smaller picture holds no sheet of panels that could be told apart.
    private static final int LEAST_SIDE = 48;

    /// Panels whose equality differs by less are as equal.
    private static final double UNEQUAL = 0.1;

    /// Reads one picture of which nothing is known; never fails, whatever is on it.
    public Sheet read(Picture sheet) {
        return read(sheet, SheetHints.NONE);
    }

    /// Reads one picture of which a person has said something; never fails, whatever is on it. With rows and columns
    /// given there are so many panels, unless the last row shows fewer.
    public Sheet read(Picture sheet, SheetHints hints) {
        if (Math.min(sheet.width(), sheet.height()) < LEAST_SIDE) {
            return whole(sheet);
        }
        int factor = Reduction.factor(sheet);
        Picture reduced = Reduction.by(factor, sheet);
        PaperFinder.Guess guess = PaperFinder.find(reduced);
        var layouts = layouts(reduced, guess, hints);
        return layouts.stream()
                .max(Comparator.comparingDouble(Layout::score))
                .map(layout -> sheet(sheet, layout, factor, guess.isClear()))
                .orElseGet(() -> whole(sheet));
    }

    private static List<Layout> layouts(Picture sheet, PaperFinder.Guess guess, SheetHints hints) {
        Paper likeliest = guess.candidates().getFirst();
        var layouts = new ArrayList<Layout>();
        for (Paper paper : guess.candidates()) {
            Layout.Draft draft = Layout.Draft.of(sheet, paper, hints);
            Layout laid = draft.laidUpright();
            laid = guess.isClear() ? laid : laid.withoutGutters();
            addIfPlausible(layouts, laid, guess, hints);
            // The edge of a turned sheet runs aslant through its panels.
            if (!guess.isClear() && laid.canvas().turn().radians() == 0) {
                draft.cutOff().ifPresent(layout -> addIfPlausible(layouts, layout, guess, hints));
            }
        }
        List<Layout> certain = layouts.stream().filter(Plausibility::isCertain).toList();
        if (!guess.isClear() && !certain.isEmpty()) {
            return List.of(tightest(certain));
        }
        if (!guess.isClear()) {
            var edgeToEdge = new ArrayList<Layout>();
            addIfSplit(edgeToEdge, Layout.withoutPaper(sheet, likeliest, hints, true), hints);
            Layout seams = Layout.edgeToEdge(Layout.Draft.of(sheet, likeliest, hints));
            if (layouts.stream()
                    .allMatch(layout -> layout.panels().size() <= seams.panels().size())) {
                addIfSplit(edgeToEdge, seams, hints);
            }
            if (!edgeToEdge.isEmpty()) {
                return edgeToEdge.subList(0, 1);
            }
        }
        if (layouts.isEmpty() && !guess.isClear()) {
            addIfSplit(layouts, Layout.withoutPaper(sheet, likeliest, hints, false), hints);
        }
        if (layouts.isEmpty() && hints.hasGrid()) {
            layouts.add(Layout.given(sheet, likeliest, hints));
        }
        return layouts;
    }

    /// Of layouts that are certain, the one that takes no gutters and frames for panels or parts of them: it shows the
    /// most pictures, as equal as in any other, and covers the least.
    private static Layout tightest(List<Layout> layouts) {
        long most = layouts.stream().mapToLong(Layout::pictures).max().orElse(0);
        List<Layout> full =
                layouts.stream().filter(layout -> layout.pictures() == most).toList();
        double equality = full.stream().mapToDouble(Layout::equality).max().orElse(0);
        return full.stream()
                .filter(layout -> layout.equality() >= equality - UNEQUAL)
                .min(Comparator.comparingLong(Layout::covered))
                .orElseThrow();
    }

    private static void addIfSplit(List<Layout> layouts, Layout layout, SheetHints hints) {
        if (layout.panels().size() > 1 && GivenGrid.fits(layout.panels(), hints)) {
            layouts.add(layout);
        }
    }

    private static void addIfPlausible(List<Layout> layouts, Layout layout, PaperFinder.Guess guess, SheetHints hints) {
        if (GivenGrid.fits(layout.panels(), hints) && Plausibility.holds(layout, guess.isClear())) {
            layouts.add(layout);
        }
    }

    private static Sheet whole(Picture sheet) {
        return Sheet.whole(sheet);
    }

    private static Sheet sheet(Picture sheet, Layout layout, int factor, boolean isClear) {
        var panels = new ArrayList<Sheet.Panel>();
        for (Found panel : layout.panels()) {
            Quad quad = layout.canvas().turn().onSheet(panel.box());
            panels.add(new Sheet.Panel(
                    new Quad(
                            place(quad.topLeft(), factor, sheet),
                            place(quad.topRight(), factor, sheet),
                            place(quad.bottomRight(), factor, sheet),
                            place(quad.bottomLeft(), factor, sheet)),
                    Plausibility.confidence(panel, isClear)));
        }
        return new Sheet(sheet.width(), sheet.height(), panels);
    }

    private static Quad.Point place(Quad.Point point, int factor, Picture sheet) {
        return new Quad.Point(
                Math.clamp(point.x() * factor, 0, sheet.width()), Math.clamp(point.y() * factor, 0, sheet.height()));
    }
}
