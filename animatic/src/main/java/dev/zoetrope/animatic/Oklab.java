package dev.zoetrope.animatic;

/// Oklab, a space of colours in which equal steps look equally large (Björn Ottosson, "A perceptual color space for
/// image processing", 2020): lightness from 0 to 1, then green to red, then blue to yellow. The same on every machine.
public final class Oklab {
    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double level = i / 255.0;
            // IEC 61966-2-1, sRGB.
            LINEAR[i] = level <= 0.04045 ? level / 12.92 : StrictMath.pow((level + 0.055) / 1.055, 2.4);
        }
    }

    private Oklab() {}

    /// A colour of sRGB, written into `lab`.
    public static void of(int rgb, double[] lab) {
        double red = LINEAR[Colour.red(rgb)];
        double green = LINEAR[Colour.green(rgb)];
        double blue = LINEAR[Colour.blue(rgb)];
        double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    }

    /// The nearest colour of sRGB, each channel cut off at its ends.
    public static int rgb(double[] lab) {
        double l = lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2];
        double m = lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2];
        double s = lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2];
        double ll = l * l * l;
        double mm = m * m * m;
        double ss = s * s * s;
        return Colour.of(
                coded(4.0767416621 * ll - 3.3077115913 * mm + 0.2309699292 * ss),
                coded(-1.2684380046 * ll + 2.6097574011 * mm - 0.3413193965 * ss),
                coded(-0.0041960863 * ll - 0.7034186147 * mm + 1.7076147010 * ss));
    }

    private static double coded(double light) {
        double kept = Math.clamp(light, 0, 1);
        return 255 * (kept <= 0.0031308 ? 12.92 * kept : 1.055 * StrictMath.pow(kept, 1 / 2.4) - 0.055);
    }
}
