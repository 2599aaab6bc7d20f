package dev.zoetrope.animatic;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What stands in the panels of one synthetic sheet: colour, something like a photograph, flat shapes, wash, or,
/// in frames, pencil and ink on the paper's own colour. Most sheets keep to one style, as boards do.
final class SyntheticPicture {
    private static final int PENCIL = 5;
    private static final int INK = 6;

    private final SheetPlan plan;
    private final SplittableRandom random;
    private final int style;

    SyntheticPicture(SheetPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        // Without a frame a drawing on bare paper has no edge that anyone could find.
        boolean isFramed = plan.border > 1 && plan.kind != SheetKind.TABLE;
        this.style = random.nextInt(3) == 0 ? -1 : random.nextInt(isFramed ? INK + 1 : PENCIL);
    }

    void draw(Graphics2D sheet, Quad panel) {
        Rectangle2D box = SyntheticSheet.bounds(panel);
        int width = (int) Math.ceil(box.getWidth());
        int height = (int) Math.ceil(box.getHeight());
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        boolean isFramed = plan.border > 1 && plan.kind != SheetKind.TABLE;
        switch (style >= 0 ? style : random.nextInt(isFramed ? INK + 1 : PENCIL)) {
            case 0, 1 -> drawing(pen, width, height);
            case 2 -> photograph(image, any(), any());
            case 3 -> flat(pen, width, height);
            case 4 -> wash(pen, image, width, height);
            case PENCIL -> pencil(pen, width, height);
            default -> ink(pen, width, height);
        }
        if (plan.kind == SheetKind.INTERIOR) {
            bars(pen, width, height);
        }
        pen.dispose();
        Shape before = sheet.getClip();
        sheet.clip(Polygons.shape(panel));
        sheet.drawImage(image, (int) box.getX(), (int) box.getY(), null);
        sheet.setClip(before);
    }

    /// Window bars, horizons, poles: across the whole picture, in the frame's colour.
    private void bars(Graphics2D pen, int width, int height) {
        pen.setColor(plan.frame);
        int thick = plan.border + random.nextInt(3);
        int which = random.nextInt(4);
        if (which != 0) {
            pen.fillRect(0, (int) (height * random.nextDouble(0.3, 0.7)), width, thick);
        }
        if (which != 1) {
            pen.fillRect((int) (width * random.nextDouble(0.3, 0.7)), 0, thick, height);
        }
    }

    private void drawing(Graphics2D pen, int width, int height) {
        pen.setPaint(new GradientPaint(0, 0, unlike(), 0, height, unlike()));
        pen.fillRect(0, 0, width, height);
        pen.setColor(unlike());
        var hills = new Polygon();
        hills.addPoint(0, height);
        for (int i = 0; i <= 8; i++) {
            hills.addPoint(i * width / 8, (int) (height * random.nextDouble(0.45, 0.75)));
        }
        hills.addPoint(width, height);
        pen.fillPolygon(hills);
        for (int i = 0; i < 4; i++) {
            pen.setColor(any());
            int size = random.nextInt(height / 10, height / 3);
            int x = random.nextInt(Math.max(1, width - size));
            int y = random.nextInt(height - size);
            if (i % 2 == 0) {
                pen.fillOval(x, y, size, size);
            } else {
                pen.fillRect(x, y, size / 2, size);
            }
        }
    }

    /// Bare planes of colour: a sky, a ground, at times a thing between.
    private void flat(Graphics2D pen, int width, int height) {
        pen.setColor(unlike());
        pen.fillRect(0, 0, width, height);
        if (random.nextInt(3) > 0) {
            pen.setColor(unlike());
            int horizon = (int) (height * random.nextDouble(0.4, 0.8));
            pen.fillRect(0, horizon, width, height - horizon);
        }
        if (random.nextBoolean()) {
            pen.setColor(any());
            pen.fillOval(random.nextInt(width / 2), random.nextInt(height / 2), height / 3, height / 3);
        }
    }

    /// Colour laid on in soft patches, with outlines.
    private void wash(Graphics2D pen, BufferedImage image, int width, int height) {
        Color ground = unlike();
        photograph(image, ground, new Color(ground.getRed(), ground.getBlue(), ground.getGreen()));
        scribble(pen, width, height, new Color(40, 30, 30), 3);
    }

    private void pencil(Graphics2D pen, int width, int height) {
        pen.setColor(plan.paper);
        pen.fillRect(0, 0, width, height);
        boolean isDark = plan.paper.getRed() < 128;
        Color grey = isDark ? new Color(0xbbbbbb) : new Color(0x666666);
        scribble(pen, width, height, grey, 1.4f);
        pen.setColor(grey);
        pen.setStroke(new BasicStroke(1));
        int x = random.nextInt(width / 2);
        int y = random.nextInt(height / 2);
        for (int i = 0; i < 30; i++) {
            pen.drawLine(x + i * 5, y, x + i * 5 - 30, y + height / 4);
        }
    }

    private void ink(Graphics2D pen, int width, int height) {
        pen.setColor(plan.paper);
        pen.fillRect(0, 0, width, height);
        scribble(pen, width, height, plan.ink, 2.5f);
        pen.setColor(plan.ink);
        pen.fillOval(random.nextInt(width), random.nextInt(height), width / 5, height / 4);
        if (random.nextInt(3) == 0) {
            pen.fillRect(0, height - height / 5, width, height / 5);
        }
    }

    private void scribble(Graphics2D pen, int width, int height, Color colour, float thick) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(thick));
        for (int i = 0; i < 9; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            pen.drawLine(x, y, random.nextInt(width), random.nextInt(height));
            pen.drawOval(x, y, random.nextInt(10, 11 + width / 3), random.nextInt(10, 11 + height / 3));
        }
    }

    /// Smooth noise of three octaves in two colours, darker to the corners.
    private void photograph(BufferedImage image, Color dark, Color light) {
        int width = image.getWidth();
        int height = image.getHeight();
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
                double shade = 1 - ((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5));
                image.setRGB(
                        x,
                        y,
                        Colour.of(
                                shade * mix(dark.getRed(), light.getRed(), level),
                                shade * mix(dark.getGreen(), light.getGreen(), level),
                                shade * mix(dark.getBlue(), light.getBlue(), level)));
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
    private Color unlike() {
        Color colour = any();
        while (Colour.distance(colour.getRGB(), plan.paper.getRGB()) < 60) {
            colour = any();
        }
        return colour;
    }

    private Color any() {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
