package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;

/// How much of each row or column of a block is an edge: the picture is of one colour before it and of another
/// after it.
final class EdgeShares {
    /// An edge is looked for over so many pixels, as blur and JPEG soften it.
    static final int REACH = 2;

    /// Colours further apart than this are an edge.
    private static final int EDGE = 14;

    /// So many places of a line are looked at.
    private static final int SAMPLES = 240;

    private EdgeShares() {}

    /// One share from 0 to 1 for each row, or for each column when `flipped`; 0 next to the block's sides.
    static double[] of(Canvas canvas, Box block, boolean flipped) {
        var edges = new double[flipped ? block.width() : block.height()];
        int across = flipped ? block.height() : block.width();
        int start = flipped ? block.left() : block.top();
        int side = flipped ? block.top() : block.left();
        int count = Math.min(SAMPLES, across);
        for (int at = REACH; at < edges.length - REACH; at++) {
            int apart = 0;
            for (int i = 0; i < count; i++) {
                int along = side + (int) ((long) i * across / count);
                int before = pixel(canvas, start + at - REACH, along, flipped);
                int after = pixel(canvas, start + at + REACH - 1, along, flipped);
                apart += Colour.distance(before, after) > EDGE ? 1 : 0;
            }
            edges[at] = (double) apart / count;
        }
        return edges;
    }

    private static int pixel(Canvas canvas, int at, int along, boolean flipped) {
        return flipped ? canvas.picture().at(at, along) : canvas.picture().at(along, at);
    }
}
