package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Shot;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The dialogue drawn into the picture, where a timeline asks for it: light letters with a dark rim, which are read on
/// any picture, in at most three lines above the bottom. For any number of threads.
final class BurntCaptions {
    /// Of the frame's width; a tenth on each side stays free, what players and screens may cover ("title safe").
    private static final double WIDE = 0.8;

    /// Room below, as a share of the height: outside of it players lay their controls.
    private static final double BELOW = 0.075;

    /// The letters' height, as a share of the frame's height, and of its width in a film that stands upright.
    private static final double TALL = 0.062;

    private static final double TALL_OF_WIDTH = 0.058;

    private static final int MOST_LINES = 3;

    private static final double LEADING = 1.28;

    /// Width of the rim on each side of a stroke, as a share of the letters.
    private static final double RIM = 0.11;

    /// Lines are tried narrower by this step.
    private static final double NARROWER = 0.96;

    private static final double BOLD = 0.05;

    private final List<Told> told = new ArrayList<>();
    private final Map<Told, Overlay> drawn = new ConcurrentHashMap<>();
    private final FrameSize size;

    /// A line in the film's frames.
    private record Told(int from, int to, String words) {}

    BurntCaptions(Timeline timeline) {
        size = timeline.size();
        if (timeline.extras().captions() == Extras.Captions.BURNT) {
            for (Shot shot : timeline.shots()) {
                for (Line line : shot.lines()) {
                    int from = shot.start() + line.at();
                    String words = line.words().replaceAll("\\s+", " ").strip();
                    if (!words.isEmpty()) {
                        told.add(new Told(from, from + line.length(), words));
                    }
                }
            }
        }
    }

    /// What lies over a frame of the film, or null.
    @Nullable
    Overlay at(int frame) {
        for (Told line : told) {
            if (frame >= line.from && frame < line.to) {
                return drawn.computeIfAbsent(line, this::draw);
            }
        }
        return null;
    }

    private Overlay draw(Told line) {
        Lettering letters = Lettering.get();
        double largest = Math.min(size.height() * TALL, size.width() * TALL_OF_WIDTH);
        TextBlock block = balanced(line.words, largest, letters);
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double height = block.height();
        double baseline = size.height() * (1 - BELOW)
                - 0.2 * height
                - LEADING * height * (block.lines().size() - 1);
        for (String words : block.lines()) {
            double x = (size.width() - letters.width(words) * height) / 2;
            Shape outline = letters.outline(words, x, baseline, height);
            // A soft wide rim, then a hard narrow one: the first for busy pictures, the second for white ones.
            rim(pen, outline, height * RIM * 3.6, new Color(0, 0, 0, 70));
            rim(pen, outline, height * RIM * 2, new Color(8, 8, 12, 235));
            pen.setPaint(new Color(0xfdfcf7));
            pen.fill(outline);
            // The font has no bold; a thin line about each letter makes it one.
            pen.setStroke(new BasicStroke((float) (height * BOLD), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            pen.draw(outline);
            baseline += LEADING * height;
        }
        pen.dispose();
        return new Overlay(image);
    }

    /// Broken so that no word is left alone on the last line: as narrow as the same number of lines allows.
    private TextBlock balanced(String words, double largest, Lettering letters) {
        double width = size.width() * WIDE;
        TextBlock block = TextBlock.fit(words, largest, width, MOST_LINES, letters::width);
        int lines = block.lines().size();
        while (lines > 1) {
            width *= NARROWER;
            TextBlock narrow = TextBlock.fit(words, block.height(), width, lines, letters::width);
            if (narrow.height() < block.height()) {
                return block;
            }
            block = narrow;
        }
        return block;
    }

    private static void rim(Graphics2D pen, Shape outline, double wide, Color colour) {
        pen.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setPaint(colour);
        pen.draw(outline);
    }
}
