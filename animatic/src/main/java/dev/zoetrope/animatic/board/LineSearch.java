package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import java.util.ArrayList;
import java.util.List;

/// Looks inside a block for the lines between panels that share them, or whose gutter is too thin for the flood:
/// rows or columns that come nearer to the frame's colour, or to the paper's where there are no frames, than
/// what lies on both sides of them, all the way across.
///
/// It is the comparison with both sides that counts, not the colour itself: a line of two pixels is a blend of
/// frame and picture once a scan was turned, and an even dark part of a picture has no such sides.
final class LineSearch {
    /// A line is one over this share of its length; the rest is crossings, specks and dark things beside it.
    private static final double ACROSS = 0.9;

    /// Over this share of its length a line must stand out from both sides; elsewhere it may lie in the dark.
    private static final double STANDS_OUT = 0.3;

    /// A line is nearer to the frame's colour than both sides by at least so much.
    private static final int NEARER = 14;

    /// And by this share of their distance: at a sharp edge JPEG leaves a fringe that is a little darker than both.
    private static final double MOST_OF_BESIDE = 0.8;

    /// What differs from the frame's colour by less is that colour.
    private static final int SAME_COLOUR = 30;

    /// A closed gutter shows as two frames with at most so many pixels between.
    private static final int CLOSED_GUTTER = 9;

    /// Half of the widest gutter without frames that the flood may have missed.
    private static final int HALF_GUTTER = 4;

    /// So many pixels of a line are looked at.
    private static final int SAMPLES = 240;

    /// Where a block can be cut.
    ///
    /// @param end where the part before ends, its frame included
    /// @param start where the part after starts, its frame included
    record Cut(int end, int start) {}

    /// A stretch of neighbouring rows or columns that are all lines.
    private record Line(int from, int to) {}

    private final Canvas canvas;
    private final FrameStrip.Frame frame;

    LineSearch(Canvas canvas, FrameStrip.Frame frame) {
        this.canvas = canvas;
        this.frame = frame;
    }

    /// The cuts of a block from top to bottom, or from left to right when `flipped`.
    List<Cut> cuts(Box block, boolean flipped) {
        List<Line> lines = lines(block, flipped);
        var cuts = new ArrayList<Cut>();
        int first = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).from() - lines.get(i - 1).to() > CLOSED_GUTTER) {
                cuts.add(cut(lines.get(first), lines.get(i - 1)));
                first = i;
            }
        }
        return cuts;
    }

    /// Lines that lie together are one cut. A shared line belongs to both parts, two frames to one each; the
    /// paper of a sheet without frames belongs to none.
    private Cut cut(Line first, Line last) {
        return frame.thickness() > 0 ? new Cut(first.to(), last.from()) : new Cut(first.from(), last.to());
    }

    /// The lines, away from the block's own edges.
    private List<Line> lines(Box block, boolean flipped) {
        int reach = reach();
        int rim = 2 * frame.thickness() + CLOSED_GUTTER;
        int from = (flipped ? block.left() : block.top()) + rim;
        int to = (flipped ? block.right() : block.bottom()) - rim;
        int colour = frame.thickness() > 0 ? frame.colour() : canvas.paper().at(block.centreX(), block.centreY());
        var lines = new ArrayList<Line>();
        int open = -1;
        for (int at = from; at <= to; at++) {
            boolean isLine = at < to && isLine(block, at, reach, colour, flipped);
            if (isLine && open < 0) {
                open = at;
            } else if (!isLine && open >= 0) {
                // Neighbours of a line count as lines too.
                int slack = at - open > 2 ? 1 : 0;
                lines.add(new Line(open + slack, at - slack));
                open = -1;
            }
        }
        return lines;
    }

    /// From the middle of a line to what lies beside it.
    private int reach() {
        return frame.thickness() > 0 ? frame.thickness() / 2 + 4 : HALF_GUTTER + 1;
    }

    private boolean isLine(Box block, int at, int reach, int colour, boolean flipped) {
        int from = (flipped ? block.top() : block.left()) + frame.thickness();
        int length = (flipped ? block.height() : block.width()) - 2 * frame.thickness();
        int count = Math.min(SAMPLES, length);
        int onLine = 0;
        int outstanding = 0;
        for (int i = 0; i < count; i++) {
            int along = from + (int) ((long) i * length / count);
            // A line may be a pixel off its place: no scan is quite straight.
            int here = Math.min(
                    distance(at, along, colour, flipped),
                    Math.min(distance(at - 1, along, colour, flipped), distance(at + 1, along, colour, flipped)));
            int beside = Math.min(
                    distance(at - reach, along, colour, flipped), distance(at + reach, along, colour, flipped));
            boolean standsOut = here + NEARER <= beside && here <= MOST_OF_BESIDE * beside;
            outstanding += standsOut ? 1 : 0;
            onLine += standsOut || here <= SAME_COLOUR ? 1 : 0;
            // Most lines are settled after a few looks.
            if (i - onLine > (1 - ACROSS) * count) {
                return false;
            }
        }
        return count > 0 && onLine >= ACROSS * count && outstanding >= STANDS_OUT * count;
    }

    private int distance(int at, int along, int colour, boolean flipped) {
        int rgb = flipped ? canvas.picture().at(at, along) : canvas.picture().at(along, at);
        return Colour.distance(rgb, colour);
    }
}
