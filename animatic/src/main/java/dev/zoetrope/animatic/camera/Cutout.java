package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Quad;
import java.util.Optional;

/// What stands before its background on a panel, guessed from the pixels: what is walled off from the panel's upper and
/// side edges ([Barrier]), stands in the lower part, and has a shape that a thing may have. A guess that cannot be
/// trusted is none: the panel is then filmed flat.
///
/// @param columns of the grid on which it was looked at
/// @param rows of that grid
/// @param cover how much of each cell is before the background, 0 to 1, row by row; soft at the edges
@SuppressWarnings("ArrayRecordComponent") // made here and read by one class; never compared
record Cutout(int columns, int rows, float[] cover) {
    /// Cells the panel is looked at in: enough for the limbs of a small figure.
    private static final int CELLS = 32_000;

    /// Looked at in each cell, both ways.
    private static final int LOOKS = 2;

    /// So much of each side is left out: there may be a rest of the panel's frame.
    private static final double FRAME = 0.015;

    /// A lower wall, in levels summed over red, green and blue, is grain, JPEG or a shade of the ground.
    private static final float WALL = 42;

    /// Cells over which it must rise at the outline of a thing.
    private static final int STEEP = 3;

    /// How far the lower corners count as border: between them a figure may be cut off by the panel.
    private static final double CORNER = 0.12;

    /// A smaller guess is not worth it, a larger one has the background in it; shares of the panel.
    private static final double LEAST_AREA = 0.02;

    private static final double MOST_AREA = 0.5;

    /// A thing ends somewhere: so much of its outline must be sharp.
    private static final double LEAST_SHARP = 0.8;

    /// More edges than in this share of the matte's rim are cut: a torn thing is worse than a flat one.
    private static final double MOST_BUSY = 0.06;

    /// How long the outline may be beside that of a square of the same area, before a calm background: figures that
    /// run have 4, scribbles 3 and more.
    private static final double MOST_RAGGED = 5;

    /// Where the rim is busy the shape must be simpler by so much: only so are scribbles told from figures.
    private static final double BUSYNESS = 8;

    /// Cells by which the matte reaches beyond the thing, so that all of its ink is inside.
    private static final int REACH = 1;

    /// Cells of the means, two one after the other, by which it then goes down.
    private static final int SOFT = 1;

    /// Gaps up to twice as many cells are closed, as between an arm and a coat.
    private static final int GAP = 2;

    /// The guess, if there is one to be trusted.
    static Optional<Cutout> of(Upright panel) {
        double ratio = panel.width() / panel.height();
        int columns = Math.clamp(Math.round(Math.sqrt(CELLS * ratio)), 16, CELLS / 16);
        int rows = Math.clamp(Math.round(columns / ratio), 16, CELLS / 16);
        float[][] levels = levels(panel, columns, rows);
        float[] walls = walls(levels, columns, rows);
        boolean[] isNear = new boolean[walls.length];
        for (int i = 0; i < walls.length; i++) {
            isNear[i] = walls[i] > WALL;
        }
        Shapes shapes = new Shapes(columns, rows);
        isNear = shapes.standing(shapes.closed(shapes.large(shapes.closed(isNear, 0)), GAP));
        boolean[] isMatte = shapes.grown(isNear, REACH + 2 * SOFT);
        double share = (double) Shapes.area(isNear) / isNear.length;
        if (share < LEAST_AREA || share > MOST_AREA || sharp(walls, columns, isNear) < LEAST_SHARP) {
            return Optional.empty();
        }
        double busy = busy(levels, columns, isNear, isMatte);
        if (busy > MOST_BUSY || shapes.raggedness(isNear) > MOST_RAGGED * (1 - BUSYNESS * busy)) {
            return Optional.empty();
        }
        return Optional.of(new Cutout(columns, rows, shapes.softened(isMatte, SOFT)));
    }

    /// How much of the outline is one: from the one side to the other the wall rises steeply.
    private static double sharp(float[] walls, int columns, boolean[] isNear) {
        int outline = 0;
        int sharp = 0;
        for (int i = STEEP; i < isNear.length - STEEP; i++) {
            if (isNear[i] != isNear[i - 1]) {
                outline++;
                sharp += Math.abs(walls[i + STEEP - 1] - walls[i - STEEP]) > WALL ? 1 : 0;
            }
        }
        for (int i = STEEP * columns; i < isNear.length - STEEP * columns; i++) {
            if (isNear[i] != isNear[i - columns]) {
                outline++;
                sharp += Math.abs(walls[i + (STEEP - 1) * columns] - walls[i - STEEP * columns]) > WALL ? 1 : 0;
            }
        }
        return (double) sharp / Math.max(1, outline);
    }

    /// How much of the matte's rim, which moves along with the thing, shows edges of something else.
    private static double busy(float[][] levels, int columns, boolean[] isNear, boolean[] isMatte) {
        int rim = 0;
        int busy = 0;
        for (int i = columns; i < isNear.length; i++) {
            if (isMatte[i] && !isNear[i] && !isNear[i - 1] && !isNear[i - columns]) {
                float across = 0;
                float down = 0;
                for (float[] channel : levels) {
                    across += Math.abs(channel[i] - channel[i - 1]);
                    down += Math.abs(channel[i] - channel[i - columns]);
                }
                rim++;
                busy += Math.max(across, down) > WALL ? 1 : 0;
            }
        }
        return (double) busy / Math.max(1, rim);
    }

    /// How much of a place is before the background.
    ///
    /// @param x from the panel's left, 0 to 1
    /// @param y from its top, 0 to 1
    float at(double x, double y) {
        float[] cell = new float[1];
        fill(column(x), new double[] {row(y)}, cell, 0);
        return cell[0];
    }

    /// The place between columns of cells for a share of the panel's width.
    double column(double x) {
        return Math.clamp((x - FRAME) / (1 - 2 * FRAME) * columns - 0.5, 0, columns - 1);
    }

    /// The place between rows of cells for a share of the panel's height.
    double row(double y) {
        return Math.clamp((y - FRAME) / (1 - 2 * FRAME) * rows - 0.5, 0, rows - 1);
    }

    /// How much is before the background along a column; between cells it goes evenly.
    ///
    /// @param across from [#column]
    /// @param downs from [#row]
    /// @param out gets them, from `to` on
    void fill(double across, double[] downs, float[] out, int to) {
        int left = Math.min((int) across, columns - 2);
        float right = (float) (across - left);
        for (int i = 0; i < downs.length; i++) {
            int top = Math.min((int) downs[i], rows - 2);
            int cell = top * columns + left;
            float upper = cover[cell] + right * (cover[cell + 1] - cover[cell]);
            float lower = cover[cell + columns] + right * (cover[cell + columns + 1] - cover[cell + columns]);
            out[to + i] = upper + (float) (downs[i] - top) * (lower - upper);
        }
    }

    /// The upper left corner of all that is before the background, as shares of the panel.
    Quad.Point topLeft() {
        int left = columns;
        int top = rows;
        for (int i = 0; i < cover.length; i++) {
            if (cover[i] > 0) {
                left = Math.min(left, i % columns);
                top = Math.min(top, i / columns);
            }
        }
        return new Quad.Point(share(left - 1, columns), share(top - 1, rows));
    }

    /// The lower right corner of all that is before the background, as shares of the panel.
    Quad.Point bottomRight() {
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < cover.length; i++) {
            if (cover[i] > 0) {
                right = Math.max(right, i % columns);
                bottom = Math.max(bottom, i / columns);
            }
        }
        return new Quad.Point(share(right + 2, columns), share(bottom + 2, rows));
    }

    /// At the rim the outermost cells go on to the panel's edge.
    private static double share(int cell, int cells) {
        return cell <= 0 ? 0 : cell >= cells ? 1 : FRAME + (1 - 2 * FRAME) * cell / cells;
    }

    private static float[][] levels(Upright panel, int columns, int rows) {
        float[][] levels = new float[3][columns * rows];
        for (int y = 0; y < rows * LOOKS; y++) {
            int row = inner(y, rows, panel.top(), panel.height(), panel.firstRow(), panel.lastRow());
            for (int x = 0; x < columns * LOOKS; x++) {
                int column = inner(x, columns, panel.left(), panel.width(), panel.firstColumn(), panel.lastColumn());
                int rgb = panel.picture().at(column, row);
                int cell = y / LOOKS * columns + x / LOOKS;
                levels[0][cell] += Colour.red(rgb) / (float) (LOOKS * LOOKS);
                levels[1][cell] += Colour.green(rgb) / (float) (LOOKS * LOOKS);
                levels[2][cell] += Colour.blue(rgb) / (float) (LOOKS * LOOKS);
            }
        }
        return levels;
    }

    private static float[] walls(float[][] levels, int columns, int rows) {
        boolean[] isBorder = new boolean[columns * rows];
        for (int i = 0; i < isBorder.length; i++) {
            int x = i % columns;
            int y = i / columns;
            boolean isSide = x == 0 || x == columns - 1;
            boolean isCorner = y == rows - 1 && (x < CORNER * columns || x >= (1 - CORNER) * columns);
            isBorder[i] = isSide || isCorner || y == 0;
        }
        float[] walls = new float[columns * rows];
        Barrier barrier = new Barrier(columns, rows);
        for (float[] channel : levels) {
            barrier.add(channel, isBorder, walls);
        }
        return walls;
    }

    /// The pixel of a look, inside the panel's frame.
    private static int inner(int look, int cells, double start, double length, int first, int last) {
        double share = FRAME + (1 - 2 * FRAME) * (look + 0.5) / (cells * LOOKS);
        return Math.clamp((int) (start + share * length), first, last);
    }
}
