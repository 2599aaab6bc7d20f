package dev.zoetrope.seedance;

import dev.zoetrope.animatic.Picture;
import java.util.Arrays;

/// A storyboard without art: four shaded panels on white paper, to warm the engine up with.
final class WarmUpSheet {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int GUTTER = 40;
    private static final int PANEL_WIDTH = (WIDTH - 3 * GUTTER) / 2;
    private static final int PANEL_HEIGHT = (HEIGHT - 3 * GUTTER) / 2;

    private WarmUpSheet() {}

    static Picture draw() {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xffffff);
        for (int panel = 0; panel < 4; panel++) {
            int left = GUTTER + panel % 2 * (PANEL_WIDTH + GUTTER);
            int top = GUTTER + panel / 2 * (PANEL_HEIGHT + GUTTER);
            for (int y = 0; y < PANEL_HEIGHT; y++) {
                for (int x = 0; x < PANEL_WIDTH; x++) {
                    int shade = (x * (panel + 1) ^ y) & 127;
                    pixels[(top + y) * WIDTH + left + x] = shade << 16 | shade << 8 | 100;
                }
            }
        }
        return new Picture(WIDTH, HEIGHT, pixels);
    }
}
