package dev.zoetrope.animatic.scene;

import java.awt.Color;

/// Sums with colours.
final class Tones {
    private Tones() {}

    /// @param share of the other, from 0 to 1
    static Color mix(Color one, Color other, double share) {
        double part = Math.clamp(share, 0, 1);
        return new Color(
                between(one.getRed(), other.getRed(), part),
                between(one.getGreen(), other.getGreen(), part),
                between(one.getBlue(), other.getBlue(), part));
    }

    private static int between(int one, int other, double share) {
        return (int) Math.round(one + share * (other - one));
    }

    /// A surface of a colour under a light of another.
    static Color lit(Color surface, Color light) {
        return new Color(
                surface.getRed() * light.getRed() / 255,
                surface.getGreen() * light.getGreen() / 255,
                surface.getBlue() * light.getBlue() / 255);
    }

    /// @param alpha from 0 to 1
    static Color clear(Color colour, double alpha) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * Math.clamp(alpha, 0, 1)));
    }

    static Color grey(Color colour) {
        int light = (int) Math.round(0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue());
        return new Color(light, light, light);
    }
}
