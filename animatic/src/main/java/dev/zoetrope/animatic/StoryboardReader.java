package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the panels of a storyboard sheet and their reading order. Captions, titles, shot numbers and drawn frames are
/// left out; a picture that is no storyboard gives one panel, itself.
///
/// The steps, each in a class of its own: guess the paper ([PaperFinder]), lay the sheet upright ([Skew], [Canvas]),
/// flood the paper from outside ([Foreground]), take apart what stays dry ([Components]), repair by the grid
/// ([GridPrior]), take the frames off ([FrameStrip]), order ([ReadingOrder]), and doubt the result ([Plausibility]).
///
/// Immutable, thread-safe, deterministic. Takes tens of milliseconds per megapixel and some 30 bytes per pixel of
/// memory while it works.
public final class StoryboardReader {
    /// Reads one picture; never fails, whatever is on it.
    public Sheet read(Picture sheet) {
        PaperFinder.Guess guess = PaperFinder.find(sheet);
        var layouts = new ArrayList<Layout>();
        for (Paper paper : guess.candidates()) {
            Layout layout = Layout.of(sheet, paper);
            if (Plausibility.holds(layout, guess.isClear())) {
                layouts.add(layout);
            }
        }
        return layouts.stream()
                .max(Comparator.comparingDouble(Layout::score))
                .map(layout -> sheet(sheet, layout, guess.isClear()))
                .orElseGet(() -> new Sheet(sheet.width(), sheet.height(), List.of(new Sheet.Panel(sheet.bounds(), 1))));
    }

    private static Sheet sheet(Picture sheet, Layout layout, boolean isClear) {
        List<Sheet.Panel> panels = layout.panels().stream()
                .map(panel -> new Sheet.Panel(
                        clamp(layout.canvas().turn().onSheet(panel.box()), sheet),
                        Plausibility.confidence(panel, isClear)))
                .toList();
        return new Sheet(sheet.width(), sheet.height(), panels);
    }

    private static Quad clamp(Quad quad, Picture sheet) {
        return new Quad(
                clamp(quad.topLeft(), sheet),
                clamp(quad.topRight(), sheet),
                clamp(quad.bottomRight(), sheet),
                clamp(quad.bottomLeft(), sheet));
    }

    private static Quad.Point clamp(Quad.Point point, Picture sheet) {
        return new Quad.Point(Math.clamp(point.x(), 0, sheet.width()), Math.clamp(point.y(), 0, sheet.height()));
    }
}
