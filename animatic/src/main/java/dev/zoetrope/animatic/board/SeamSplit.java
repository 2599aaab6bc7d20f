package dev.zoetrope.animatic.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits a block into panels that lie edge to edge at any place, in rows of columns or columns of rows: wherever the
/// picture changes at once all along a straight line from side to side. A photograph may have one such line, a
/// horizon or a post, but not several that make a grid.
final class SeamSplit {
    /// A seam is an edge over this share of its length.
    private static final double ALONG = 0.6;

    /// And all the seams of one cut are over this.
    private static final double ALONG_ON_AVERAGE = 0.72;

    /// By so much more than the picture near by.
    private static final double STANDS_OUT = 0.35;

    /// An edge shows as far as colours are compared; its neighbours show it by this share.
    private static final double SAME = 0.85;

    /// A line that panels share is no thicker, in pixels.
    private static final int THICKEST = 8;

    /// Near by, as a share of the block.
    private static final double NEAR = 0.06;

    /// Two seams closer than this share of the sheet's shorter side are one line, or a picture's own.
    private static final double LEAST_SIDE = 0.08;

    /// Fewer parts may be a picture of a horizon and a post.
    private static final int LEAST_CELLS = 4;

    private final Canvas canvas;

    private SeamSplit(Canvas canvas) {
        this.canvas = canvas;
    }

    /// The panels of a block, itself alone when it is none of several.
    static List<Box> split(Canvas canvas, Box block) {
        var split = new SeamSplit(canvas);
        List<Box> byRows = split.lanes(block, false);
        List<Box> byColumns = split.lanes(block, true);
        List<Box> most = byColumns.size() > byRows.size() ? byColumns : byRows;
        return most.size() >= LEAST_CELLS ? most : List.of(block);
    }

    /// Cuts a block into rows, and those into columns; the other way round when `flipped`.
    private List<Box> lanes(Box block, boolean flipped) {
        List<Box> lanes = cut(block, flipped);
        List<List<Box>> cells = lanes.stream().map(lane -> cut(lane, !flipped)).toList();
        long divided = cells.stream().filter(parts -> parts.size() > 1).count();
        // A line in one of them is that picture's own.
        return 2 * divided >= lanes.size()
                ? cells.stream().flatMap(List::stream).toList()
                : lanes;
    }

    private List<Box> cut(Box block, boolean flipped) {
        double[] edges = EdgeShares.of(canvas, block, flipped);
        int least = (int) Math.max(1, LEAST_SIDE * Math.min(canvas.width(), canvas.height()));
        var seams = new ArrayList<Integer>();
        double sum = 0;
        for (int at = least; at <= edges.length - least; at++) {
            if (edges[at] >= ALONG && isPeak(edges, at, least) && edges[at] - median(edges, at) >= STANDS_OUT) {
                int end = at;
                while (end + 1 < edges.length && edges[end + 1] >= SAME * edges[at]) {
                    end++;
                }
                if (isEdge(edges, end + THICKEST, at + least)) {
                    return List.of(block);
                }
                seams.add((at + end + 1) / 2);
                sum += edges[at];
                at += least;
            }
        }
        return sum < ALONG_ON_AVERAGE * seams.size() ? List.of(block) : parts(block, seams, flipped);
    }

    /// True when there is another edge: two of them are the sides of a gutter, which paper tells better.
    private static boolean isEdge(double[] edges, int from, int to) {
        for (int at = from; at < Math.min(edges.length, to); at++) {
            if (edges[at] >= ALONG) {
                return true;
            }
        }
        return false;
    }

    /// True where the highest stretch near by begins.
    private static boolean isPeak(double[] edges, int at, int reach) {
        int to = Math.min(edges.length, at + reach);
        for (int other = at - reach; other < to; other++) {
            if (edges[other] > edges[at]) {
                return false;
            }
        }
        return true;
    }

    private static double median(double[] edges, int at) {
        int reach = (int) Math.max(12, NEAR * edges.length);
        double[] near = Arrays.copyOfRange(edges, Math.max(0, at - reach), Math.min(edges.length, at + reach + 1));
        Arrays.sort(near);
        return near[near.length / 2];
    }

    private static List<Box> parts(Box block, List<Integer> seams, boolean flipped) {
        var parts = new ArrayList<Box>();
        int start = flipped ? block.left() : block.top();
        int end = flipped ? block.right() : block.bottom();
        int from = start;
        for (int seam : seams) {
            parts.add(GutterCut.part(block, from, start + seam, flipped));
            from = start + seam;
        }
        parts.add(GutterCut.part(block, from, end, flipped));
        return parts;
    }
}
