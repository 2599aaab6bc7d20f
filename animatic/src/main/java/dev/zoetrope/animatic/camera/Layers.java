package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Quad;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plate in two depths: what stands before, with its matte, and what lies behind, filled where the former was.
///
/// What is before is kept as what it adds: the plate less what shows through the matte of what is behind. So both laid
/// together, unmoved, are the plate again, whatever the filling is.
///
/// @param behind of the whole plate
/// @param pieces of what is before, none over another
record Layers(Plate behind, List<Piece> pieces) {
    /// A part of the plate in which something is before.
    ///
    /// @param added what it adds
    /// @param matte how much is before, 0 to 1, in each of three planes
    record Piece(Plate added, Plate matte) {}

    /// Samples of nothing around what is before: more than half of the filter.
    private static final int AROUND = 6;

    /// Parts a plate, whose planes become those of what lies behind.
    ///
    /// @param panel of which the plate was printed
    /// @param isWhole whether to keep all of the plate's extent, for a camera that turns
    /// @return null when nothing of what is before is on the plate, or nothing else
    static @Nullable Layers of(Plate plate, Upright panel, Cutout cutout, boolean isWhole) {
        Box box = isWhole ? Box.of(plate.planes()[0]) : Box.around(plate, panel, cutout);
        if (box == null) {
            return null;
        }
        Plate.Plane[] added = new Plate.Plane[3];
        Plate.Plane[] matte = new Plate.Plane[3];
        for (int plane = 0; plane < 3; plane++) {
            Plate.Plane source = plate.planes()[plane];
            Box inside = plane == 0 ? box : box.halved(source);
            matte[plane] = plane == 2 ? matte[1] : matte(plate, panel, cutout, inside, plane == 0 ? 1 : 2);
            added[plane] = part(source, inside, matte[plane]);
        }
        double left = plate.left() + box.left / plate.scale();
        double top = plate.top() + box.top / plate.scale();
        Plate sums = new Plate(left, top, plate.scale(), added);
        Plate covers = new Plate(left, top, plate.scale(), matte);
        return new Layers(plate, isWhole ? List.of(new Piece(sums, covers)) : Pieces.of(sums, covers));
    }

    /// The cutout on the samples of a part of a plane.
    private static Plate.Plane matte(Plate plate, Upright panel, Cutout cutout, Box box, int share) {
        Plate.Plane matte = new Plate.Plane(box.width, box.height);
        double step = share / plate.scale();
        double[] downs = new double[box.height];
        for (int y = 0; y < box.height; y++) {
            downs[y] = cutout.row((plate.top() + (box.top + y + 0.5) * step) / panel.height());
        }
        for (int x = 0; x < box.width; x++) {
            double across = cutout.column((plate.left() + (box.left + x + 0.5) * step) / panel.width());
            cutout.fill(across, downs, matte.columns()[x + Plate.MARGIN], Plate.MARGIN);
        }
        matte.spreadEdges();
        return matte;
    }

    /// Fills a plane behind the matte and gives what the matte's side adds to that.
    private static Plate.Plane part(Plate.Plane plane, Box box, Plate.Plane matte) {
        Plate.Plane added = new Plate.Plane(box.width, box.height);
        float[][] values = new float[box.width][box.height];
        boolean[][] isHole = new boolean[box.width][box.height];
        for (int x = 0; x < box.width; x++) {
            for (int y = 0; y < box.height; y++) {
                values[x][y] = plane.at(box.left + x, box.top + y);
                isHole[x][y] = matte.at(x, y) > 0;
            }
        }
        Filling.fill(values, isHole);
        for (int x = 0; x < box.width; x++) {
            float[] column = plane.columns()[box.left + x + Plate.MARGIN];
            float[] out = added.columns()[x + Plate.MARGIN];
            for (int y = 0; y < box.height; y++) {
                int at = box.top + y + Plate.MARGIN;
                out[y + Plate.MARGIN] = column[at] - (1 - matte.at(x, y)) * values[x][y];
                column[at] = values[x][y];
            }
        }
        plane.spreadEdges();
        added.spreadEdges();
        return added;
    }

    /// A part of a plane, in samples; even in luma.
    private record Box(int left, int top, int width, int height) {
        static Box of(Plate.Plane luma) {
            return new Box(0, 0, luma.width(), luma.height());
        }

        static @Nullable Box around(Plate plate, Upright panel, Cutout cutout) {
            Plate.Plane luma = plate.planes()[0];
            Quad.Point from = cutout.topLeft();
            Quad.Point to = cutout.bottomRight();
            int left = (int) Math.floor((from.x() * panel.width() - plate.left()) * plate.scale()) - AROUND;
            int top = (int) Math.floor((from.y() * panel.height() - plate.top()) * plate.scale()) - AROUND;
            int right = (int) Math.ceil((to.x() * panel.width() - plate.left()) * plate.scale()) + AROUND;
            int bottom = (int) Math.ceil((to.y() * panel.height() - plate.top()) * plate.scale()) + AROUND;
            left = Math.max(0, left) / 2 * 2;
            top = Math.max(0, top) / 2 * 2;
            right = Math.min(luma.width(), right);
            bottom = Math.min(luma.height(), bottom);
            return right > left && bottom > top ? new Box(left, top, right - left, bottom - top) : null;
        }

        Box halved(Plate.Plane chroma) {
            return new Box(
                    left / 2,
                    top / 2,
                    Math.min((width + 1) / 2, chroma.width() - left / 2),
                    Math.min((height + 1) / 2, chroma.height() - top / 2));
        }
    }
}
