package dev.zoetrope.animatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks inside a block for the lines between panels that share them, or whose gutter is too thin for the
/// flood: rows or columns that keep one colour from side to side, the frame's or one between the frame's and
/// the paper's.
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

    /// A stretch of neighbouring lines in one colour, and how near it comes to the frame's and the paper's: the
    /// least blended of its lines counts.
    private record Band(int from, int to, int fromFrame, int fromPaper) {
        int thickness() {
            return to - from;
        }

        Band with(Band next) {
            return new Band(from, next.to, Math.min(fromFrame, next.fromFrame), Math.min(fromPaper, next.fromPaper));
        }
    }

    private final Canvas canvas;
    private final FrameStrip.Frame frame;

    LineSearch(Canvas canvas, FrameStrip.Frame frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /// The cuts of a block from top to bottom, or from left to right when `flipped`.
    List<Cut> cuts(Box block, boolean flipped) {
        List<Band> lines = bands(block, flipped).stream()
                .filter(frame.thickness() > 0 ? this::isFrame : LineSearch::isPaper)
                .toList();
        var cuts = new ArrayList<Cut>();
        int first = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).from() - lines.get(i - 1).to() > CLOSED_GUTTER) {
                cuts.add(cut(lines.subList(first, i)));
                first = i;
            }
        }
        return cuts;
    }

    /// Lines that lie together are one cut. A shared line belongs to both parts, two frames to one each; the
    /// paper of a sheet without frames belongs to none.
    private Cut cut(List<Band> lines) {
        Band first = lines.getFirst();
        Band last = lines.getLast();
        return frame.thickness() > 0 ? new Cut(first.to(), last.from()) : new Cut(first.from(), last.to());
    }

    private boolean isFrame(Band band) {
        return band.thickness() <= Math.ceil(THICKEST * frame.thickness()) && band.fromFrame() <= LIKE_FRAME;
    }

    private static boolean isPaper(Band band) {
        return band.thickness() <= CLOSED_GUTTER && band.fromPaper() <= LIKE_FRAME;
    }

    /// The stretches of one colour, away from the block's own edges.
    private List<Band> bands(Box block, boolean flipped) {
        int paper = canvas.paper().at(block.centreX(), block.centreY());
        int rim = 2 * frame.thickness() + CLOSED_GUTTER;
        int from = (flipped ? block.left() : block.top()) + rim;
        int to = (flipped ? block.right() : block.bottom()) - rim;
        var bands = new ArrayList<Band>();
        Band open = null;
        int previous = 0;
        for (int at = from; at < to; at++) {
            int here = colour(block, at, flipped);
            if (open != null && here >= 0 && Colour.distance(here, previous) <= SAME_COLOUR) {
                open = open.with(line(at, here, paper));
            } else {
                if (open != null) {
                    bands.add(open);
                }
                open = here < 0 ? null : line(at, here, paper);
            }
            previous = here;
        }
        if (open != null) {
            bands.add(open);
        }
        return bands;
    }

    private Band line(int at, int colour, int paper) {
        return new Band(at, at + 1, Colour.distance(colour, frame.colour()), Colour.distance(colour, paper));
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
