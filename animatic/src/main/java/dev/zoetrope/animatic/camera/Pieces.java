package dev.zoetrope.animatic.camera;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Parts what stands before a background into pieces that lie apart, so that the camera need not look at the nothing
/// between them.
final class Pieces {
    /// Samples of luma along a cell's side: at least as many as a filter reaches over, since each piece keeps a cell of
    /// nothing around it.
    private static final int CELL = 8;

    /// Pieces that cover more than this share of the whole are not worth their trouble.
    private static final double MOST = 0.75;

    private final Plate added;
    private final Plate matte;
    private final int columns;
    private final int rows;
    private final boolean[] isFilled;

    private Pieces(Plate added, Plate matte) {
        this.added = added;
        this.matte = matte;
        Plate.Plane luma = matte.planes()[0];
        columns = (luma.width() + CELL - 1) / CELL;
        rows = (luma.height() + CELL - 1) / CELL;
        isFilled = new boolean[columns * rows];
        for (int x = 0; x < luma.width(); x++) {
            for (int y = 0; y < luma.height(); y++) {
                if (luma.at(x, y) > 0) {
                    fill(x / CELL, y / CELL);
                }
            }
        }
    }

    /// A piece's place, in cells; the ends are outside.
    private record Area(int left, int top, int right, int bottom) {
        boolean meets(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        Area with(Area other) {
            return new Area(
                    Math.min(left, other.left),
                    Math.min(top, other.top),
                    Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }

        int cells() {
            return (right - left) * (bottom - top);
        }
    }

    /// The pieces, none over another.
    static List<Layers.Piece> of(Plate added, Plate matte) {
        var pieces = new Pieces(added, matte);
        List<Area> areas = pieces.areas();
        int covered = areas.stream().mapToInt(Area::cells).sum();
        if (covered > MOST * pieces.columns * pieces.rows) {
            return List.of(new Layers.Piece(added, matte));
        }
        return areas.stream().map(pieces::piece).toList();
    }

    /// A cell and those around it.
    private void fill(int column, int row) {
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                isFilled[y * columns + x] = true;
            }
        }
    }

    private List<Area> areas() {
        var areas = new ArrayList<Area>();
        var isSeen = new boolean[isFilled.length];
        for (int cell = 0; cell < isFilled.length; cell++) {
            if (isFilled[cell] && !isSeen[cell]) {
                add(areas, spread(cell, isSeen));
            }
        }
        return areas;
    }

    /// Adds an area, made one with those it meets.
    private static void add(List<Area> areas, Area area) {
        Area whole = area;
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).meets(whole)) {
                whole = whole.with(areas.remove(i));
                i = -1;
            }
        }
        areas.add(whole);
    }

    private Area spread(int from, boolean[] isSeen) {
        Deque<Integer> next = new ArrayDeque<>();
        next.add(from);
        isSeen[from] = true;
        var area = new Area(from % columns, from / columns, from % columns + 1, from / columns + 1);
        while (!next.isEmpty()) {
            int cell = next.remove();
            int x = cell % columns;
            int y = cell / columns;
            area = area.with(new Area(x, y, x + 1, y + 1));
            visit(x > 0 ? cell - 1 : cell, isSeen, next);
            visit(x < columns - 1 ? cell + 1 : cell, isSeen, next);
            visit(y > 0 ? cell - columns : cell, isSeen, next);
            visit(y < rows - 1 ? cell + columns : cell, isSeen, next);
        }
        return area;
    }

    private void visit(int cell, boolean[] isSeen, Deque<Integer> next) {
        if (isFilled[cell] && !isSeen[cell]) {
            isSeen[cell] = true;
            next.add(cell);
        }
    }

    private Layers.Piece piece(Area area) {
        return new Layers.Piece(cut(added, area), cut(matte, area));
    }

    private static Plate cut(Plate plate, Area area) {
        Plate.Plane luma = plate.planes()[0];
        int left = area.left * CELL;
        int top = area.top * CELL;
        int width = Math.min(luma.width(), area.right * CELL) - left;
        int height = Math.min(luma.height(), area.bottom * CELL) - top;
        var planes = new Plate.Plane[3];
        for (int plane = 0; plane < 3; plane++) {
            Plate.Plane source = plate.planes()[plane];
            int share = plane == 0 ? 1 : 2;
            boolean isSame = plane == 2 && source.equals(plate.planes()[1]);
            planes[plane] = isSame
                    ? planes[1]
                    : cut(
                            source,
                            left / share,
                            top / share,
                            Math.min((width + share - 1) / share, source.width() - left / share),
                            Math.min((height + share - 1) / share, source.height() - top / share));
        }
        return new Plate(plate.left() + left / plate.scale(), plate.top() + top / plate.scale(), plate.scale(), planes);
    }

    private static Plate.Plane cut(Plate.Plane source, int left, int top, int width, int height) {
        var plane = new Plate.Plane(width, height);
        for (int x = 0; x < width; x++) {
            System.arraycopy(
                    source.columns()[left + x + Plate.MARGIN],
                    top + Plate.MARGIN,
                    plane.columns()[x + Plate.MARGIN],
                    Plate.MARGIN,
                    height);
        }
        plane.spreadEdges();
        return plane;
    }
}
