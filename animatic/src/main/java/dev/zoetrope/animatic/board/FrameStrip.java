package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Takes the drawn frames off the panels. One edge alone says little, because a dark sky looks like a black
/// frame; all edges of the sheet together say how thick the frames are and in which colour.
final class FrameStrip {
    /// Deepest frame looked for, as a share of the panel's shorter side.
    private static final double DEEPEST = 0.06;

    private static final int LEAST_DEPTH = 8;

    /// A line of a frame keeps its colour over this share of its length.
    private static final double KEEPS_COLOUR = 0.8;

    private static final int SAME_COLOUR = 34;

    /// A turned or compressed scan softens the edge of a frame over so many pixels.
    private static final int SOFT = 2;

    /// So many pixels outside of an edge there is paper.
    private static final int OUTSIDE = 3;

    /// Frames are believed when this share of the edges that say anything shows one.
    private static final double ENOUGH_EDGES = 0.5;

    /// What one edge shows.
    ///
    /// @param thickness of a frame in pixels; 0 for none
    /// @param colour of the frame
    /// @param isBounded false when the picture itself goes on in that colour, so that the edge says nothing
    private record Edge(int thickness, int colour, boolean isBounded) {}

    private FrameStrip() {}

    static List<Found> strip(Picture picture, List<Found> panels) {
        var edges = new ArrayList<Edge[]>();
        for (Found panel : panels) {
            edges.add(edgesOf(picture, panel.box()));
        }
        Edge usual = usual(edges.stream().flatMap(Arrays::stream).toList());
        if (usual.thickness() == 0) {
            return panels;
        }
        var stripped = new ArrayList<Found>();
        for (int i = 0; i < panels.size(); i++) {
            Edge[] own = edges.get(i);
            stripped.add(panels.get(i)
                    .at(panels.get(i)
                            .box()
                            .inset(
                                    depth(own[0], usual),
                                    depth(own[1], usual),
                                    depth(own[2], usual),
                                    depth(own[3], usual))));
        }
        return stripped;
    }

    /// The frame that the panels of a sheet have in common.
    ///
    /// @param thickness in pixels, 0 for none
    record Frame(int thickness, int colour) {}

    static Frame frameOf(Picture picture, List<Found> panels) {
        Edge usual = usual(panels.stream()
                .flatMap(panel -> Arrays.stream(edgesOf(picture, panel.box())))
                .toList());
        return new Frame(usual.thickness(), usual.colour());
    }

    private static Edge[] edgesOf(Picture picture, Box box) {
        int depth = Math.max(LEAST_DEPTH, (int) (DEEPEST * box.shorter()));
        var edges = new Edge[4];
        for (int side = 0; side < edges.length; side++) {
            edges[side] = edge(picture, box, side, depth);
        }
        return edges;
    }

    /// Walks inwards from one side: 0 left, 1 top, 2 right, 3 bottom.
    private static Edge edge(Picture picture, Box box, int side, int deepest) {
        // The outermost line is a blend of frame and paper, the next one shows the frame.
        int colour = Colour.median(line(picture, box, side, 1));
        if (share(line(picture, box, side, 1), colour) < KEEPS_COLOUR) {
            colour = Colour.median(line(picture, box, side, 0));
            boolean isThin = share(line(picture, box, side, 0), colour) >= KEEPS_COLOUR;
            return new Edge(isThin ? 1 : 0, colour, true);
        }
        int depth = depth(picture, box, side, deepest, 1, colour);
        if (depth <= SOFT) {
            int inner = Colour.median(line(picture, box, side, depth));
            if (share(line(picture, box, side, depth), inner) >= KEEPS_COLOUR
                    && isBlend(Colour.median(line(picture, box, side, -OUTSIDE)), colour, inner)) {
                colour = inner;
                depth = depth(picture, box, side, deepest, depth, colour);
            }
        }
        return new Edge(depth, colour, depth < deepest);
    }

    /// How far a colour goes on from a line that has it.
    private static int depth(Picture picture, Box box, int side, int deepest, int from, int colour) {
        int depth = from;
        while (depth < deepest && share(line(picture, box, side, depth), colour) >= KEEPS_COLOUR) {
            depth++;
        }
        return depth;
    }

    /// True when a colour lies between two others, as those of a softened edge do.
    private static boolean isBlend(int outside, int colour, int inside) {
        int across = Colour.distance(outside, inside);
        return Colour.distance(outside, colour) + Colour.distance(colour, inside) <= across + SAME_COLOUR / 2
                && Colour.distance(colour, inside) < across;
    }

    private static int[] line(Picture picture, Box box, int side, int depth) {
        boolean isUpright = side % 2 == 0;
        var line = new int[isUpright ? box.height() : box.width()];
        for (int i = 0; i < line.length; i++) {
            int x = isUpright ? (side == 0 ? box.left() + depth : box.right() - 1 - depth) : box.left() + i;
            int y = isUpright ? box.top() + i : (side == 1 ? box.top() + depth : box.bottom() - 1 - depth);
            // Panels without a margin have nothing outside.
            line[i] = picture.at(Math.clamp(x, 0, picture.width() - 1), Math.clamp(y, 0, picture.height() - 1));
        }
        return line;
    }

    private static double share(int[] line, int colour) {
        return (double) Arrays.stream(line)
                        .filter(rgb -> Colour.distance(rgb, colour) <= SAME_COLOUR)
                        .count()
                / line.length;
    }

    /// The frame that most edges agree on; thickness 0 when they do not.
    private static Edge usual(List<Edge> edges) {
        List<Edge> telling = edges.stream().filter(Edge::isBounded).toList();
        Edge best = new Edge(0, 0, true);
        long most = 0;
        for (Edge edge : telling) {
            long alike = edge.thickness() == 0
                    ? 0
                    : telling.stream().filter(other -> agree(edge, other)).count();
            if (alike > most) {
                most = alike;
                best = edge;
            }
        }
        if (most == 0 || most < ENOUGH_EDGES * telling.size()) {
            return new Edge(0, 0, true);
        }
        Edge winner = best;
        int[] thicknesses = telling.stream()
                .filter(other -> agree(winner, other))
                .mapToInt(Edge::thickness)
                .sorted()
                .toArray();
        return new Edge(thicknesses[thicknesses.length / 2], winner.colour(), true);
    }

    private static boolean agree(Edge a, Edge b) {
        return b.thickness() > 0
                && Colour.distance(a.colour(), b.colour()) <= SAME_COLOUR
                && Math.abs(a.thickness() - b.thickness()) <= 2;
    }

    /// How deep to cut an edge: as usual where it shows the usual colour, a little less or more when it says so
    /// itself.
    private static int depth(Edge own, Edge usual) {
        if (own.thickness() == 0 || Colour.distance(own.colour(), usual.colour()) > SAME_COLOUR) {
            return 0;
        }
        return Math.abs(own.thickness() - usual.thickness()) <= 1 ? own.thickness() : usual.thickness();
    }
}
