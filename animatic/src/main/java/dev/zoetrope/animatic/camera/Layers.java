package dev.zoetrope.animatic.camera;

import org.jspecify.annotations.Nullable;

/// A plate in two depths: what stands before, with its matte, and what lies behind, filled where the former was.
///
/// What is before is kept as what it adds: the plate less what shows through the matte of what is behind. So both laid
/// together, unmoved, are the plate again, whatever the filling is.
///
/// @param behind of the whole plate
/// @param added of the part of the plate in which anything is before
/// @param matte the same part: how much is before, 0 to 1, in each of three planes
record Layers(Plate behind, Plate added, Plate matte) {
    /// Samples of nothing around what is before: more than half of the filter.
    private static final int AROUND = 6;

    /// Parts a plate, whose planes become those of what lies behind.
    ///
    /// @param panel of which the plate was printed
    /// @param isWhole whether to keep all of the plate's extent, for a camera that turns
    /// @return null when nothing of what is before is on the plate, or nothing else
    static @Nullable Layers of(Plate plate, Upright panel, Cutout cutout, boolean isWhole) {
        Plate.Plane luma = plate.planes()[0];
        float[][] cover = cover(plate, panel, cutout, luma.width(), luma.height(), 1);
        Box box = isWhole ? Box.of(luma) : Box.around(cover);
        if (box == null) {
            return null;
        }
        Plate.Plane[] added = new Plate.Plane[3];
        Plate.Plane[] matte = new Plate.Plane[3];
        for (int plane = 0; plane < 3; plane++) {
            Plate.Plane source = plate.planes()[plane];
            Box inside = plane == 0 ? box : box.halved(source);
            if (plane == 1) {
                cover = cover(plate, panel, cutout, source.width(), source.height(), 2);
            }
            matte[plane] = plane == 2 ? matte[1] : inside.cut(cover);
            added[plane] = part(source, inside, matte[plane]);
        }
        double left = plate.left() + box.left / plate.scale();
        double top = plate.top() + box.top / plate.scale();
        return new Layers(
                plate, new Plate(left, top, plate.scale(), added), new Plate(left, top, plate.scale(), matte));
    }

    /// The cutout on a plane's samples, in columns.
    private static float[][] cover(Plate plate, Upright panel, Cutout cutout, int width, int height, int share) {
        float[][] cover = new float[width][height];
        double step = share / plate.scale();
        for (int x = 0; x < width; x++) {
            double across = (plate.left() + (x + 0.5) * step) / panel.width();
            for (int y = 0; y < height; y++) {
                cover[x][y] = cutout.at(across, (plate.top() + (y + 0.5) * step) / panel.height());
            }
        }
        return cover;
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

        static @Nullable Box around(float[][] cover) {
            int left = cover.length;
            int right = -1;
            int top = cover[0].length;
            int bottom = -1;
            for (int x = 0; x < cover.length; x++) {
                for (int y = 0; y < cover[x].length; y++) {
                    if (cover[x][y] > 0) {
                        left = Math.min(left, x);
                        right = x;
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
            if (right < 0) {
                return null;
            }
            left = Math.max(0, left - AROUND) / 2 * 2;
            top = Math.max(0, top - AROUND) / 2 * 2;
            right = Math.min(cover.length, right + 1 + AROUND);
            bottom = Math.min(cover[0].length, bottom + 1 + AROUND);
            return new Box(left, top, right - left, bottom - top);
        }

        Box halved(Plate.Plane chroma) {
            return new Box(
                    left / 2,
                    top / 2,
                    Math.min((width + 1) / 2, chroma.width() - left / 2),
                    Math.min((height + 1) / 2, chroma.height() - top / 2));
        }

        Plate.Plane cut(float[][] cover) {
            Plate.Plane cut = new Plate.Plane(width, height);
            for (int x = 0; x < width; x++) {
                System.arraycopy(cover[left + x], top, cut.columns()[x + Plate.MARGIN], Plate.MARGIN, height);
            }
            cut.spreadEdges();
            return cut;
        }
    }
}
