package dev.zoetrope.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Paints a scenery: a sky with its light, and behind one another layers of ground that darken as they come nearer.
final class Landscape {
    /// Painted larger than the film, so that a push in finds something.
    private static final double LARGER = 1.2;

    private static final int MAX_SIDE = 2600;
    private static final int LAYERS = 4;

    private final Scenery scenery;
    private final SplittableRandom random;
    private final long seed;
    private final int width;
    private final int height;
    private final double horizon;
    private final double lightX;
    private final double lightY;

    Landscape(Scenery scenery, long seed, FrameSize size) {
        this.scenery = scenery;
        this.seed = seed;
        this.random = new SplittableRandom(seed ^ 0x4c41_4e44L);
        double larger = Math.min(LARGER, (double) MAX_SIDE / Math.max(size.width(), size.height()));
        this.width = (int) Math.round(size.width() * larger);
        this.height = (int) Math.round(size.height() * larger);
        this.horizon = height * (0.62 + 0.06 * random.nextDouble());
        // The light stands aside, where the words are not.
        this.lightX =
                width * (random.nextBoolean() ? 0.12 + 0.08 * random.nextDouble() : 0.8 + 0.08 * random.nextDouble());
        this.lightY = switch (scenery.sky()) {
            case NIGHT -> height * 0.2;
            case DAY -> height * 0.17;
            case DAWN, DUSK -> horizon - height * 0.04;
            case STORM -> height * 0.3;
        };
    }

    Picture paint() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, sky(), 0, width);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (scenery.place() == Scenery.Place.ROOM) {
            new Ground(g, scenery, random, width, height).room();
        } else {
            stars(g);
            disc(g);
            Ground ground = new Ground(g, scenery, random, width, height);
            for (int layer = 0; layer < LAYERS; layer++) {
                ground.layer(layer, LAYERS, horizon, lightX);
            }
        }
        weather(g);
        g.dispose();
        return finished(image);
    }

    private int[] sky() {
        Scenery.Sky sky = scenery.sky();
        int[] pixels = new int[width * height];
        double reach = 0.55 * Math.max(width, height);
        double glow = sky == Scenery.Sky.STORM ? 0.12 : sky == Scenery.Sky.NIGHT ? 0.22 : 0.5;
        for (int y = 0; y < height; y++) {
            double down = Math.min(1, y / horizon);
            int base = down < 0.6
                    ? Shades.between(sky.top, sky.middle, down / 0.6)
                    : Shades.between(sky.middle, sky.horizon, (down - 0.6) / 0.4);
            for (int x = 0; x < width; x++) {
                double away = Math.sqrt((x - lightX) * (x - lightX) + (y - lightY) * (y - lightY)) / reach;
                double near = Math.max(0, 1 - away);
                pixels[y * width + x] = Shades.between(base, sky.light, glow * near * near * near);
            }
        }
        return pixels;
    }

    private void stars(Graphics2D g) {
        if (scenery.sky() != Scenery.Sky.NIGHT) {
            return;
        }
        for (int i = 0; i < 170; i++) {
            double y = horizon * random.nextDouble();
            double side = height * (0.0012 + 0.0028 * random.nextDouble() * random.nextDouble());
            int alpha = (int) (60 + 170 * random.nextDouble() * (1 - 0.7 * y / horizon));
            g.setColor(new Color(255, 250, 235, alpha));
            g.fill(new Ellipse2D.Double(width * random.nextDouble(), y, side, side));
        }
    }

    private void disc(Graphics2D g) {
        if (scenery.sky() == Scenery.Sky.STORM || scenery.weather() != Scenery.Weather.CLEAR) {
            return;
        }
        double radius = Math.min(width, height) * (scenery.sky() == Scenery.Sky.NIGHT ? 0.05 : 0.075);
        // A halo of thinning rings, then the disc itself.
        for (int ring = 10; ring >= 1; ring--) {
            double wide = radius * (1 + 0.16 * ring);
            g.setColor(Shades.withAlpha(scenery.sky().light, 9));
            g.fill(new Ellipse2D.Double(lightX - wide, lightY - wide, 2 * wide, 2 * wide));
        }
        g.setColor(Shades.withAlpha(scenery.sky().light, 245));
        g.fill(new Ellipse2D.Double(lightX - radius, lightY - radius, 2 * radius, 2 * radius));
    }

    private void weather(Graphics2D g) {
        switch (scenery.weather()) {
            case CLEAR -> {}
            case RAIN -> {
                for (int i = 0; i < 420; i++) {
                    double near = random.nextDouble();
                    double length = height * (0.02 + 0.05 * near);
                    double x = width * (1.1 * random.nextDouble() - 0.05);
                    double y = height * random.nextDouble() - length;
                    g.setColor(new Color(210, 225, 240, (int) (25 + 60 * near)));
                    g.setStroke(new java.awt.BasicStroke((float) (height * (0.0008 + 0.0012 * near))));
                    g.draw(new Line2D.Double(x, y, x - 0.22 * length, y + length));
                }
            }
            case SNOW -> {
                for (int i = 0; i < 380; i++) {
                    double near = random.nextDouble();
                    double side = height * (0.003 + 0.009 * near * near);
                    g.setColor(new Color(255, 255, 255, (int) (90 + 120 * random.nextDouble())));
                    g.fill(new Ellipse2D.Double(width * random.nextDouble(), height * random.nextDouble(), side, side));
                }
            }
        }
    }

    /// Darkens the corners, and shakes the last bit so that slow gradients do not fall into bands.
    private Picture finished(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Hiss grain = new Hiss(seed);
        for (int y = 0; y < height; y++) {
            double down = 2.0 * y / height - 1;
            for (int x = 0; x < width; x++) {
                double right = 2.0 * x / width - 1;
                double away = (right * right + down * down) / 2;
                float shade = (float) (1 - 0.34 * away * away);
                float shake = 1.1f * (grain.next() + grain.next());
                pixels[y * width + x] = Shades.scaled(pixels[y * width + x], shade, shake);
            }
        }
        return new Picture(width, height, pixels);
    }

    /// Colours between colours.
    static final class Shades {
        private Shades() {}

        static int between(int from, int to, double share) {
            double way = Math.clamp(share, 0, 1);
            int out = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                double a = from >> shift & 0xFF;
                double b = to >> shift & 0xFF;
                out |= (int) (a + way * (b - a) + 0.5) << shift;
            }
            return out;
        }

        static Color withAlpha(int rgb, int alpha) {
            return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha);
        }

        static int scaled(int rgb, float shade, float shake) {
            int out = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                out |= (int) Math.clamp((rgb >> shift & 0xFF) * shade + shake + 0.5f, 0f, 255f) << shift;
            }
            return out;
        }
    }

    /// A closed outline from a profile down to the picture's lower edge.
    static Path2D below(double[] profile, double step, double height) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, height + 1);
        for (int i = 0; i < profile.length; i++) {
            path.lineTo(i * step, profile[i]);
        }
        path.lineTo((profile.length - 1) * step, height + 1);
        path.closePath();
        return path;
    }
}
