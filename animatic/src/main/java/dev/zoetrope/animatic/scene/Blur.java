package dev.zoetrope.animatic.scene;

/// Takes the focus off pixels with alpha: three running means one after the other, which come near a bell curve.
final class Blur {
    private static final int PASSES = 3;

    private Blur() {}

    /// Blurs in place.
    ///
    /// @param pixels `0xAARRGGBB`, not premultiplied
    /// @param radius in pixels
    static void of(int[] pixels, int width, int height, int radius) {
        if (radius < 1) {
            return;
        }
        float[][] channels = new float[4][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            float alpha = (pixels[i] >>> 24) / 255f;
            channels[0][i] = alpha;
            for (int k = 1; k < 4; k++) {
                channels[k][i] = alpha * (pixels[i] >> (24 - 8 * k) & 0xFF);
            }
        }
        int reach = Math.max(1, Math.round(radius * 0.6f));
        float[] line = new float[Math.max(width, height)];
        for (float[] channel : channels) {
            for (int pass = 0; pass < PASSES; pass++) {
                for (int y = 0; y < height; y++) {
                    mean(channel, y * width, 1, width, reach, line);
                }
                for (int x = 0; x < width; x++) {
                    mean(channel, x, width, height, reach, line);
                }
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            float alpha = channels[0][i];
            int pixel = Math.round(255 * alpha) << 24;
            for (int k = 1; k < 4 && alpha > 0; k++) {
                pixel |= Math.clamp(Math.round(channels[k][i] / alpha), 0, 255) << (24 - 8 * k);
            }
            pixels[i] = pixel;
        }
    }

    private static void mean(float[] values, int first, int step, int count, int reach, float[] line) {
        for (int i = 0; i < count; i++) {
            line[i] = values[first + i * step];
        }
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            sum += line[Math.clamp(i, 0, count - 1)];
        }
        for (int i = 0; i < count; i++) {
            values[first + i * step] = (float) Math.max(0, sum / (2 * reach + 1));
            sum += line[Math.min(count - 1, i + reach + 1)] - line[Math.max(0, i - reach)];
        }
    }
}
