package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/// What stands in a panel of a synthetic sheet. Most sheets are drawn in one style, as boards are; some mix them.
final class SyntheticPicture {
    private enum Style {
        COLOUR,
        PHOTOGRAPH,
        FLAT,
        INK,
        PENCIL,
        ROOM
    }

    private static final List<Style> ANYWHERE =
            List.of(Style.COLOUR, Style.COLOUR, Style.COLOUR, Style.PHOTOGRAPH, Style.PHOTOGRAPH, Style.FLAT);

    private final Color paper;
    private final SplittableRandom random;
    private final List<Style> styles;

    /// @param isFramed whether lines on the paper's own colour have a frame to end at
    SyntheticPicture(SheetKind kind, Color paper, boolean isFramed, SplittableRandom random) {
        this.paper = paper;
        this.random = random;
        this.styles = switch (kind) {
            case SKETCH -> List.of(random.nextInt(2) == 0 ? Style.INK : Style.PENCIL);
            case INTERIOR -> List.of(Style.ROOM, Style.ROOM, Style.COLOUR);
            case MOSAIC, BARE, SINGLE, TABLE -> List.of(Style.COLOUR, Style.PHOTOGRAPH);
            default -> {
                boolean hasLines = isFramed && random.nextInt(3) == 0;
                Style lines = random.nextInt(2) == 0 ? Style.INK : Style.PENCIL;
                yield switch (random.nextInt(4)) {
                    case 0 -> hasLines ? List.of(lines) : List.of(Style.COLOUR);
                    case 1 -> List.of(Style.PHOTOGRAPH);
                    default -> hasLines ? List.of(lines, Style.COLOUR, Style.PHOTOGRAPH) : ANYWHERE;
                };
            }
        };
    }

    BufferedImage draw(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(paper);
        pen.fillRect(0, 0, width, height);
        switch (styles.get(random.nextInt(styles.size()))) {
            case COLOUR -> drawing(pen, width, height, paper, random);
            case PHOTOGRAPH -> photograph(image, random);
            case FLAT -> {
                pen.setColor(unlike(paper, random));
                pen.fillRect(0, 0, width, height);
            }
            case INK -> sketch(pen, width, height, random.nextInt(40), random.nextInt(2, 5));
            case PENCIL -> sketch(pen, width, height, random.nextInt(80, 150), 1);
            case ROOM -> room(pen, width, height);
        }
        pen.dispose();
        return image;
    }

    /// Figures in lines, with hatching; black areas in ink.
    private void sketch(Graphics2D pen, int width, int height, int tone, int stroke) {
        boolean isDark = paper.getRed() < 128;
        int level = isDark ? 255 - tone : tone;
        pen.setColor(new Color(level, level, level));
        pen.setStroke(new BasicStroke(stroke));
        for (int i = 0; i < 7; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            pen.drawLine(x, y, random.nextInt(width), random.nextInt(height));
            pen.drawOval(x, y, random.nextInt(10, width / 3), random.nextInt(10, height / 3));
        }
        for (int patch = 0; patch < 3; patch++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            int size = random.nextInt(20, height / 2);
            if (stroke > 1 && patch == 0) {
                pen.fillOval(x, y, size, size);
            } else {
                for (int i = 0; i < size; i += 6) {
                    pen.drawLine(x + i, y, x + i - size / 3, y + size);
                }
            }
        }
    }

    /// A wall, a floor, windows: bars, a horizon and posts from edge to edge, some in the frame's black.
    private void room(Graphics2D pen, int width, int height) {
        pen.setColor(unlike(paper, random));
        pen.fillRect(0, 0, width, height);
        int floor = (int) (height * random.nextDouble(0.5, 0.8));
        pen.setColor(unlike(paper, random));
        pen.fillRect(0, floor, width, height - floor);
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int thick = random.nextInt(2, 14);
            pen.setColor(random.nextInt(3) > 0 ? new Color(random.nextInt(40), 0, 0) : any(random));
            if (random.nextInt(2) == 0) {
                pen.fillRect(0, random.nextInt(height), width, thick);
            } else {
                pen.fillRect(random.nextInt(width), 0, thick, height);
            }
        }
        for (int i = 0; i < 3; i++) {
            pen.setColor(any(random));
            int size = random.nextInt(Math.min(width, height) / 6, Math.min(width, height) / 2);
            pen.fillRect(random.nextInt(width - size / 2), height - size, size / 2, size);
        }
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
            int size = random.nextInt(Math.min(width, height) / 10, Math.min(width, height) / 3);
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
