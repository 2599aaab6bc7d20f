package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Quad;
import java.util.Arrays;

/// What lives before a still picture in one frame, drawn with the picture's own tones: how much of each sample it
/// covers, and in which tone. It has buffers that are used again for the next frame. One thread.
final class Air {
    /// A veil is worked out at every so many pixels, for it has no finer detail.
    private static final int COARSE = 8;

    /// A veil's own grain, so that its slow changes show no steps of single code values.
    private static final float GRAIN = 0.012f;

    private static final int TILE = 64;

    private final float[] grain = new float[TILE * TILE];
    private final FrameSize size;
    private final float[][][] masks = new float[Frame.PLANES][][];
    private float[] tone = {0, 0, 0};

    Air(FrameSize size) {
        this.size = size;
        masks[0] = new float[size.height()][size.width()];
        masks[1] = new float[size.height() / 2][size.width() / 2];
        masks[2] = masks[1];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = GRAIN * (float) (Chance.of(0, i, 0, 0) - 0.5);
        }
    }

    FrameSize size() {
        return size;
    }

    /// Draws a frame's.
    ///
    /// @param life what lives
    /// @param palette of the picture
    /// @param window of the camera
    /// @param place of the palette's glow in the frame, in pixels
    /// @param seconds since the shot began
    void stir(Life life, Palette palette, Window window, Quad.Point place, double seconds, long seed) {
        for (float[] row : masks[0]) {
            Arrays.fill(row, 0);
        }
        double aside = -window.x() / window.width() * size.width();
        var particles = new Particles(masks[0], size, seed, seconds, aside);
        tone = palette.standingOut();
        switch (life) {
            case NONE -> {}
            case RAIN -> particles.rain();
            case SNOW -> {
                tone = palette.mean() > 200 ? palette.dark() : palette.light();
                particles.snow();
            }
            case DUST -> particles.dust();
            case STEAM -> {
                tone = palette.light();
                veil((x, y) -> {
                    // Bent by another cloud: steam curls.
                    double bent = Chance.cloud(seed + 20, 2 * x, 2 * y + 0.3 * seconds) - 0.5;
                    double rising = Chance.cloud(seed, 2.1 * x + 1.4 * bent, 1.5 * y + bent + 0.4 * seconds);
                    return 0.5 * Chance.smooth((rising - 0.3) * 2) * Chance.smooth(1.4 * y - 0.3);
                });
            }
            case CLOUDS -> {
                tone = palette.dark();
                veil((x, y) -> {
                    double passing = Chance.cloud(seed, 1.1 * x - 0.16 * seconds, 1.6 * y + 0.03 * seconds);
                    return 0.26 * Chance.smooth((passing - 0.35) * 2.6);
                });
            }
            case WATER -> {
                tone = palette.light();
                particles.glints();
            }
            case LIGHT -> {
                tone = palette.light();
                // Shafts from the upper left, each brighter and fainter in its own time.
                veil((x, y) -> {
                    double across = (x + 0.35) / (y + 0.9);
                    double shaft = Chance.cloud(seed, 5 * across + 0.05 * seconds, 0.35 * seconds);
                    return 0.32 * Chance.smooth((shaft - 0.45) * 4) * Chance.smooth(1.25 - y);
                });
            }
            case FIRE -> {
                tone = palette.warm();
                double flicker = flicker(seconds, seed);
                double reach = 0.6 * size.width();
                veil((x, y) -> {
                    double far = StrictMath.hypot(x * size.height() - place.x(), y * size.height() - place.y());
                    return 0.34 * flicker * Chance.smooth(1 - far / reach);
                });
                particles.sparks(place.x(), place.y());
            }
        }
        halve();
    }

    /// Takes back a part of what was drawn.
    ///
    /// @param share what is left of it
    void weaken(float share) {
        for (int plane = 0; plane < 2; plane++) {
            for (float[] row : masks[plane]) {
                for (int x = 0; x < row.length; x++) {
                    row[x] *= share;
                }
            }
        }
    }

    /// Between 0 and 1, restless as a flame is.
    private static double flicker(double seconds, long seed) {
        return Chance.cloud(seed + 7, 5 * seconds, 0.5);
    }

    private interface Density {
        /// @param x in frame heights
        /// @param y in frame heights
        double at(double x, double y);
    }

    private void veil(Density density) {
        int wide = size.width() / COARSE + 2;
        float[] above = new float[wide];
        float[] below = new float[wide];
        line(density, 0, below);
        for (int y = 0; y < size.height(); y++) {
            if (y % COARSE == 0) {
                float[] spent = above;
                above = below;
                below = spent;
                line(density, y + COARSE, below);
            }
            float down = (float) (y % COARSE) / COARSE;
            float[] row = masks[0][y];
            for (int x = 0; x < row.length; x++) {
                int left = x / COARSE;
                float right = (float) (x % COARSE) / COARSE;
                float upper = above[left] + right * (above[left + 1] - above[left]);
                float lower = below[left] + right * (below[left + 1] - below[left]);
                float even = upper + down * (lower - upper);
                row[x] = even + (even > 0 ? grain[y % TILE * TILE + x % TILE] : 0);
            }
        }
    }

    private void line(Density density, int y, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) density.at((double) i * COARSE / size.height(), (double) y / size.height());
        }
    }

    private void halve() {
        for (int y = 0; y < masks[1].length; y++) {
            float[] upper = masks[0][2 * y];
            float[] lower = masks[0][2 * y + 1];
            float[] row = masks[1][y];
            for (int x = 0; x < row.length; x++) {
                row[x] = (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
            }
        }
    }

    /// Lays it over a row.
    void lay(int plane, int y, float[] row) {
        lay(masks[plane][y], tone[plane], row);
    }

    private static void lay(float[] mask, float tone, float[] row) {
        for (int x = 0; x < mask.length; x++) {
            row[x] += mask[x] * (tone - row[x]);
        }
    }
}
