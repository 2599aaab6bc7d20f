package dev.zoetrope.animatic;

import dev.zoetrope.animatic.Landscape.Shades;
import dev.zoetrope.animatic.Scenery.Sky;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// The ground of a landscape, layer before layer: hills, mountains, dunes, woods, houses or water; or a room's inside.
final class Ground {
    private static final int STEPS = 240;

    private final Graphics2D g;
    private final Scenery scenery;
    private final SplittableRandom random;
    private final double width;
    private final double height;

    Ground(Graphics2D g, Scenery scenery, SplittableRandom random, double width, double height) {
        this.g = g;
        this.scenery = scenery;
        this.random = random;
        this.width = width;
        this.height = height;
    }

    /// One layer, the farthest first.
    ///
    /// @param horizon where the farthest ground ends
    /// @param lightX under which water glitters
    void layer(int layer, int layers, double horizon, double lightX) {
        double near = (layer + 1.0) / layers;
        Sky sky = scenery.sky();
        int shade = Shades.between(sky.horizon, sky.ground, 0.25 + 0.75 * near);
        if (scenery.weather() == Scenery.Weather.SNOW) {
            shade = Shades.between(shade, 0xE6EDF5, sky == Sky.NIGHT ? 0.3 : 0.55);
        }
        g.setColor(new Color(shade));
        double top = horizon + (height - horizon) * (near - 0.25) * 0.95;
        switch (scenery.place()) {
            case HILLS, ROOM -> fill(profile(top, 0.07, 1.2 + layer * 0.6, 0.25));
            case MOUNTAINS -> fill(ridge(top - height * 0.16 * (1 - near), 0.3 - 0.19 * near));
            case DESERT -> fill(profile(top, 0.055, 0.8 + layer * 0.35, 0.02));
            case FOREST -> trees(top, near);
            case CITY -> houses(top, near, shade);
            case SEA -> water(layer, layers, horizon, lightX);
        }
    }

    private void fill(double[] profile) {
        g.fill(Landscape.below(profile, width / (profile.length - 1), height));
    }

    /// Long waves with a few shorter ones on them.
    private double[] profile(double top, double high, double waves, double rough) {
        double first = random.nextDouble() * 2 * Math.PI;
        double second = random.nextDouble() * 2 * Math.PI;
        double third = random.nextDouble() * 2 * Math.PI;
        double[] out = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double x = (double) i / STEPS * 2 * Math.PI * waves;
            double wave = StrictMath.sin(x + first)
                    + 0.5 * StrictMath.sin(1.9 * x + second)
                    + rough * StrictMath.sin(5.3 * x + third);
            out[i] = top - high * height * 0.6 * wave;
        }
        return out;
    }

    /// Peaks by halving and shifting (Fournier, Fussell and Carpenter, 1982).
    private double[] ridge(double top, double high) {
        int count = 256;
        double[] out = new double[count + 1];
        out[0] = top + high * height * (random.nextDouble() - 0.5);
        out[count] = top + high * height * (random.nextDouble() - 0.5);
        double rough = high * height;
        for (int step = count; step > 1; step /= 2) {
            for (int i = step / 2; i < count; i += step) {
                out[i] = (out[i - step / 2] + out[i + step / 2]) / 2 + rough * (random.nextDouble() - 0.5);
            }
            rough *= 0.52;
        }
        return out;
    }

    private void trees(double top, double near) {
        double[] ground = profile(top + height * 0.04, 0.03, 1.3, 0.2);
        fill(ground);
        double mean = height * (0.06 + 0.2 * near);
        for (double x = -mean * 0.2; x < width + mean * 0.2; x += mean * (0.16 + 0.2 * random.nextDouble())) {
            double tall = mean * (0.55 + 0.7 * random.nextDouble());
            double wide = tall * (0.17 + 0.07 * random.nextDouble());
            double foot = ground[(int) Math.clamp(x / width * STEPS, 0, STEPS)] + tall * 0.1;
            Path2D tree = new Path2D.Double();
            // A fir: three skirts, each wider than the one above.
            tree.moveTo(x, foot - tall);
            for (int side = 1; side >= -1; side -= 2) {
                for (int i = 1; i <= 3; i++) {
                    int skirt = side > 0 ? i : 4 - i;
                    double y = foot - tall * (1 - skirt / 3.0);
                    double reach = side * wide * skirt / 3;
                    if (side > 0) {
                        tree.lineTo(x + reach, y);
                        tree.lineTo(x + reach * 0.5, y - tall * 0.02);
                    } else {
                        tree.lineTo(x + reach * 0.5, y - tall * 0.02);
                        tree.lineTo(x + reach, y);
                    }
                }
            }
            tree.closePath();
            g.fill(tree);
        }
    }

    private void houses(double top, double near, int shade) {
        double unit = height * (0.035 + 0.05 * near);
        double x = -unit * random.nextDouble();
        while (x < width) {
            double wide = unit * (0.8 + 1.3 * random.nextDouble());
            double tall = height * (0.05 + 0.26 * random.nextDouble() * (1.15 - 0.6 * near));
            double roof = top - tall;
            g.setColor(new Color(shade));
            g.fill(new Rectangle2D.Double(x, roof, wide + 1, height - roof));
            if (random.nextInt(5) == 0) {
                g.fill(new Rectangle2D.Double(x + wide * 0.48, roof - unit * 0.7, unit * 0.04 + 1, unit * 0.7));
            }
            windows(x, roof, wide, unit, near);
            x += wide + unit * 0.12 * random.nextInt(3);
        }
    }

    private void windows(double x, double roof, double wide, double unit, double near) {
        boolean isDark = scenery.sky() != Sky.DAY && scenery.sky() != Sky.DAWN;
        double pane = unit * 0.13;
        for (double y = roof + pane * 1.4; y < height; y += pane * 2.4) {
            for (double at = x + pane; at < x + wide - pane * 1.4; at += pane * 2) {
                if (random.nextDouble() < (isDark ? 0.34 : 0.12)) {
                    int warm = random.nextInt(4) == 0 ? 0xBFE0FF : 0xFFD890;
                    g.setColor(Shades.withAlpha(warm, (int) ((isDark ? 90 : 60) + 110 * near * random.nextDouble())));
                    g.fill(new Rectangle2D.Double(at, y, pane, pane * 1.25));
                }
            }
        }
    }

    private void water(int layer, int layers, double horizon, double lightX) {
        Sky sky = scenery.sky();
        if (layer == 0) {
            g.setColor(new Color(Shades.between(sky.horizon, sky.ground, 0.35)));
            g.fill(new Rectangle2D.Double(0, horizon, width, height - horizon));
        }
        int bands = 5;
        for (int i = 0; i < bands; i++) {
            double near = (layer * bands + i + 1.0) / (layers * bands);
            double top = horizon + (height - horizon) * near * near;
            int sea = Shades.between(sky.middle, sky.ground, 0.3 + 0.6 * near);
            g.setColor(Shades.withAlpha(sea, 150));
            fill(profile(top, 0.004 + 0.014 * near, 7 - 4.5 * near, 0.3));
            glitter(top, near, lightX);
        }
    }

    private void glitter(double top, double near, double lightX) {
        for (int i = 0; i < 7; i++) {
            double away = (random.nextDouble() + random.nextDouble() - 1) * width * (0.05 + 0.12 * near);
            double wide = width * (0.008 + 0.03 * near * random.nextDouble());
            g.setColor(Shades.withAlpha(scenery.sky().light, (int) (120 * (1 - 0.7 * near))));
            double y = top + height * 0.02 * near * random.nextDouble();
            g.fill(new java.awt.geom.Ellipse2D.Double(lightX + away - wide / 2, y, wide, height * 0.0035));
        }
    }

    /// A wall with a window on the sky outside, and the window's light on the floor.
    void room() {
        Sky sky = scenery.sky();
        int wall = Shades.between(sky.ground, sky.middle, 0.32);
        double floor = height * 0.78;
        double left = width * 0.62;
        double top = height * 0.14;
        double wide = width * 0.24;
        double high = height * 0.46;
        Path2D around = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        around.append(new Rectangle2D.Double(0, 0, width, height), false);
        around.append(new Rectangle2D.Double(left, top, wide, high), false);
        g.setColor(new Color(wall));
        g.fill(around);
        g.setColor(new Color(Shades.between(wall, sky.ground, 0.55)));
        g.fill(new Rectangle2D.Double(0, floor, width, height - floor));
        // The light that falls in lies on the floor, slanted away from the window.
        Path2D light = new Path2D.Double();
        light.moveTo(left - wide * 0.5, floor + height * 0.02);
        light.lineTo(left + wide * 0.4, floor + height * 0.02);
        light.lineTo(left - wide * 0.1, height);
        light.lineTo(left - wide * 1.3, height);
        light.closePath();
        g.setColor(Shades.withAlpha(sky.light, 60));
        g.fill(light);
        double bar = height * 0.012;
        g.setColor(new Color(Shades.between(wall, sky.light, 0.25)));
        g.fill(new Rectangle2D.Double(left + wide / 2 - bar / 2, top, bar, high));
        g.fill(new Rectangle2D.Double(left, top + high * 0.42, wide, bar));
        for (double edge : new double[] {left - bar, left + wide}) {
            g.fill(new Rectangle2D.Double(edge, top - bar, bar, high + 2 * bar));
        }
        g.fill(new Rectangle2D.Double(left - bar, top - bar, wide + 2 * bar, bar));
        g.fill(new Rectangle2D.Double(left - 2 * bar, top + high, wide + 4 * bar, bar * 1.4));
    }
}
