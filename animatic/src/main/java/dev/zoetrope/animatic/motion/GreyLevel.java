package dev.zoetrope.animatic.motion;

import dev.zoetrope.animatic.Picture;

/// A frame in grey at one size, with its slopes. Not to be changed once made.
final class GreyLevel {
    final int width;
    final int height;
    final float[] grey;
    final float[] slopeX;
    final float[] slopeY;

    private GreyLevel(int width, int height, float[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
        slopeX = new float[grey.length];
        slopeY = new float[grey.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                slopeX[i] = (grey[i + 1] - grey[i - 1]) / 2;
                slopeY[i] = (grey[i + width] - grey[i - width]) / 2;
            }
        }
    }

    /// A frame softened a little, so that it is smooth enough to be looked at between its pixels.
    static GreyLevel of(Picture picture) {
        int[] pixels = picture.pixels();
        var grey = new float[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            int pixel = pixels[i];
            grey[i] = 0.2126f * (pixel >> 16 & 0xFF) + 0.7152f * (pixel >> 8 & 0xFF) + 0.0722f * (pixel & 0xFF);
        }
        return new GreyLevel(picture.width(), picture.height(), softened(grey, picture.width(), picture.height()));
    }

    /// With the binomial filter 1 2 1 both ways.
    private static float[] softened(float[] grey, int width, int height) {
        var across = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int left = y * width + Math.max(0, x - 1);
                int right = y * width + Math.min(width - 1, x + 1);
                across[y * width + x] = (grey[left] + 2 * grey[y * width + x] + grey[right]) / 4;
            }
        }
        var out = new float[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int above = Math.max(0, y - 1) * width + x;
                int below = Math.min(height - 1, y + 1) * width + x;
                out[y * width + x] = (across[above] + 2 * across[y * width + x] + across[below]) / 4;
            }
        }
        return out;
    }

    /// Half as large; each pixel is the mean of four.
    GreyLevel halved() {
        int wide = width / 2;
        int high = height / 2;
        var half = new float[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                int i = 2 * y * width + 2 * x;
                half[y * wide + x] = (grey[i] + grey[i + 1] + grey[i + width] + grey[i + width + 1]) / 4;
            }
        }
        return new GreyLevel(wide, high, half);
    }

    /// How unlike its pixels are: the standard deviation.
    double contrast() {
        double sum = 0;
        double squares = 0;
        for (float level : grey) {
            sum += level;
            squares += (double) level * level;
        }
        double mean = sum / grey.length;
        return Math.sqrt(Math.max(0, squares / grey.length - mean * mean));
    }
}
