package dev.zoetrope.animatic.director;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Regions of one ink in a panel: what was drawn over a picture with one pen hangs together and has one colour.
///
/// The panel is looked at in a raster of its own, so that the size of the sheet does not matter.
final class InkBlobs {
    /// The raster's longer side: a pen's stroke is still some pixels wide.
    private static final int LONGER = 320;

    /// Two pixels of one ink differ by no more in any channel: what JPEG does to a stroke.
    private static final int SAME = 44;

    /// A pixel is a pen's where it differs so much from what is around it, summed over the channels.
    private static final int STANDS_OUT = 90;

    /// How far around a pixel its surround reaches.
    private static final int REACH = 14;

    /// A blob of a smaller share of the panel is a speck, of a greater part of the picture.
    private static final double LEAST = 0.0012;

    private static final double MOST = 0.07;

    private final int width;
    private final int height;
    private final int[] pixels;

    private InkBlobs(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// A region.
    ///
    /// @param x of its pixels, in raster pixels
    /// @param y of the same pixels
    /// @param width of the raster
    /// @param height of the raster
    /// @param ink its colour
    /// @param alike how many pixels of the panel have this colour, its own among them
    @SuppressWarnings("ArrayRecordComponent") // made here and read by one room; never compared
    record Blob(int[] x, int[] y, int width, int height, int ink, int alike) {
        int count() {
            return x.length;
        }

        boolean isOfInk(Blob other) {
            return isSame(ink, other.ink);
        }
    }

    /// The regions of a panel that touch none of its edges.
    static List<Blob> of(Picture picture, Quad quad) {
        double scale = LONGER / Math.max(quad.width(), quad.height());
        int width = Math.clamp(Math.round(quad.width() * scale), 8, LONGER);
        int height = Math.clamp(Math.round(quad.height() * scale), 8, LONGER);
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Quad.Point place = quad.at((x + 0.5) / width, (y + 0.5) / height);
                pixels[y * width + x] = picture.at(
                        Math.clamp((int) place.x(), 0, picture.width() - 1),
                        Math.clamp((int) place.y(), 0, picture.height() - 1));
            }
        }
        return new InkBlobs(width, height, pixels).blobs();
    }

    private List<Blob> blobs() {
        int[][] byContrast = byContrast();
        var blobs = new ArrayList<Blob>();
        var taken = new boolean[pixels.length];
        var queue = new int[pixels.length];
        // The core of a stroke stands out more than its soft rim, so it comes first and its colour counts.
        for (int level = byContrast.length - 1; level >= STANDS_OUT; level--) {
            for (int seed : byContrast[level]) {
                if (!taken[seed]) {
                    int count = spread(seed, taken, queue);
                    if (count >= LEAST * pixels.length && count <= MOST * pixels.length && !touchesEdge(queue, count)) {
                        blobs.add(blob(queue, count));
                    }
                }
            }
        }
        return blobs;
    }

    private int[][] byContrast() {
        int[] contrast = contrast();
        var counts = new int[3 * 255 + 1];
        for (int each : contrast) {
            counts[each]++;
        }
        var sorted = new int[counts.length][];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new int[counts[i]];
        }
        for (int i = contrast.length - 1; i >= 0; i--) {
            sorted[contrast[i]][--counts[contrast[i]]] = i;
        }
        return sorted;
    }

    /// How much each pixel differs from the mean of the square around it.
    private int[] contrast() {
        var contrast = new int[pixels.length];
        for (int shift = 0; shift <= 16; shift += 8) {
            var sums = new int[(width + 1) * (height + 1)];
            for (int y = 0; y < height; y++) {
                int row = 0;
                for (int x = 0; x < width; x++) {
                    row += pixels[y * width + x] >> shift & 255;
                    sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
                }
            }
            for (int y = 0; y < height; y++) {
                int top = Math.max(0, y - REACH) * (width + 1);
                int bottom = Math.min(height, y + REACH + 1) * (width + 1);
                for (int x = 0; x < width; x++) {
                    int left = Math.max(0, x - REACH);
                    int right = Math.min(width, x + REACH + 1);
                    int sum = sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
                    int mean = sum / ((right - left) * ((bottom - top) / (width + 1)));
                    contrast[y * width + x] += Math.abs((pixels[y * width + x] >> shift & 255) - mean);
                }
            }
        }
        return contrast;
    }

    /// Takes what hangs together with a seed over its eight neighbours and has its colour; gives how many pixels.
    private int spread(int seed, boolean[] taken, int[] queue) {
        int ink = pixels[seed];
        int end = 0;
        queue[end++] = seed;
        taken[seed] = true;
        for (int next = 0; next < end; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                    int place = v * width + u;
                    if (!taken[place] && isSame(ink, pixels[place])) {
                        taken[place] = true;
                        queue[end++] = place;
                    }
                }
            }
        }
        return end;
    }

    private static boolean isSame(int one, int other) {
        return Math.abs(Colour.red(one) - Colour.red(other)) <= SAME
                && Math.abs(Colour.green(one) - Colour.green(other)) <= SAME
                && Math.abs(Colour.blue(one) - Colour.blue(other)) <= SAME;
    }

    private boolean touchesEdge(int[] places, int count) {
        for (int i = 0; i < count; i++) {
            int x = places[i] % width;
            int y = places[i] / width;
            if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
                return true;
            }
        }
        return false;
    }

    private Blob blob(int[] places, int count) {
        var x = new int[count];
        var y = new int[count];
        for (int i = 0; i < count; i++) {
            x[i] = places[i] % width;
            y[i] = places[i] / width;
        }
        int ink = pixels[places[0]];
        int alike =
                (int) Arrays.stream(pixels).filter(pixel -> isSame(ink, pixel)).count();
        return new Blob(x, y, width, height, ink, alike);
    }
}
