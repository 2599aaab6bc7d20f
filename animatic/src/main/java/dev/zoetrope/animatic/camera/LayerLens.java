package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.FrameSize;

/// Looks at one sheet of a drawn scene and lays it over what lies behind it. It holds the buffers that are used again
/// for the next frame. One thread.
final class LayerLens {
    private final Scaling colours = new Scaling();
    private final Scaling covers = new Scaling();
    private final Slanting slantedColours = new Slanting();
    private final Slanting slantedCovers = new Slanting();
    private final float[] colour;
    private final float[] cover;
    private final FrameSize size;
    private Window window = new Window(0, 0, 1, 0, 0);

    LayerLens(FrameSize size) {
        this.size = size;
        colour = new float[size.width()];
        cover = new float[size.width()];
    }

    /// Aims at a plane.
    void aim(CardLayer layer, Window seen, int plane) {
        window = seen;
        if (window.isStraight()) {
            colours.aim(window, layer.colour(), plane, size);
            covers.aim(window, layer.cover(), plane, size);
        } else {
            slantedColours.aim(window, layer.colour(), plane, size);
            slantedCovers.aim(window, layer.cover(), plane, size);
        }
    }

    /// Lays a row of the sheet over a row.
    void lay(CardLayer layer, int plane, int y, float[] row) {
        int share = plane == 0 ? 1 : 2;
        if (!window.isStraight()) {
            slantedColours.row(y, colour);
            slantedCovers.row(y, cover);
        } else if (layer.reaches(window, y, size.height() / share, size.ratio())) {
            colours.row(y, colour);
            covers.row(y, cover);
        } else {
            return;
        }
        lay(row, size.width() / share);
    }

    private void lay(float[] row, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = row[x] * (1 - cover[x]) + colour[x];
        }
    }
}
