package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks inside a block for the lines between panels that share them, or whose gutter is too thin for the flood: rows
/// or columns that keep one colour from side to side, the frame's or one between the frame's and the paper's.
final class LineSearch {
    /// A line keeps its colour over this share of its length; the rest is crossings and specks.
    private static final double UNIFORM = 0.955;

    private static final int SAME_COLOUR = 30;

    /// How far a line may be from the frame's colour, or from the mixtures of frame and paper.
    private static final int LIKE_FRAME = 34;

    /// A line thicker than this many frames is a dark part of a picture.
    private static final double THICKEST = 2.6;

    /// A closed gutter shows as two frames with at most so many pixels between.
    private static final int CLOSED_GUTTER = 9;

    /// Pairs compared before a line is looked at closely.
    private static final int GLANCES = 16;

    /// So many pixels of a line are looked at.
    private static final int SAMPLES = 240;

    /// Where a block can be cut.
    ///
    /// @param end where the part before ends, its frame included
    /// @param start where the part after starts, its frame included
    record Cut(int end, int start) {}

    /// A stretch of neighbouring lines in one colour.
    private record Band(int from, int to, int colour) {}

    private final Canvas canvas;
    private final FrameStrip.Frame frame;

    LineSearch(Canvas canvas, FrameStrip.Frame frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /// The cuts of a block from top to bottom, or from left to right when `flipped`.
    List<Cut> cuts(Box block, boolean flipped) {
        var cuts = new ArrayList<Cut>();
        List<Band> bands = bands(block, flipped);
        for (int i = 0; i < bands.size(); i++) {
            Band first = bands.get(i);
            if (!isFrame(first)) {
                continue;
            }
            Band last = first;
            while (i + 1 < bands.size() && bands.get(i + 1).from() - first.to() <= CLOSED_GUTTER) {
                last = isFrame(bands.get(i + 1)) ? bands.get(i + 1) : last;
                i++;
            }
            cuts.add(last == first ? new Cut(first.to(), first.from()) : new Cut(first.to(), last.from()));
        }
        return cuts;
    }

    private boolean isFrame(Band band) {
        return band.to() - band.from() <= Math.ceil(THICKEST * frame.thickness())
                && Colour.distance(band.colour(), frame.colour()) <= LIKE_FRAME;
    }

    private List<Band> bands(Box block, boolean flipped) {
        int from = flipped ? block.left() : block.top();
        int to = flipped ? block.right() : block.bottom();
        int rim = 2 * frame.thickness() + CLOSED_GUTTER;
        var bands = new ArrayList<Band>();
        int start = -1;
        int colour = 0;
        int previous = 0;
        for (int at = from + rim; at <= to - rim; at++) {
            int here = at < to - rim ? colour(block, at, flipped) : -1;
            boolean goesOn = start >= 0 && here >= 0 && Colour.distance(here, previous) <= SAME_COLOUR;
            if (start >= 0 && !goesOn) {
                bands.add(new Band(start, at, colour));
                start = -1;
            }
            if (start < 0 && here >= 0) {
                start = at;
                colour = here;
            }
            // The darkest line of a band, being the least blended, stands for it.
            if (here >= 0 && Colour.distance(here, frame.colour()) < Colour.distance(colour, frame.colour())) {
                colour = here;
            }
            previous = here;
        }
        return bands;
    }

    /// A glance at a few places, which settles most lines.
    private static boolean isMotley(int[] line) {
        int apart = 0;
        for (int i = 0; i < GLANCES; i++) {
            int a = line[i * line.length / GLANCES];
            int b = line[(i * line.length / GLANCES + line.length / 2) % line.length];
            apart += Colour.distance(a, b) > 2 * SAME_COLOUR ? 1 : 0;
        }
        return apart > GLANCES / 4;
    }

    /// The one colour of a line, -1 when it has several.
    private int colour(Box block, int at, boolean flipped) {
        int from = (flipped ? block.top() : block.left()) + frame.thickness();
        int length = (flipped ? block.height() : block.width()) - 2 * frame.thickness();
        int count = Math.min(SAMPLES, length);
        if (count < 1) {
            return -1;
        }
        var line = new int[count];
        for (int i = 0; i < count; i++) {
            int along = from + (int) ((long) i * length / count);
            line[i] =
                    flipped ? canvas.picture().at(at, along) : canvas.picture().at(along, at);
        }
        if (isMotley(line)) {
            return -1;
        }
        int median = Colour.median(line);
        long near = Arrays.stream(line)
                .filter(rgb -> Colour.distance(rgb, median) <= SAME_COLOUR)
                .count();
        return near >= UNIFORM * count ? median : -1;
    }
}
