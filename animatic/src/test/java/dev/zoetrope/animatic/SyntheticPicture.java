package dev.zoetrope.animatic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What stands in a panel of a synthetic sheet: a coloured drawing, something like a photograph, a flat colour,
/// or, in a frame, a line sketch on the paper's own colour.
final class SyntheticPicture {
    private SyntheticPicture() {}

    static BufferedImage draw(int width, int height, Color paper, boolean isFramed, SplittableRandom random) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int what = random.nextInt(isFramed ? 10 : 8);
        if (what < 4) {
            drawing(pen, width, height, paper, random);
        } else if (what < 7) {
            photograph(image, random);
        } else if (what < 8) {
            pen.setColor(unlike(paper, random));
            pen.fillRect(0, 0, width, height);
        } else {
            pen.setColor(paper);
            pen.fillRect(0, 0, width, height);
            sketch(pen, width, height, paper, random);
        }
        pen.dispose();
        return image;
    }

    private static void drawing(Graphics2D pen, int width, int height, Color paper, SplittableRandom random) {
        Color sky = unlike(paper, random);
        pen.setPaint(new GradientPaint(0, 0, sky, 0, height, unlike(paper, random)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(unlike(paper, random));
        var hills = new Polygon();
        hills.addPoint(0, height);
        for (int i = 0; i <= 8; i++) {
            hills.addPoint(i * width / 8, (int) (height * random.nextDouble(0.45, 0.75)));
        }
        hills.addPoint(width, height);
        pen.fillPolygon(hills);
        for (int i = 0; i < 4; i++) {
            pen.setColor(any(random));
            int size = random.nextInt(height / 10, height / 3);
            int x = random.nextInt(width - size);
            int y = random.nextInt(height - size);
            if (i % 2 == 0) {
                pen.fillOval(x, y, size, size);
            } else {
                pen.fillRect(x, y, size / 2, size);
            }
        }
    }

    /// Smooth noise of three octaves in two colours, darker to the corners.
    private static void photograph(BufferedImage image, SplittableRandom random) {
        int width = image.getWidth();
        int height = image.getHeight();
        Color dark = any(random);
        Color light = any(random);
        var lattice = new double[3][17][17];
        for (double[][] octave : lattice) {
            for (double[] row : octave) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextDouble();
                }
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                double level = 0.55 * noise(lattice[0], u * 3, v * 3)
                        + 0.3 * noise(lattice[1], u * 7, v * 7)
                        + 0.15 * noise(lattice[2], u * 15, v * 15);
                double light01 = 1 - 0.5 * ((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5)) * 2;
                image.setRGB(
                        x,
                        y,
                        Colour.of(
                                light01 * mix(dark.getRed(), light.getRed(), level),
                                light01 * mix(dark.getGreen(), light.getGreen(), level),
                                light01 * mix(dark.getBlue(), light.getBlue(), level)));
            }
        }
    }

    private static double noise(double[][] lattice, double x, double y) {
        int i = (int) x;
        int j = (int) y;
        double u = x - i;
        double v = y - j;
        return mix(mix(lattice[j][i], lattice[j][i + 1], u), mix(lattice[j + 1][i], lattice[j + 1][i + 1], u), v);
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static void sketch(Graphics2D pen, int width, int height, Color paper, SplittableRandom random) {
        boolean isDark = paper.getRed() < 128;
        pen.setColor(isDark ? new Color(0xcccccc) : new Color(0x333333));
        pen.setStroke(new BasicStroke(2));
        for (int i = 0; i < 9; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            pen.drawLine(x, y, random.nextInt(width), random.nextInt(height));
            pen.drawOval(x, y, random.nextInt(10, width / 3), random.nextInt(10, height / 3));
        }
    }

    /// A colour that differs from the paper at a glance.
    private static Color unlike(Color paper, SplittableRandom random) {
        Color colour = any(random);
        while (Colour.distance(colour.getRGB(), paper.getRGB()) < 60) {
            colour = any(random);
        }
        return colour;
    }

    private static Color any(SplittableRandom random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
