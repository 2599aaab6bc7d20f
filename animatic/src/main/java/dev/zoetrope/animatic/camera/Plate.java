package dev.zoetrope.animatic.camera;

import java.util.Arrays;

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

    /// One plane, stood on its side: so are frames resampled sideways first, whole columns at once.
    ///
    /// @param width in samples, without margin
    /// @param height in samples, without margin
    /// @param columns from left to right, with margin, each an array of its own
    @SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
    record Plane(int width, int height, float[][] columns) {
        /// A plane to be written; [#spreadEdges] makes it whole.
        Plane(int width, int height) {
            this(width, height, new float[width + 2 * MARGIN][]);
            for (int x = 0; x < width; x++) {
                columns[x + MARGIN] = new float[height + 2 * MARGIN];
            }
        }

        /// A sample; none of the margin.
        float at(int x, int y) {
            return columns[x + MARGIN][y + MARGIN];
        }

        /// Repeats the edge into the margin. The columns beside the picture are its first and last themselves.
        void spreadEdges() {
            for (int x = MARGIN; x < MARGIN + width; x++) {
                float[] column = columns[x];
                Arrays.fill(column, 0, MARGIN, column[MARGIN]);
                Arrays.fill(column, MARGIN + height, column.length, column[MARGIN + height - 1]);
            }
            Arrays.fill(columns, 0, MARGIN, columns[MARGIN]);
            Arrays.fill(columns, MARGIN + width, columns.length, columns[MARGIN + width - 1]);
        }
    }
}
