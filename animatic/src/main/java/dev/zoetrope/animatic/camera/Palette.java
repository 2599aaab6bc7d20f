package dev.zoetrope.animatic.camera;

import java.util.Arrays;

/// The tones of a picture, from which all is drawn that is set moving in it, so that it belongs there: each as luma, Cb
/// and Cr in the film's code values.
///
/// @param light mean of its lightest tenth
/// @param dark mean of its darkest tenth
/// @param warm mean of what glows red or yellow in it; an ember's tone when nothing does
/// @param mean luma of the whole
/// @param glowX where the warm part lies, as a share of the plate's width
/// @param glowY where the warm part lies, as a share of the plate's height
@SuppressWarnings("ArrayRecordComponent") // never compared: only a bundle of what belongs together
record Palette(float[] light, float[] dark, float[] warm, float mean, double glowX, double glowY) {
    /// Every so many samples are looked at: a picture has far more than its tones need.
    private static final int STRIDE = 4;

    private static final double TENTH = 0.1;

    /// Chroma beyond this is a glow and no paper that has yellowed.
    private static final float GLOWING = 16;

    /// Least share of the picture that must glow.
    private static final double LEAST_GLOW = 0.002;

    /// An ember, for a picture without one.
    private static final float[] EMBER = {170, 88, 168};

    static Palette of(Plate plate) {
        Plate.Plane luma = plate.planes()[0];
        Plate.Plane blue = plate.planes()[1];
        Plate.Plane red = plate.planes()[2];
        int wide = blue.width() / STRIDE + 1;
        int high = blue.height() / STRIDE + 1;
        float[][] tones = new float[wide * high][];
        float[] sum = new float[3];
        float[] warm = new float[3];
        double glowX = 0;
        double glowY = 0;
        int glowing = 0;
        for (int i = 0; i < tones.length; i++) {
            int x = Math.min(i % wide * STRIDE, blue.width() - 1);
            int y = Math.min(i / wide * STRIDE, blue.height() - 1);
            float light = luma.at(Math.min(2 * x, luma.width() - 1), Math.min(2 * y, luma.height() - 1));
            tones[i] = new float[] {light, blue.at(x, y), red.at(x, y)};
            add(sum, tones[i]);
            if (tones[i][2] - 128 > GLOWING && 128 - tones[i][1] > GLOWING / 2 && tones[i][0] > 90) {
                add(warm, tones[i]);
                glowX += x;
                glowY += y;
                glowing++;
            }
        }
        Arrays.sort(tones, (a, b) -> Float.compare(a[0], b[0]));
        int tenth = Math.max(1, (int) (TENTH * tones.length));
        boolean glows = glowing > LEAST_GLOW * tones.length;
        return new Palette(
                mean(tones, tones.length - tenth, tones.length),
                mean(tones, 0, tenth),
                glows ? divided(warm, glowing) : EMBER.clone(),
                sum[0] / tones.length,
                glows ? glowX / glowing / blue.width() : 0.5,
                glows ? glowY / glowing / blue.height() : 0.85);
    }

    private static float[] mean(float[][] tones, int from, int to) {
        float[] sum = new float[3];
        for (int i = from; i < to; i++) {
            add(sum, tones[i]);
        }
        return divided(sum, to - from);
    }

    private static void add(float[] sum, float[] tone) {
        for (int k = 0; k < 3; k++) {
            sum[k] += tone[k];
        }
    }

    private static float[] divided(float[] sum, int count) {
        return new float[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    /// The tone that is seen before the picture: light before a dark one, dark before a light one.
    float[] standingOut() {
        return mean > 150 ? dark : light;
    }
}
