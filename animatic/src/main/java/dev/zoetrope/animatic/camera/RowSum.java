package dev.zoetrope.animatic.camera;

/// Weighted sums of whole rows: the inner loops of resampling.
///
/// Each row is an array of its own and all are read and written at the same index, without any offset, from 0 on. Only
/// so can
/// the compiler prove that no write meets a later read, and compute eight samples at once; with one large array and
/// offsets the same loops take five times as long.
final class RowSum {
    /// Rows that are turned into columns at a time: as many as fill a line of the cache.
    static final int BLOCK = 16;

    private RowSum() {}

    /// Sums `taps` neighbouring rows.
    ///
    /// @param rows to sum, from `first` on
    /// @param weights from `at` on
    /// @param taps even, at least 4
    /// @param out gets `count` sums, from 0 on; none of the rows
    static void of(float[][] rows, int first, float[] weights, int at, int taps, float[] out, int count) {
        switch (taps) {
            case 4 -> four(rows, first, weights, at, out, count);
            case 6 -> six(rows, first, weights, at, out, count);
            default -> {
                four(rows, first, weights, at, out, count);
                for (int k = 4; k < taps; k += 2) {
                    addTwo(rows[first + k], rows[first + k + 1], weights[at + k], weights[at + k + 1], out, count);
                }
            }
        }
    }

    private static void four(float[][] rows, int first, float[] weights, int at, float[] out, int count) {
        float[] one = rows[first];
        float[] two = rows[first + 1];
        float[] three = rows[first + 2];
        float[] four = rows[first + 3];
        float a = weights[at];
        float b = weights[at + 1];
        float c = weights[at + 2];
        float d = weights[at + 3];
        for (int i = 0; i < count; i++) {
            out[i] = a * one[i] + b * two[i] + c * three[i] + d * four[i];
        }
    }

    private static void six(float[][] rows, int first, float[] weights, int at, float[] out, int count) {
        float[] one = rows[first];
        float[] two = rows[first + 1];
        float[] three = rows[first + 2];
        float[] four = rows[first + 3];
        float[] five = rows[first + 4];
        float[] six = rows[first + 5];
        float a = weights[at];
        float b = weights[at + 1];
        float c = weights[at + 2];
        float d = weights[at + 3];
        float e = weights[at + 4];
        float f = weights[at + 5];
        for (int i = 0; i < count; i++) {
            out[i] = a * one[i] + b * two[i] + c * three[i] + d * four[i] + e * five[i] + f * six[i];
        }
    }

    private static void addTwo(float[] one, float[] two, float a, float b, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] += a * one[i] + b * two[i];
        }
    }

    /// `out[i] = offsets[i] + slopes[i] * factor`.
    static void line(float[] offsets, float[] slopes, float factor, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = offsets[i] + slopes[i] * factor;
        }
    }

    /// Sums four neighbouring rows by the bare cubic, at a place between the second and the third that goes on evenly:
    /// `t + step * ramp[i]` behind the second.
    static void slanted(float[][] rows, int first, float t, float step, float[] ramp, int from, int to, float[] out) {
        float[] one = rows[first];
        float[] two = rows[first + 1];
        float[] three = rows[first + 2];
        float[] four = rows[first + 3];
        for (int i = from; i < to; i++) {
            float p = t + step * ramp[i];
            float a = one[i];
            float b = two[i];
            float c = three[i];
            float d = four[i];
            out[i] = b + 0.5f * p * (c - a + p * (2 * a - 5 * b + 4 * c - d + p * (3 * (b - c) + d - a)));
        }
    }

    /// Sums four neighbouring rows by the bare cubic, at `places[i] - whole` behind the second.
    static void varied(float[][] rows, int first, float[] places, float whole, int from, int to, float[] out) {
        float[] one = rows[first];
        float[] two = rows[first + 1];
        float[] three = rows[first + 2];
        float[] four = rows[first + 3];
        for (int i = from; i < to; i++) {
            float p = places[i] - whole;
            float a = one[i];
            float b = two[i];
            float c = three[i];
            float d = four[i];
            out[i] = b + 0.5f * p * (c - a + p * (2 * a - 5 * b + 4 * c - d + p * (3 * (b - c) + d - a)));
        }
    }

    /// Turns [#BLOCK] rows into columns: `out[i][at + k] = rows[k][i]`.
    static void transpose(float[][] rows, float[][] out, int at, int from, int to) {
        float[] r0 = rows[0];
        float[] r1 = rows[1];
        float[] r2 = rows[2];
        float[] r3 = rows[3];
        float[] r4 = rows[4];
        float[] r5 = rows[5];
        float[] r6 = rows[6];
        float[] r7 = rows[7];
        float[] r8 = rows[8];
        float[] r9 = rows[9];
        float[] r10 = rows[10];
        float[] r11 = rows[11];
        float[] r12 = rows[12];
        float[] r13 = rows[13];
        float[] r14 = rows[14];
        float[] r15 = rows[15];
        for (int i = from; i < to; i++) {
            float[] row = out[i];
            row[at + 0] = r0[i];
            row[at + 1] = r1[i];
            row[at + 2] = r2[i];
            row[at + 3] = r3[i];
            row[at + 4] = r4[i];
            row[at + 5] = r5[i];
            row[at + 6] = r6[i];
            row[at + 7] = r7[i];
            row[at + 8] = r8[i];
            row[at + 9] = r9[i];
            row[at + 10] = r10[i];
            row[at + 11] = r11[i];
            row[at + 12] = r12[i];
            row[at + 13] = r13[i];
            row[at + 14] = r14[i];
            row[at + 15] = r15[i];
        }
    }
}
