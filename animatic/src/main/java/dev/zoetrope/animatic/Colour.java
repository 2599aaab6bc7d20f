package dev.zoetrope.animatic;

import java.util.Arrays;

/// Arithmetic on `0xRRGGBB`, as the reader's steps need it. The distance of two colours is the largest
/// difference of a channel: unlike a sum it does not grow when all three channels carry the same grain.
public final class Colour {
    private Colour() {}

    public static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    public static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    public static int blue(int rgb) {
        return rgb & 0xff;
    }

    public static int of(double red, double green, double blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    public static int distance(int a, int b) {
        return Math.max(
                Math.abs(red(a) - red(b)), Math.max(Math.abs(green(a) - green(b)), Math.abs(blue(a) - blue(b))));
    }

    /// The median of each channel.
    public static int median(int[] colours) {
        int middle = colours.length / 2;
        return of(
                Arrays.stream(colours).map(Colour::red).sorted().toArray()[middle],
                Arrays.stream(colours).map(Colour::green).sorted().toArray()[middle],
                Arrays.stream(colours).map(Colour::blue).sorted().toArray()[middle]);
    }

    private static int clamp(double level) {
        return Math.clamp(Math.round(level), 0, 255);
    }
}
