package dev.zoetrope.animatic.camera;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import java.awt.image.BufferedImage;

/// Something that stands still before a moving picture, such as lettering: for each sample how much of it covers the
/// picture, and what it adds.
final class Overlay {
    private final int[] tops = new int[Frame.PLANES];
    private final float[][] covers = new float[Frame.PLANES][];
    private final float[][] adds = new float[Frame.PLANES][];
    private final FrameSize size;

    /// Takes over an image of the film's size, with alpha that is not premultiplied.
    Overlay(BufferedImage image) {
        size = new FrameSize(image.getWidth(), image.getHeight());
        int[] pixels = image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
        int first = 0;
        while (first < pixels.length && pixels[first] >>> 24 == 0) {
            first++;
        }
        int last = pixels.length - 1;
        while (last >= first && pixels[last] >>> 24 == 0) {
            last--;
        }
        // Whole pairs of rows, as chroma has one for two.
        int top = first / size.width() / 2 * 2;
        int bottom = last < first ? top : (last / size.width() / 2 + 1) * 2;
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            int share = plane == 0 ? 1 : 2;
            tops[plane] = top / share;
            int count = (bottom - top) / share * (size.width() / share);
            covers[plane] = new float[count];
            adds[plane] = new float[count];
        }
        fillLuma(pixels, top, bottom);
        fillChroma(pixels, top, bottom);
    }

    private void fillLuma(int[] pixels, int top, int bottom) {
        int from = top * size.width();
        for (int i = from; i < bottom * size.width(); i++) {
            float alpha = (pixels[i] >>> 24) / 255f;
            covers[0][i - from] = alpha;
            adds[0][i - from] = alpha * (16 + light(pixels[i]) * (219f / 255));
        }
    }

    private void fillChroma(int[] pixels, int top, int bottom) {
        int width = size.width();
        int to = 0;
        for (int y = top; y < bottom; y += 2) {
            for (int x = 0; x < width; x += 2) {
                for (int row = y; row < y + 2; row++) {
                    // Sited left: the column on the site and half of each beside it.
                    chroma(pixels[row * width + x], 0.25f, to);
                    chroma(pixels[row * width + Math.max(0, x - 1)], 0.125f, to);
                    chroma(pixels[row * width + x + 1], 0.125f, to);
                }
                to++;
            }
        }
    }

    private void chroma(int pixel, float share, int to) {
        float alpha = (pixel >>> 24) / 255f * share;
        float light = light(pixel);
        covers[1][to] += alpha;
        covers[2][to] += alpha;
        adds[1][to] += alpha * (128 + ((pixel & 0xFF) - light) * (224f / 255 / 1.8556f));
        adds[2][to] += alpha * (128 + ((pixel >> 16 & 0xFF) - light) * (224f / 255 / 1.5748f));
    }

    private static float light(int pixel) {
        return 0.2126f * (pixel >> 16 & 0xFF) + 0.7152f * (pixel >> 8 & 0xFF) + 0.0722f * (pixel & 0xFF);
    }

    /// Lays it over a row.
    void lay(int plane, int y, float[] row) {
        int width = plane == 0 ? size.width() : size.width() / 2;
        int at = (y - tops[plane]) * width;
        if (at < 0 || at >= covers[plane].length) {
            return;
        }
        float[] cover = covers[plane];
        float[] add = adds[plane];
        for (int x = 0; x < width; x++) {
            row[x] = row[x] * (1 - cover[at + x]) + add[at + x];
        }
    }
}
