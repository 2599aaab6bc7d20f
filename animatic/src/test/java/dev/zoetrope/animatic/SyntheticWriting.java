package dev.zoetrope.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// Writing on a synthetic sheet: uprights, bars and bows the size of letters.
final class SyntheticWriting {
    private static final int SIZE = 13;

    private final Graphics2D pen;
    private final Color ink;
    private final SplittableRandom random;

    SyntheticWriting(Graphics2D pen, Color ink, SplittableRandom random) {
        this.pen = pen;
        this.ink = ink;
        this.random = random;
    }

    void line(double x, double y, double length, double size) {
        line(x, y, length, size, ink);
    }

    private void line(double x, double y, double length, double size, Color colour) {
        pen.setColor(colour);
        double thick = Math.max(1.5, size / 9);
        for (double at = x; at < x + length - size; at += size * random.nextDouble(0.55, 0.8)) {
            if (random.nextInt(6) > 0) {
                pen.fill(new Rectangle2D.Double(at, y, thick, size));
                pen.fill(new Rectangle2D.Double(at, y + size * random.nextDouble(0.9), size * 0.4, thick));
            }
        }
    }

    /// Fills a cell of a table with a few lines.
    void block(Quad cell) {
        int lines = Math.min(random.nextInt(1, 4), (int) (cell.height() / SheetPlan.LINE));
        for (int i = 0; i < lines; i++) {
            line(
                    cell.topLeft().x() + 6,
                    cell.topLeft().y() + 8 + i * SheetPlan.LINE,
                    (cell.width() - 10) * random.nextDouble(0.4, 1),
                    SIZE);
        }
    }

    void captions(SheetPlan plan, Quad panel) {
        double left = panel.topLeft().x();
        double top = panel.topLeft().y();
        double bottom = panel.bottomLeft().y();
        for (int i = 0; i < plan.captionLines; i++) {
            double length = panel.width() * random.nextDouble(0.3, 0.95);
            switch (plan.captions) {
                case NONE -> {}
                case BELOW -> line(left + 4, bottom + plan.border + 8 + i * SheetPlan.LINE, length, SIZE);
                case BESIDE ->
                    line(
                            panel.topRight().x() + plan.border + 10,
                            top + 6 + i * SheetPlan.LINE,
                            random.nextDouble(60, 105),
                            SIZE);
                case INSIDE -> {
                    if (i == 0) {
                        inside(panel);
                    }
                }
            }
        }
        if (plan.kind == SheetKind.POSTER) {
            pen.setColor(Color.WHITE);
            pen.fill(new Rectangle2D.Double(left + 6, top + 6, 34, 22));
            line(left + 10, top + 10, 28, SIZE, Color.BLACK);
        }
    }

    /// A box of text, a balloon, or words on the picture itself.
    private void inside(Quad panel) {
        double left = panel.topLeft().x();
        double top = panel.topLeft().y();
        double width = panel.width();
        double height = panel.height();
        switch (random.nextInt(4)) {
            case 0 -> {
                pen.setColor(Color.WHITE);
                pen.fill(new Rectangle2D.Double(left + 8, top + height - 36, width * 0.7, 28));
                line(left + 14, top + height - 29, width * 0.6, SIZE, Color.BLACK);
            }
            case 1 -> {
                pen.setColor(Color.WHITE);
                pen.fill(new Ellipse2D.Double(left + width * 0.3, top + 8, width * 0.6, 54));
                line(left + width * 0.4, top + 26, width * 0.4, SIZE, Color.BLACK);
            }
            case 2 -> {
                pen.setColor(random.nextBoolean() ? Color.WHITE : Color.BLACK);
                Color back = pen.getColor();
                pen.fill(new Rectangle2D.Double(left, top + height - 30, width, 30));
                line(
                        left + 8,
                        top + height - 22,
                        width * 0.8,
                        SIZE,
                        back.equals(Color.WHITE) ? Color.BLACK : Color.WHITE);
            }
            default -> line(left + 8, top + 8, width * 0.5, SIZE, random.nextBoolean() ? Color.WHITE : Color.BLACK);
        }
    }
}
