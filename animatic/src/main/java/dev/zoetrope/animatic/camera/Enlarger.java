package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Picture;

/// Prints a panel onto a plate: scales it once, with a filter too slow to be used for every frame, and splits it into
/// luma and chroma (BT.709, limited range).
///
/// It filters the gamma-coded values as they are: drawn lines then keep their weight, and the undershoot of a sharp
/// filter stays even on dark and light. One printing, one thread.
final class Enlarger {
    /// How much of the filter's overshoot is taken back where a picture is enlarged: at 1 edges would look cut out.
    private static final float CALM = 0.85f;

    private final Upright panel;
    private final Area area;
    private final Axis across;
    private final Axis down;

    /// The part of a panel to print.
    ///
    /// @param left in panel pixels
    /// @param top in panel pixels
    /// @param scale plate pixels for one panel pixel
    /// @param width of the plate
    /// @param height of the plate
    record Area(double left, double top, double scale, int width, int height) {}

    /// @param softness how many plate pixels the finest detail may have; 1 keeps all
    Enlarger(Upright panel, Area area, double softness) {
        this.panel = panel;
        this.area = area;
        this.across = new Axis(panel.left() + area.left, 1 / area.scale, area.width, softness);
        this.down = new Axis(panel.top() + area.top, 1 / area.scale, area.height, softness);
    }

    /// The filter along one axis: for each plate sample its first picture sample, and the weights.
    private static final class Axis {
        final int taps;
        final int[] first;
        final float[] weights;
        /// Index among the taps of the sample left of the place, or -1 when the picture shrinks.
        final int[] nearest;

        Axis(double start, double step, int count, double softness) {
            double wide = Math.max(1, step * softness);
            double reach = Kernel.lanczosReach() * wide;
            taps = 2 * (int) Math.ceil(reach);
            first = new int[count];
            nearest = new int[count];
            weights = new float[count * taps];
            for (int i = 0; i < count; i++) {
                double place = start + (i + 0.5) * step - 0.5;
                first[i] = (int) Math.floor(place) - taps / 2 + 1;
                nearest[i] = wide > 1 ? -1 : taps / 2 - 1;
                double sum = 0;
                for (int k = 0; k < taps; k++) {
                    double weight = Kernel.lanczos((first[i] + k - place) / wide);
                    weights[i * taps + k] = (float) weight;
                    sum += weight;
                }
                for (int k = 0; k < taps; k++) {
                    weights[i * taps + k] /= (float) sum;
                }
            }
        }
    }

    Plate print() {
        int width = area.width;
        int height = area.height;
        Plate.Plane luma = new Plate.Plane(width, height);
        Plate.Plane blue = new Plate.Plane((width + 1) / 2, (height + 1) / 2);
        Plate.Plane red = new Plate.Plane((width + 1) / 2, (height + 1) / 2);
        float[][][] rows = new float[3][][];
        for (int channel = 0; channel < 3; channel++) {
            rows[channel] = sideways(channel);
        }
        float[][] row = new float[3][width];
        float[][] chroma = new float[2][width];
        for (int y = 0; y < height; y++) {
            for (int channel = 0; channel < 3; channel++) {
                downwards(rows[channel], y, row[channel]);
            }
            split(row, luma, chroma, y);
            if (y % 2 == 1 || y == height - 1) {
                store(chroma, y % 2 == 1 ? 0.25f : 0.5f, y / 2, blue, red);
            }
        }
        Plate.Plane[] planes = {luma, blue, red};
        for (Plate.Plane plane : planes) {
            plane.spreadEdges();
        }
        return new Plate(area.left, area.top, area.scale, planes);
    }

    /// Resamples one channel sideways, on the panel's columns.
    ///
    /// @return for each of the picture's rows that the downward step needs, from the first on, its plate columns
    private float[][] sideways(int channel) {
        float[][] columns = columns(channel);
        int high = columns[0].length;
        float[][] block = new float[RowSum.BLOCK][high];
        float[][] rows = new float[high][(area.width + RowSum.BLOCK - 1) / RowSum.BLOCK * RowSum.BLOCK];
        for (int x = 0; x < area.width; x += RowSum.BLOCK) {
            int count = Math.min(RowSum.BLOCK, area.width - x);
            for (int i = 0; i < count; i++) {
                int at = across.first[x + i] - across.first[0];
                RowSum.of(columns, at, across.weights, (x + i) * across.taps, across.taps, block[i], high);
                int near = across.nearest[x + i];
                if (near >= 0) {
                    calm(block[i], columns[at + near], columns[at + near + 1], high);
                }
            }
            RowSum.transpose(block, rows, x, 0, high);
        }
        return rows;
    }

    /// The columns of one channel of the picture, as far as the filters reach, with the panel's edge repeated.
    private float[][] columns(int channel) {
        Picture picture = panel.picture();
        int begin = across.first[0];
        int top = down.first[0];
        int high = down.first[area.height - 1] + down.taps - top;
        float[][] columns = new float[across.first[area.width - 1] + across.taps - begin][high];
        int shift = 16 - 8 * channel;
        for (int i = 0; i < high; i++) {
            int line = Math.clamp(top + i, panel.firstRow(), panel.lastRow()) * picture.width();
            for (int k = 0; k < columns.length; k++) {
                int x = Math.clamp(begin + k, panel.firstColumn(), panel.lastColumn());
                columns[k][i] = picture.pixels()[line + x] >> shift & 0xFF;
            }
        }
        return columns;
    }

    private void downwards(float[][] rows, int y, float[] out) {
        int at = down.first[y] - down.first[0];
        RowSum.of(rows, at, down.weights, y * down.taps, down.taps, out, area.width);
        int near = down.nearest[y];
        if (near >= 0) {
            calm(out, rows[at + near], rows[at + near + 1], area.width);
        }
    }

    /// Lanczos rings beside hard edges; a drawn line would get a halo. What lies beyond both neighbours is mostly that.
    private static void calm(float[] values, float[] one, float[] other, int count) {
        for (int i = 0; i < count; i++) {
            float value = values[i];
            float inside = Math.max(Math.min(one[i], other[i]), Math.min(Math.max(one[i], other[i]), value));
            values[i] = value + CALM * (inside - value);
        }
    }

    /// ITU-R BT.709: luma from gamma-coded red, green and blue; both chroma differences summed over pairs of rows.
    private static void split(float[][] row, Plate.Plane luma, float[][] chroma, int y) {
        int at = luma.index(0, y);
        for (int x = 0; x < luma.width(); x++) {
            float red = Math.clamp(row[0][x], 0f, 255f);
            float green = Math.clamp(row[1][x], 0f, 255f);
            float blue = Math.clamp(row[2][x], 0f, 255f);
            float light = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
            luma.samples()[at + x] = 16 + light * (219f / 255);
            float blueness = (blue - light) * (224f / 255 / 1.8556f);
            float redness = (red - light) * (224f / 255 / 1.5748f);
            chroma[0][x] = y % 2 == 0 ? blueness : chroma[0][x] + blueness;
            chroma[1][x] = y % 2 == 0 ? redness : chroma[1][x] + redness;
        }
    }

    private static void store(float[][] chroma, float share, int y, Plate.Plane blue, Plate.Plane red) {
        int width = chroma[0].length;
        for (int x = 0; x < blue.width(); x++) {
            int left = 2 * x;
            int right = Math.min(left + 1, width - 1);
            blue.samples()[blue.index(x, y)] = 128 + share * (chroma[0][left] + chroma[0][right]);
            red.samples()[red.index(x, y)] = 128 + share * (chroma[1][left] + chroma[1][right]);
        }
    }
}
