package dev.zoetrope.animatic;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/// A storyboard sheet drawn from a seed, with the truth about its panels in reading order. Needs no fonts:
/// captions are rows of strokes.
record SyntheticSheet(Picture picture, List<Quad> panels, SheetKind kind, double degrees) {
    /// Each so many scans is turned.
    private static final int TURNED = 5;

    static SyntheticSheet of(SheetKind kind, long seed) {
        var random = new SplittableRandom(seed * 31 + kind.name().hashCode());
        var plan = new SheetPlan(kind, random);
        boolean isTurned = kind == SheetKind.TURNED || (kind != SheetKind.SINGLE && random.nextInt(TURNED) == 0);
        double degrees = isTurned ? random.nextDouble(-3, 3) : 0;
        var image = new BufferedImage(plan.width, plan.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(plan.paper);
        pen.fillRect(0, 0, plan.width, plan.height);
        var transform = AffineTransform.getRotateInstance(Math.toRadians(degrees), plan.width / 2.0, plan.height / 2.0);
        pen.transform(transform);
        draw(plan, pen, random);
        pen.dispose();
        shade(image, random);
        BufferedImage scanned = TestPictures.throughJpeg(image, random.nextDouble(0.45, 0.95));
        return new SyntheticSheet(
                TestPictures.picture(scanned),
                plan.panels.stream().map(quad -> moved(quad, transform)).toList(),
                kind,
                degrees);
    }

    private static void draw(SheetPlan plan, Graphics2D pen, SplittableRandom random) {
        var writing = new SyntheticWriting(pen, plan.ink, random);
        if (plan.header > 0) {
            writing.line(plan.margin, plan.margin / 2.0 + 4, plan.width / 3.0, plan.header * 0.5);
            if (plan.kind == SheetKind.POSTER) {
                writing.line(plan.width * 0.6, plan.margin / 2.0 + 10, plan.width * 0.25, 14);
            }
        }
        if (plan.footer > 0) {
            writing.line(plan.margin, plan.height - plan.margin / 2.0 - 30, plan.width / 2.0, 14);
        }
        pen.setColor(plan.frame);
        for (Quad rule : plan.rules) {
            pen.fill(frame(rule, plan.border));
        }
        for (Quad rule : plan.rules) {
            pen.setColor(plan.paper);
            pen.fill(Polygons.shape(rule));
            writing.block(rule);
        }
        var pictures = new SyntheticPicture(plan, random);
        for (Quad panel : plan.panels) {
            if (plan.kind == SheetKind.BOXED) {
                box(plan, pen, panel);
            }
            pen.setColor(plan.frame);
            pen.fill(frame(panel, plan.kind == SheetKind.TABLE ? 0 : plan.border));
            pictures.draw(pen, panel);
            writing.captions(plan, panel);
        }
        if (plan.kind == SheetKind.ARROWS) {
            arrows(plan, pen, random);
        }
    }

    private static void box(SheetPlan plan, Graphics2D pen, Quad panel) {
        Quad box = Quad.rectangle(
                panel.topLeft().x(),
                panel.bottomLeft().y() + plan.border,
                panel.width(),
                plan.captionLines * SheetPlan.LINE + 8.0);
        pen.setColor(plan.frame);
        pen.fill(frame(box, plan.border));
        pen.setColor(plan.paper);
        pen.fill(Polygons.shape(box));
    }

    /// A panel and its frame around.
    private static Path2D frame(Quad panel, int border) {
        var path = new Path2D.Double(Polygons.shape(panel));
        if (border > 0) {
            var stroke = new BasicStroke(2 * border, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 20);
            var area = new java.awt.geom.Area(path);
            area.add(new java.awt.geom.Area(stroke.createStrokedShape(path)));
            return new Path2D.Double(area);
        }
        return path;
    }

    /// Arrows from one panel into the next.
    private static void arrows(SheetPlan plan, Graphics2D pen, SplittableRandom random) {
        pen.setColor(random.nextBoolean() ? plan.ink : java.awt.Color.RED);
        pen.setStroke(new BasicStroke(random.nextInt(3, 9)));
        for (int i = 0; i + 1 < plan.panels.size(); i++) {
            Quad from = plan.panels.get(i);
            Quad to = plan.panels.get(i + 1);
            if (random.nextInt(3) == 0 && to.topLeft().y() == from.topLeft().y()) {
                double y = from.topLeft().y() + from.height() * random.nextDouble(0.2, 0.8);
                double x = from.topRight().x() - from.width() * 0.1;
                double end = to.topLeft().x() + to.width() * 0.15;
                pen.draw(new java.awt.geom.Line2D.Double(x, y, end, y));
                pen.draw(new java.awt.geom.Line2D.Double(end, y, end - 14, y - 10));
                pen.draw(new java.awt.geom.Line2D.Double(end, y, end - 14, y + 10));
            }
        }
    }

    /// Light that falls off to one side, and the scanner's grain.
    private static void shade(BufferedImage image, SplittableRandom random) {
        double fall = random.nextInt(3) == 0 ? random.nextDouble(-14, 14) : 0;
        double fallDown = random.nextInt(3) == 0 ? random.nextDouble(-14, 14) : 0;
        int grain = random.nextInt(5);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            double along = (double) (i % width) / width;
            double by = fall * along + fallDown * i / pixels.length;
            by += grain == 0 ? 0 : random.nextInt(-grain, grain + 1);
            int rgb = pixels[i];
            pixels[i] = Colour.of(Colour.red(rgb) + by, Colour.green(rgb) + by, Colour.blue(rgb) + by);
        }
        image.setRGB(0, 0, width, height, pixels, 0, width);
    }

    private static Quad moved(Quad quad, AffineTransform transform) {
        return new Quad(
                moved(quad.topLeft(), transform),
                moved(quad.topRight(), transform),
                moved(quad.bottomRight(), transform),
                moved(quad.bottomLeft(), transform));
    }

    private static Quad.Point moved(Quad.Point from, AffineTransform transform) {
        Point2D point = transform.transform(new Point2D.Double(from.x(), from.y()), null);
        return new Quad.Point(point.getX(), point.getY());
    }

    static Rectangle2D bounds(Quad quad) {
        return Polygons.shape(quad).getBounds2D();
    }
}
