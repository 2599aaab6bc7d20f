package dev.zoetrope.animatic.scene;

import java.awt.Color;

/// The colours of a scene's air and light.
///
/// @param top of the sky
/// @param middle of the sky
/// @param low the sky at the horizon
/// @param haze what far things fade into
/// @param sun the light of sun or moon
/// @param fall what falls on a white ground
/// @param dark what silhouettes are cut from
/// @param rim the edge of a silhouette towards the light
/// @param lamp what shines from windows
record Light(Color top, Color middle, Color low, Color haze, Color sun, Color fall, Color dark, Color rim, Color lamp) {
    private static final Color LAMP = new Color(0xffd27d);
    private static final Color OVERCAST = new Color(0x8a949c);
    private static final Color STORM = new Color(0x3d4650);

    private static final Light DAY = of(0x2d6db2, 0x7db0dd, 0xe3eef0, 0xc3d7e4, 0xfff6d8, 0xf4f4ee, 0x1d2732, 0xfff0c4);
    private static final Light DAWN =
            of(0x3a4a80, 0xb98a9c, 0xffd8a6, 0xeac0a8, 0xfff1cd, 0xb79aa0, 0x1e1b2e, 0xffdfa6);
    private static final Light DUSK =
            of(0x232758, 0xa04d6c, 0xffa255, 0xd9805f, 0xffd98c, 0x8e5f6c, 0x150f1e, 0xffb765);
    private static final Light NIGHT =
            of(0x050a1d, 0x10224c, 0x2f4e80, 0x26426f, 0xf4f1dc, 0x33466e, 0x04070f, 0x9dbbe8);
    private static final Light NEON =
            of(0x0a0620, 0x2a1058, 0xb7347f, 0x6a2a88, 0xff7fc4, 0x4c3a86, 0x07040f, 0x3fe3ff);
    private static final Light INK = of(0xcfcbbf, 0xe2ded2, 0xf0ece0, 0xe6e2d6, 0xc9584a, 0xb4b2aa, 0x1e1e20, 0xb9b5aa);
    private static final Light SPACE =
            of(0x02030a, 0x0a0d24, 0x241b45, 0x2b2a55, 0xfff2d0, 0x9a97a8, 0x05060c, 0xdfe8ff);
    private static final Light WATER =
            of(0x3fa3bd, 0x1c6d92, 0x06304f, 0x1f6f92, 0xd6fff6, 0x4a93a8, 0x04182a, 0x9be8e6);

    private static Light of(int top, int middle, int low, int haze, int sun, int fall, int dark, int rim) {
        return new Light(
                new Color(top),
                new Color(middle),
                new Color(low),
                new Color(haze),
                new Color(sun),
                new Color(fall),
                new Color(dark),
                new Color(rim),
                LAMP);
    }

    /// The light of a scene; day where no hour is told.
    static Light of(Scene scene) {
        Place place = scene.place().orElse(Place.MEADOW);
        Tint tint = scene.tint().orElse(Tint.NATURAL);
        Light light = switch (tint) {
            case NEON -> NEON;
            case INK -> INK;
            case MONOCHROME, NATURAL ->
                place == Place.SPACE
                        ? SPACE
                        : place == Place.UNDERWATER
                                ? WATER
                                : switch (scene.hour().orElse(Hour.DAY)) {
                                    case DAY -> DAY;
                                    case DAWN -> DAWN;
                                    case DUSK -> DUSK;
                                    case NIGHT -> NIGHT;
                                };
        };
        boolean isOutside = !place.isSheltered() && tint != Tint.INK;
        Light under = isOutside ? light.under(scene.weather().orElse(Weather.CLEAR)) : light;
        return tint == Tint.MONOCHROME ? under.grey() : under;
    }

    private Light under(Weather weather) {
        double bright = Tones.grey(middle).getRed() / 170.0;
        Color cloud = Tones.mix(Color.BLACK, OVERCAST, Math.min(1, bright));
        Color storm = Tones.mix(Color.BLACK, STORM, Math.min(1, 0.35 + bright));
        return switch (weather) {
            case CLEAR, CLOUDY -> this;
            case RAIN -> covered(cloud, 0.62, 0.55);
            case SNOW -> covered(Tones.mix(cloud, new Color(0xc9d2e2), Math.min(0.8, 0.5 * bright + 0.1)), 0.6, 0.85);
            case FOG -> covered(Tones.mix(cloud, haze, 0.6), 0.75, 0.8);
            case STORM -> covered(storm, 0.8, 0.45);
        };
    }

    /// @param cloud the colour of the cover
    /// @param share of it in the sky
    /// @param rest how much light is left on the ground
    private Light covered(Color cloud, double share, double rest) {
        Color lower = Tones.mix(low, Tones.mix(cloud, low, 0.25), share);
        return new Light(
                Tones.mix(top, Tones.mix(cloud, Color.BLACK, 0.25), share),
                Tones.mix(middle, cloud, share),
                lower,
                Tones.mix(haze, cloud, share * 0.8),
                Tones.mix(sun, cloud, share * 0.7),
                Tones.mix(Tones.mix(fall, cloud, share * 0.6), Color.BLACK, 0.6 * (1 - rest)),
                dark,
                Tones.mix(rim, cloud, share * 0.55),
                lamp);
    }

    private Light grey() {
        return new Light(
                Tones.grey(top),
                Tones.grey(middle),
                Tones.grey(low),
                Tones.grey(haze),
                Tones.grey(sun),
                Tones.grey(fall),
                Tones.grey(dark),
                Tones.grey(rim),
                Tones.grey(lamp));
    }

    /// A thing of a colour, so far away that the haze takes a share of it.
    Color seen(Color surface, double far) {
        return Tones.mix(Tones.lit(surface, fall), haze, far);
    }
}
