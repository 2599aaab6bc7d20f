package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Picture;
import java.util.Arrays;

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

    /// Memory for printing, used again from plate to plate: it is larger than a plate. One printing at a time.
    static final class Buffers {
        private final float[][][] columns = new float[3][0][];
    }

    Plate print(Buffers buffers) {
        int width = area.width;
        int height = area.height;
        Plate.Plane luma = new Plate.Plane(width, height);
        Plate.Plane blue = new Plate.Plane((width + 1) / 2, (height + 1) / 2);
        Plate.Plane red = new Plate.Plane((width + 1) / 2, (height + 1) / 2);
        float[][][] columns = new float[3][][];
        for (int channel = 0; channel < 3; channel++) {
            columns[channel] = downwards(channel, buffers.columns[channel]);
            buffers.columns[channel] = columns[channel];
        }
        float[][] column = new float[3][height];
        float[][] chroma = new float[2][height];
        for (int x = 0; x < width; x++) {
            for (int channel = 0; channel < 3; channel++) {
                sideways(columns[channel], x, column[channel]);
            }
            split(column, luma.columns()[x + Plate.MARGIN], chroma, x % 2 == 1);
            if (x % 2 == 1 || x == width - 1) {
                float share = x % 2 == 1 ? 0.25f : 0.5f;
                store(chroma[0], share, blue.columns()[x / 2 + Plate.MARGIN]);
                store(chroma[1], share, red.columns()[x / 2 + Plate.MARGIN]);
            }
        }
        Plate.Plane[] planes = {luma, blue, red};
        for (Plate.Plane plane : planes) {
            plane.spreadEdges();
        }
        return new Plate(area.left, area.top, area.scale, planes);
    }

    /// Resamples one channel downwards, on the picture's rows.
    ///
    /// @return for each of the picture's columns that the sideways step needs, from the first on, its plate rows
    private float[][] downwards(int channel, float[][] spare) {
        int wide = across.first[area.width - 1] + across.taps - across.first[0];
        int top = down.first[0];
        float[][] lines = new float[down.first[area.height - 1] + down.taps - top][];
        float[][] block = new float[RowSum.BLOCK][wide];
        float[][] columns = spare;
        int high = (area.height + RowSum.BLOCK - 1) / RowSum.BLOCK * RowSum.BLOCK;
        if (columns.length < wide || columns[0].length < high) {
            columns = new float[wide][high];
        }
        int read = 0;
        int spent = 0;
        for (int y = 0; y < area.height; y += RowSum.BLOCK) {
            int count = Math.min(RowSum.BLOCK, area.height - y);
            int needed = down.first[y + count - 1] + down.taps - top;
            for (; read < needed; read++) {
                // A line that lies behind is used again, so that all lines at work stay in the cache.
                lines[read] = spent < down.first[y] - top ? lines[spent++] : new float[wide];
                line(top + read, channel, lines[read]);
            }
            for (int i = 0; i < count; i++) {
                int at = down.first[y + i] - top;
                RowSum.of(lines, at, down.weights, (y + i) * down.taps, down.taps, block[i], wide);
                int near = down.nearest[y + i];
                if (near >= 0) {
                    calm(block[i], lines[at + near], lines[at + near + 1], wide);
                }
            }
            RowSum.transpose(block, columns, y, 0, wide);
        }
        return columns;
    }

    /// One channel of a row of the picture, as far as the filters reach, with the panel's edge repeated.
    private void line(int y, int channel, float[] out) {
        Picture picture = panel.picture();
        int begin = across.first[0];
        int from = Math.clamp(panel.firstColumn() - begin, 0, out.length - 1);
        int to = Math.clamp(panel.lastColumn() + 1 - begin, from + 1, out.length);
        int at = Math.clamp(y, panel.firstRow(), panel.lastRow()) * picture.width() + begin;
        levels(picture.pixels(), at, 16 - 8 * channel, out, from, to);
        Arrays.fill(out, 0, from, out[from]);
        Arrays.fill(out, to, out.length, out[to - 1]);
    }

    private static void levels(int[] pixels, int at, int shift, float[] out, int from, int to) {
        for (int k = from; k < to; k++) {
            out[k] = pixels[at + k] >> shift & 0xFF;
        }
    }

    private void sideways(float[][] columns, int x, float[] out) {
        int at = across.first[x] - across.first[0];
        RowSum.of(columns, at, across.weights, x * across.taps, across.taps, out, area.height);
        int near = across.nearest[x];
        if (near >= 0) {
            calm(out, columns[at + near], columns[at + near + 1], area.height);
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

    /// ITU-R BT.709: luma from gamma-coded red, green and blue; both chroma differences, summed over pairs of columns.
    private static void split(float[][] column, float[] luma, float[][] chroma, boolean isSecond) {
        float kept = isSecond ? 1 : 0;
        float[] reds = column[0];
        float[] greens = column[1];
        float[] blues = column[2];
        float[] blueness = chroma[0];
        float[] redness = chroma[1];
        for (int y = 0; y < reds.length; y++) {
            float red = Math.max(0f, Math.min(255f, reds[y]));
            float green = Math.max(0f, Math.min(255f, greens[y]));
            float blue = Math.max(0f, Math.min(255f, blues[y]));
            float light = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
            luma[y + Plate.MARGIN] = 16 + light * (219f / 255);
            blueness[y] = kept * blueness[y] + (blue - light) * (224f / 255 / 1.8556f);
            redness[y] = kept * redness[y] + (red - light) * (224f / 255 / 1.5748f);
        }
    }

    private static void store(float[] chroma, float share, float[] out) {
        for (int y = 0; 2 * y < chroma.length; y++) {
            int lower = Math.min(2 * y + 1, chroma.length - 1);
            out[y + Plate.MARGIN] = 128 + share * (chroma[2 * y] + chroma[lower]);
        }
    }
}
