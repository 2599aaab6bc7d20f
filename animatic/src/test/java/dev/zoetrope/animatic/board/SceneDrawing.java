package dev.zoetrope.animatic.board;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Draws the scenes that [CaptionWords] writes of, with figures that a person recognises: hills at dawn, a street at
/// night, somebody at a window.
final class SceneDrawing {
    private final SplittableRandom random;
    private final int width;
    private final int height;
    private final Graphics2D pen;
    private final BufferedImage image;

    private SceneDrawing(int width, int height, SplittableRandom random) {
        this.random = random;
        this.width = width;
        this.height = height;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(Math.max(2, height / 90f)));
    }

    static BufferedImage draw(int scene, int width, int height, SplittableRandom random) {
        var drawing = new SceneDrawing(width, height, random);
        switch (scene) {
            case 0 -> drawing.hills();
            case 1 -> drawing.street();
            case 2 -> drawing.chase();
            case 3 -> drawing.window();
            case 4 -> drawing.table();
            case 5 -> drawing.door();
            case 6 -> drawing.sea();
            case 7 -> drawing.hand();
            default -> drawing.station();
        }
        drawing.pen.dispose();
        return drawing.image;
    }

    private void hills() {
        ground(new Color(0xf7b267), new Color(0xf4845f), new Color(0x6b705c), 0.62);
        disc(random.nextDouble(0.25, 0.75), 0.42, 0.1, new Color(0xfff3b0));
        for (int row = 0; row < 3; row++) {
            var hill = new Polygon();
            hill.addPoint(0, height);
            for (int i = 0; i <= 12; i++) {
                double top = 0.5 + 0.14 * row + 0.07 * Math.sin(i * 0.9 + row * 2.1 + random.nextDouble());
                hill.addPoint(i * width / 12, (int) (height * top));
            }
            hill.addPoint(width, height);
            pen.setColor(new Color(120 - 32 * row, 110 - 26 * row, 120 - 20 * row));
            pen.fillPolygon(hill);
        }
    }

    private void street() {
        ground(new Color(0x14213d), new Color(0x1d3557), new Color(0x222222), 0.8);
        double at = 0;
        while (at < 1) {
            double wide = random.nextDouble(0.1, 0.2);
            double top = random.nextDouble(0.15, 0.5);
            box(at, top, wide - 0.01, 0.8 - top, new Color(0x2b2d42));
            for (double y = top + 0.05; y < 0.72; y += 0.09) {
                for (double x = at + 0.02; x < at + wide - 0.03; x += 0.035) {
                    if (random.nextInt(3) > 0) {
                        box(x, y, 0.018, 0.045, new Color(0xffd166));
                    }
                }
            }
            at += wide;
        }
        figure(random.nextDouble(0.3, 0.7), 0.94, 0.42, new Color(0x0b0b0b), 0);
    }

    private void chase() {
        ground(new Color(0xcfe8ef), new Color(0xe8f1f2), new Color(0xb08968), 0.7);
        double x = random.nextDouble(0.3, 0.45);
        figure(x, 0.92, 0.5, new Color(0x1d3557), 0.5);
        figure(x + 0.32, 0.88, 0.46, new Color(0xc1121f), 0.5);
        pen.setColor(new Color(0x7f5539));
        for (int i = 0; i < 9; i++) {
            double y = random.nextDouble(0.45, 0.85);
            line(x - random.nextDouble(0.1, 0.25), y, x - 0.08, y);
        }
    }

    private void window() {
        ground(new Color(0x3a4750), new Color(0x303841), new Color(0x252a30), 0.85);
        box(0.3, 0.1, 0.62, 0.66, new Color(0x90a8b8));
        pen.setColor(new Color(0xdbe7ee));
        for (int i = 0; i < 60; i++) {
            double x = random.nextDouble(0.32, 0.9);
            double y = random.nextDouble(0.12, 0.66);
            line(x, y, x - 0.01, y + 0.07);
        }
        box(0.6, 0.1, 0.02, 0.66, new Color(0x20252a));
        head(0.2, 0.5, 0.17, new Color(0xe0ac69));
    }

    private void table() {
        ground(new Color(0xf1dca7), new Color(0xffcb69), new Color(0x997b66), 0.75);
        figure(0.3, 0.86, 0.5, new Color(0x386641), 0);
        figure(0.7, 0.86, 0.5, new Color(0xbc4749), 0);
        box(0.22, 0.66, 0.56, 0.05, new Color(0x582f0e));
        box(0.27, 0.7, 0.03, 0.25, new Color(0x582f0e));
        box(0.7, 0.7, 0.03, 0.25, new Color(0x582f0e));
        disc(0.5, 0.62, 0.03, Color.WHITE);
    }

    private void door() {
        ground(new Color(0x8d99ae), new Color(0x6d7a8d), new Color(0x463f3a), 0.86);
        double x = random.nextDouble(0.25, 0.6);
        box(x, 0.16, 0.2, 0.7, new Color(0xfff1c1));
        box(x - 0.07, 0.14, 0.11, 0.76, new Color(0x6f1d1b));
        disc(x + 0.02, 0.52, 0.018, new Color(0xffd60a));
    }

    private void sea() {
        ground(new Color(0xa2d2ff), new Color(0xe0fbfc), new Color(0x0077b6), 0.55);
        pen.setColor(new Color(0x90e0ef));
        for (int i = 0; i < 40; i++) {
            double x = random.nextDouble(0, 1);
            double y = random.nextDouble(0.6, 0.98);
            line(x, y, x + 0.06, y);
        }
        double x = random.nextDouble(0.2, 0.7);
        var hull = new Polygon();
        point(hull, x, 0.6);
        point(hull, x + 0.2, 0.6);
        point(hull, x + 0.16, 0.69);
        point(hull, x + 0.04, 0.69);
        pen.setColor(new Color(0x6a040f));
        pen.fillPolygon(hull);
        var sail = new Polygon();
        point(sail, x + 0.1, 0.26);
        point(sail, x + 0.1, 0.58);
        point(sail, x + 0.2, 0.58);
        pen.setColor(Color.WHITE);
        pen.fillPolygon(sail);
    }

    private void hand() {
        ground(new Color(0x7f5539), new Color(0x9c6644), new Color(0x582f0e), 0.9);
        pen.setColor(new Color(0xffc8a2));
        double x = random.nextDouble(0.15, 0.35);
        pen.fill(new RoundRectangle2D.Double(
                0, 0.42 * height, (x + 0.18) * width, 0.26 * height, 0.1 * width, 0.1 * width));
        for (int i = 0; i < 4; i++) {
            pen.fill(new RoundRectangle2D.Double(
                    (x + 0.1) * width, (0.4 + 0.075 * i) * height, 0.2 * width, 0.07 * height, 30, 30));
        }
        disc(x + 0.42, 0.52, 0.07, new Color(0xffd60a));
        box(x + 0.44, 0.5, 0.16, 0.04, new Color(0xffd60a));
        box(x + 0.56, 0.52, 0.02, 0.07, new Color(0xffd60a));
    }

    private void station() {
        ground(new Color(0xe5e5e5), new Color(0xcfd8dc), new Color(0x9e9e9e), 0.7);
        for (int i = 0; i < 5; i++) {
            box(0.08 + 0.2 * i, 0.08, 0.03, 0.64, new Color(0x607d8b));
        }
        for (int i = 0; i < 9; i++) {
            int tone = random.nextInt(40, 150);
            figure(0.06 + 0.11 * i, random.nextDouble(0.84, 0.97), 0.36, new Color(tone, tone, tone + 30), 0);
        }
        figure(random.nextDouble(0.4, 0.6), 0.96, 0.44, new Color(0xd00000), 0);
    }

    private void ground(Color top, Color horizon, Color ground, double level) {
        pen.setPaint(new GradientPaint(0, 0, top, 0, (float) (level * height), horizon));
        pen.fillRect(0, 0, width, height);
        box(0, level, 1, 1 - level, ground);
    }

    /// Somebody who stands, or leans as he runs.
    private void figure(double x, double foot, double tall, Color colour, double lean) {
        double top = foot - tall;
        double shift = lean * tall * 0.4;
        pen.setColor(colour);
        pen.setStroke(new BasicStroke((float) (0.07 * tall * height)));
        line(x, foot - 0.45 * tall, x - 0.06 - lean * 0.1, foot);
        line(x, foot - 0.45 * tall, x + 0.05 + lean * 0.06, foot);
        pen.setStroke(new BasicStroke((float) (0.17 * tall * height)));
        line(x, foot - 0.48 * tall, x + shift, top + 0.32 * tall);
        pen.setStroke(new BasicStroke((float) (0.06 * tall * height)));
        line(x + shift, top + 0.3 * tall, x + shift + 0.07, foot - (0.45 + lean * 0.3) * tall);
        line(x + shift, top + 0.3 * tall, x + shift - 0.07, foot - 0.45 * tall);
        disc(x + shift * 1.2, top + 0.13 * tall, 0.11 * tall, new Color(0xe0ac69));
    }

    private void head(double x, double y, double size, Color skin) {
        disc(x, y - size * 0.2, size * 1.15, new Color(0x3b2a20));
        disc(x, y, size, skin);
        disc(x - size * 0.25, y - size * 0.1, size * 0.1, Color.BLACK);
        disc(x + size * 0.25, y - size * 0.1, size * 0.1, Color.BLACK);
        box(x - size * 0.2, y + size * 0.75, size * 0.4, size * 0.08, new Color(0x9d3c3c));
    }

    /// @param size its radius as a share of the height
    private void disc(double x, double y, double size, Color colour) {
        pen.setColor(colour);
        double radius = size * height;
        pen.fill(new Ellipse2D.Double(x * width - radius, y * height - radius, 2 * radius, 2 * radius));
    }

    private void box(double x, double y, double wide, double high, Color colour) {
        pen.setColor(colour);
        pen.fillRect((int) (x * width), (int) (y * height), (int) (wide * width), (int) Math.ceil(high * height));
    }

    private void line(double x, double y, double toX, double toY) {
        pen.draw(new Line2D.Double(x * width, y * height, toX * width, toY * height));
    }

    private void point(Polygon polygon, double x, double y) {
        polygon.addPoint((int) (x * width), (int) (y * height));
    }
}
