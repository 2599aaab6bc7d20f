package dev.zoetrope.animatic;

/// Weighted sums of whole rows: the inner loops of resampling.
///
/// Each row is an array of its own and all are read and written at the same index, without any offset. Only so can
/// the compiler prove that no write meets a later read, and compute eight samples at once; with one large array and
/// offsets the same loops take five times as long.
final class RowSum {
    /// Rows that are turned into columns at a time: a few lines of the cache each.
    static final int BLOCK = 8;

    private RowSum() {}

    /// Sums `taps` neighbouring rows.
    ///
    /// @param rows to sum, from `first` on
    /// @param weights from `at` on
    /// @param taps even, at least 4
    /// @param out gets the sums at the indexes `from` to `to - 1`; none of the rows
    static void of(float[][] rows, int first, float[] weights, int at, int taps, float[] out, int from, int to) {
        switch (taps) {
            case 4 -> four(rows, first, weights, at, out, from, to);
            case 6 -> six(rows, first, weights, at, out, from, to);
            default -> {
                four(rows, first, weights, at, out, from, to);
                for (int k = 4; k < taps; k += 2) {
                    addTwo(rows[first + k], rows[first + k + 1], weights[at + k], weights[at + k + 1], out, from, to);
                }
            }
        }
    }

    private static void four(float[][] rows, int first, float[] weights, int at, float[] out, int from, int to) {
        float[] one = rows[first];
        float[] two = rows[first + 1];
        float[] three = rows[first + 2];
        float[] four = rows[first + 3];
        float a = weights[at];
        float b = weights[at + 1];
        float c = weights[at + 2];
        float d = weights[at + 3];
        for (int i = from; i < to; i++) {
            out[i] = a * one[i] + b * two[i] + c * three[i] + d * four[i];
        }
    }

    private static void six(float[][] rows, int first, float[] weights, int at, float[] out, int from, int to) {
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
        for (int i = from; i < to; i++) {
            out[i] = a * one[i] + b * two[i] + c * three[i] + d * four[i] + e * five[i] + f * six[i];
        }
    }

    private static void addTwo(float[] one, float[] two, float a, float b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += a * one[i] + b * two[i];
        }
    }

    /// Turns [#BLOCK] rows into columns: `out[i][at + k] = rows[k][i]`.
    static void transpose(float[][] rows, float[][] out, int at, int from, int to) {
        float[] a = rows[0];
        float[] b = rows[1];
        float[] c = rows[2];
        float[] d = rows[3];
        float[] e = rows[4];
        float[] f = rows[5];
        float[] g = rows[6];
        float[] h = rows[7];
        for (int i = from; i < to; i++) {
            float[] row = out[i];
            row[at] = a[i];
            row[at + 1] = b[i];
            row[at + 2] = c[i];
            row[at + 3] = d[i];
            row[at + 4] = e[i];
            row[at + 5] = f[i];
            row[at + 6] = g[i];
            row[at + 7] = h[i];
        }
    }
}
