package dev.zoetrope.animatic.camera;

/// A panel's picture, scaled once to about the film's size and split into luma and chroma, from which the camera then
/// takes every frame of a shot. Around each plane lies a margin that repeats its edge, so that a filter that reaches
/// over the edge finds the edge again and never the neighbours on the sheet.
///
/// @param left where the plate begins, in panel pixels
/// @param top where the plate begins, in panel pixels
/// @param scale plate pixels for one panel pixel
/// @param planes luma, Cb and Cr in the film's code values, as fractions
@SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
record Plate(double left, double top, double scale, Plane[] planes) {
    /// Samples of repeated edge on each side: more than half of the longest filter.
    static final int MARGIN = 8;

    /// One plane.
    ///
    /// @param width in samples, without margin
    /// @param height in samples, without margin
    /// @param samples row by row, with margin
    @SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
    record Plane(int width, int height, float[] samples) {
        Plane(int width, int height) {
            this(width, height, new float[(width + 2 * MARGIN) * (height + 2 * MARGIN)]);
        }

        int stride() {
            return width + 2 * MARGIN;
        }

        /// Index of a sample; up to [#MARGIN] outside is allowed.
        int index(int x, int y) {
            return (y + MARGIN) * stride() + x + MARGIN;
        }

        /// Repeats the edge into the margin.
        void spreadEdges() {
            for (int y = 0; y < height; y++) {
                int first = index(0, y);
                java.util.Arrays.fill(samples, first - MARGIN, first, samples[first]);
                int last = index(width - 1, y);
                java.util.Arrays.fill(samples, last + 1, last + 1 + MARGIN, samples[last]);
            }
            for (int y = 1; y <= MARGIN; y++) {
                System.arraycopy(samples, index(-MARGIN, 0), samples, index(-MARGIN, -y), stride());
                System.arraycopy(
                        samples, index(-MARGIN, height - 1), samples, index(-MARGIN, height - 1 + y), stride());
            }
        }
    }

    /// A plane stood on its side, for resampling whole columns at once.
    ///
    /// @param width in samples, without margin
    /// @param height in samples, without margin
    /// @param samples column by column, with margin, each an array of its own
    @SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
    record Columns(int width, int height, float[][] samples) {
        static Columns of(Plane plane) {
            int stride = plane.stride();
            int tall = plane.height() + 2 * MARGIN;
            float[][] columns = new float[stride][tall];
            // In bands of few rows, so that the lines of the cache are still there for the next column.
            for (int band = 0; band < tall; band += BAND) {
                int end = Math.min(tall, band + BAND);
                for (int x = 0; x < stride; x++) {
                    float[] column = columns[x];
                    for (int y = band; y < end; y++) {
                        column[y] = plane.samples()[y * stride + x];
                    }
                }
            }
            return new Columns(plane.width(), plane.height(), columns);
        }

        private static final int BAND = 32;
    }
}
