package dev.zoetrope.animatic.scene;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/// The sky with what stands in it, from zenith to horizon.
final class Sky {
    private static final int STARS = 420;

    private final Cel cel;
    private final Scene scene;
    private final Light light;
    private final Stage stage;
    private final long seed;

    Sky(Cel cel, Scene scene, Light light, Stage stage, long seed) {
        this.cel = cel;
        this.scene = scene;
        this.light = light;
        this.stage = stage;
        this.seed = seed;
    }

    void paint() {
        Weather weather = scene.weather().orElse(Weather.CLEAR);
        boolean isNight = scene.hour().orElse(Hour.DAY) == Hour.NIGHT;
        boolean isSpace = scene.place().filter(Place.SPACE::equals).isPresent();
        boolean isInk = scene.tint().filter(Tint.INK::equals).isPresent();
        gradient(weather, isSpace, isInk);
        if (isSpace || (isNight && !weather.isGrey() && !isInk)) {
            stars(isSpace ? 2.2 : 1);
        }
        if (isSpace) {
            planet();
        } else if (!weather.isGrey()) {
            disc(isNight, isInk);
        }
        if (weather == Weather.STORM) {
            lightning();
        }
    }

    /// Sky and clouds, pixel by pixel.
    private void gradient(Weather weather, boolean isSpace, boolean isInk) {
        double cover = switch (weather) {
            case CLEAR -> isSpace || isInk ? 0 : 0.3;
            case CLOUDY -> 0.62;
            case RAIN, SNOW -> 0.75;
            case STORM -> 0.85;
            case FOG -> 0;
        };
        Color bright = Tones.mix(light.low(), light.sun(), 0.4);
        Color shade = Tones.mix(light.middle(), light.top(), weather == Weather.STORM ? 0.8 : 0.35);
        int[] pixels = cel.pixels();
        for (int row = 0; row < cel.height(); row++) {
            double y = cel.y(row);
            double up = Math.clamp(1 - y / stage.horizon(), -1, 1.2);
            Color sky = sky(up);
            for (int column = 0; column < cel.width(); column++) {
                double x = cel.x(column);
                Color colour = sky;
                if (isSpace) {
                    double veil = Noise.smooth(3 * (Noise.cloud(seed, x * 1.4 + y, y * 2.2 - x * 0.5) - 0.5));
                    colour = Tones.mix(sky, light.haze(), 0.8 * veil);
                } else if (cover > 0 && up > 0.02) {
                    colour = clouded(sky, x, up, cover, bright, shade);
                }
                pixels[row * cel.width() + column] = colour.getRGB();
            }
        }
    }

    private Color sky(double up) {
        double height = Math.clamp(up, 0, 1);
        return height < 0.42
                ? Tones.mix(light.low(), light.middle(), Noise.smooth(height / 0.42))
                : Tones.mix(light.middle(), light.top(), (height - 0.42) / 0.58);
    }

    /// Clouds that draw together towards the horizon, brighter on the side of the sun.
    private Color clouded(Color sky, double x, double up, double cover, Color bright, Color shade) {
        double far = 1 / (up + 0.22);
        double right = (x - stage.sunX()) * far * 0.75;
        double depth = far * 1.15;
        double here = density(right, depth, cover);
        if (here <= 0) {
            return sky;
        }
        double beside = density(right - Math.clamp(right / 0.3, -1, 1) * 0.11, depth + 0.05, cover);
        double lit = Math.clamp(0.55 + 1.5 * (here - beside), 0, 1);
        double near = Math.clamp(up * 7, 0, 1);
        return Tones.mix(sky, Tones.mix(shade, bright, lit), 0.85 * here * near);
    }

    private double density(double x, double y, double cover) {
        return Noise.smooth(2.6 * (Noise.cloud(seed, x, y) - 0.78 + 0.5 * cover));
    }

    private void stars(double share) {
        for (int star = 0; star < STARS * share; star++) {
            double x = cel.left() + Noise.of(seed, star, 11) * (cel.right() - cel.left());
            double height = Noise.of(seed, star, 12);
            double y = stage.horizon() * (share > 1 ? 1.9 * height - 0.2 : 1.15 * height - 0.15);
            double size = Noise.of(seed, star, 13);
            double radius = 0.0009 + 0.0017 * size * size * size;
            cel.disc(x, y, radius, Tones.clear(Color.WHITE, (0.25 + 0.7 * size) * (share > 1 ? 1 : 1 - height * 0.8)));
        }
    }

    private void disc(boolean isNight, boolean isInk) {
        double radius = isNight ? 0.052 : stage.sunY() > 0.3 ? 0.062 : 0.045;
        if (!isInk) {
            cel.glow(stage.sunX(), stage.sunY(), isNight ? 0.5 : 1.1, light.sun(), isNight ? 0.45 : 0.6);
        }
        cel.disc(stage.sunX(), stage.sunY(), radius, light.sun());
        if (isNight) {
            Color sea = Tones.mix(light.sun(), light.middle(), 0.22);
            for (int i = 0; i < 5; i++) {
                double x = stage.sunX() + radius * (1.1 * Noise.of(seed, i, 31) - 0.55);
                double y = stage.sunY() + radius * (1.1 * Noise.of(seed, i, 32) - 0.55);
                cel.disc(x, y, radius * (0.12 + 0.14 * Noise.of(seed, i, 33)), Tones.clear(sea, 0.6));
            }
        }
    }

    private void planet() {
        double x = stage.sunX();
        double y = 0.3;
        double radius = 0.2;
        cel.glow(x, y, radius * 1.7, light.rim(), 0.3);
        cel.disc(x, y, radius, Tones.mix(new Color(0xb9785a), light.haze(), 0.25));
        for (int i = 0; i < 9; i++) {
            double band = y - radius + 2 * radius * (i + Noise.of(seed, i, 41) * 0.7) / 9;
            double half = StrictMath.sqrt(Math.max(0, radius * radius - (band - y) * (band - y)));
            cel.fill(
                    new Rectangle2D.Double(x - half, band, 2 * half, radius * 0.05),
                    Tones.clear(i % 2 == 0 ? new Color(0xd9a984) : new Color(0x8a5548), 0.35));
        }
        cel.ink()
                .setPaint(new java.awt.RadialGradientPaint(
                        (float) (x - radius * 0.5),
                        (float) (y - radius * 0.4),
                        (float) (radius * 1.75),
                        new float[] {0.3f, 1},
                        new Color[] {Tones.clear(light.dark(), 0), Tones.clear(light.dark(), 0.95)}));
        cel.ink().fill(new java.awt.geom.Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void lightning() {
        Color flash = Tones.mix(light.rim(), Color.WHITE, 0.7);
        double x = stage.sunX();
        double y = 0;
        cel.glow(x, 0.12, 0.7, flash, 0.4);
        var path = new java.awt.geom.Path2D.Double();
        path.moveTo(x, -0.1);
        for (int i = 0; y < stage.horizon() - 0.03; i++) {
            y += 0.03 + 0.03 * Noise.of(seed, i, 51);
            x += 0.09 * (Noise.of(seed, i, 52) - 0.5);
            path.lineTo(x, Math.min(y, stage.horizon()));
        }
        for (int width = 3; width >= 1; width--) {
            cel.ink().setStroke(new java.awt.BasicStroke(0.0022f * width * width));
            cel.ink().setPaint(Tones.clear(flash, width == 1 ? 1 : 0.18));
            cel.ink().draw(path);
        }
    }
}
