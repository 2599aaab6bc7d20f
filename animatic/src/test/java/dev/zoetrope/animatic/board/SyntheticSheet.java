package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.TestPictures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.List;
import java.util.SplittableRandom;

/// A storyboard sheet drawn from a seed, with the truth about its panels in reading order. Needs no fonts: writing is
/// rows of strokes, so that the same seed gives the same sheet on every machine.
record SyntheticSheet(Picture picture, List<Quad> panels, SheetKind kind) {
    static SyntheticSheet of(SheetKind kind, long seed) {
        return new Maker(kind, new SplittableRandom(seed * 31 + kind.name().hashCode())).make();
    }

    private static final class Maker {
        private final SheetKind kind;
        private final SplittableRandom random;
        private final SheetPlan plan;
        private final SyntheticPicture pictures;
        private Color paper = Color.WHITE;
        private Color ink = Color.BLACK;

        Maker(SheetKind kind, SplittableRandom random) {
            this.kind = kind;
            this.random = random;
            plan = new SheetPlan(kind, random);
            boolean canBeDark = !kind.isPlain() && kind != SheetKind.TABLE;
            if (kind == SheetKind.DARK || (canBeDark && random.nextInt(5) == 0)) {
                paper = new Color(random.nextInt(10, 60), random.nextInt(10, 60), random.nextInt(10, 60));
                ink = new Color(0xdddddd);
            } else if (random.nextInt(2) == 0) {
                paper = new Color(random.nextInt(225, 256), random.nextInt(220, 256), random.nextInt(200, 256));
                ink = new Color(random.nextInt(70), random.nextInt(60), random.nextInt(60));
            }
            pictures = new SyntheticPicture(kind, paper, plan.border > 0, random);
        }

        SyntheticSheet make() {
            double turn = isTurned() ? Math.toRadians(random.nextDouble(-3, 3)) : 0;
            // A turned sheet gets room, so that no panel is cut off.
            int besides = (int) Math.ceil(Math.abs(Math.sin(turn)) * plan.height / 2);
            int above = (int) Math.ceil(Math.abs(Math.sin(turn)) * plan.width / 2);
            int width = plan.width + 2 * besides;
            int height = plan.height + 2 * above;
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(paper);
            pen.fillRect(0, 0, width, height);
            var transform = AffineTransform.getRotateInstance(turn, width / 2.0, height / 2.0);
            transform.translate(besides, above);
            pen.transform(transform);
            draw(pen);
            pen.dispose();
            BufferedImage scanned = kind == SheetKind.SCAN ? blurred(image) : image;
            shade(scanned);
            double quality = kind == SheetKind.SCAN ? random.nextDouble(0.3, 0.6) : random.nextDouble(0.5, 0.95);
            return new SyntheticSheet(
                    TestPictures.picture(TestPictures.throughJpeg(scanned, quality)),
                    plan.panels.stream().map(box -> quad(box, transform)).toList(),
                    kind);
        }

        private boolean isTurned() {
            return switch (kind) {
                case TURNED, SCAN -> true;
                case THIN, SHARED, INTERIOR, BARE, TABLE, SKETCH, COMIC -> random.nextInt(4) == 0;
                default -> false;
            };
        }

        private void draw(Graphics2D pen) {
            boolean isLight = paper.getRed() > 128;
            int tone = kind == SheetKind.SKETCH ? random.nextInt(30, 130) : random.nextInt(50);
            Color frame = isLight ? new Color(tone, tone, tone) : new Color(0xeeeeee);
            for (Rectangle rule : plan.rules) {
                pen.setColor(frame);
                pen.fill(rule);
            }
            for (Rectangle box : plan.boxes) {
                pen.setColor(frame);
                var outer = new Rectangle(box);
                outer.grow(plan.border, plan.border);
                pen.fill(outer);
                pen.setColor(paper);
                pen.fill(box);
            }
            for (Rectangle box : plan.panels) {
                if (kind != SheetKind.SINGLE && kind != SheetKind.TABLE) {
                    pen.setColor(frame);
                    var outer = new Rectangle(box);
                    outer.grow(plan.border, plan.border);
                    pen.fill(outer);
                }
                pen.drawImage(pictures.draw(box.width, box.height), box.x, box.y, null);
                if (kind == SheetKind.INSIDE) {
                    inscribe(pen, box);
                }
            }
            if (kind == SheetKind.ARROWS) {
                arrows(pen);
            }
            for (Rectangle block : plan.writing) {
                for (int y = block.y; y + 13 <= block.y + block.height; y += 22) {
                    strokes(pen, block.x, y, block.width * random.nextDouble(0.4, 1), 13, ink);
                }
            }
        }

        private void inscribe(Graphics2D pen, Rectangle box) {
            Color letters = random.nextInt(2) == 0 ? Color.WHITE : Color.BLACK;
            // On a picture without a frame a box of paper would be a bite out of the picture.
            if (plan.border > 0 && random.nextInt(2) == 0) {
                pen.setColor(paper);
                pen.fill(new Rectangle2D.Double(box.x, box.getMaxY() - 28, box.width * random.nextDouble(0.4, 1), 28));
                letters = ink;
            }
            strokes(pen, box.x + 10, box.getMaxY() - 22, box.width * random.nextDouble(0.3, 0.7), 14, letters);
            strokes(pen, box.x + 8, box.y + 8, 26, 16, letters);
        }

        private void arrows(Graphics2D pen) {
            pen.setColor(List.of(Color.RED, ink, new Color(0x2255cc)).get(random.nextInt(3)));
            pen.setStroke(new BasicStroke(random.nextInt(3, 9)));
            for (int i = 1; i < plan.panels.size(); i++) {
                Rectangle from = plan.panels.get(i - 1);
                Rectangle to = plan.panels.get(i);
                if (random.nextInt(2) == 0) {
                    continue;
                }
                Point2D start;
                Point2D end;
                if (to.y == from.y) {
                    double y = from.y + from.height * random.nextDouble(0.3, 0.7);
                    start = new Point2D.Double(from.getMaxX() - 30, y);
                    end = new Point2D.Double(to.x + 30, y + random.nextInt(-15, 16));
                } else {
                    start = new Point2D.Double(from.getCenterX(), from.getMaxY() - 30);
                    end = new Point2D.Double(from.getCenterX() + random.nextInt(-15, 16), to.y + 30);
                }
                pen.draw(new Line2D.Double(start, end));
                double angle = Math.atan2(end.getY() - start.getY(), end.getX() - start.getX());
                for (double side : new double[] {2.6, -2.6}) {
                    pen.draw(new Line2D.Double(
                            end.getX(),
                            end.getY(),
                            end.getX() + 18 * Math.cos(angle + side),
                            end.getY() + 18 * Math.sin(angle + side)));
                }
            }
        }

        /// A line of writing: uprights, bars and bows the size of letters.
        private void strokes(Graphics2D pen, double x, double y, double length, double size, Color colour) {
            pen.setColor(colour);
            for (double at = x; at < x + length - size; at += size * random.nextDouble(0.55, 0.8)) {
                if (random.nextInt(6) > 0) {
                    double thick = Math.max(1.5, size / 9);
                    pen.fill(new Rectangle2D.Double(at, y, thick, size));
                    pen.fill(new Rectangle2D.Double(at, y + size * random.nextDouble(0.9), size * 0.4, thick));
                }
            }
        }

        private static BufferedImage blurred(BufferedImage image) {
            float[] weights = {1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f};
            return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        }

        /// Light that falls off to one side, and the scanner's grain.
        private void shade(BufferedImage image) {
            boolean isPoor = kind == SheetKind.SCAN;
            double fall = isPoor || random.nextInt(3) == 0 ? random.nextDouble(-12, 12) * (isPoor ? 2 : 1) : 0;
            int grain = isPoor ? random.nextInt(3, 9) : random.nextInt(4);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int rgb = image.getRGB(x, y);
                    double by = fall * x / image.getWidth() + (grain == 0 ? 0 : random.nextInt(-grain, grain + 1));
                    image.setRGB(x, y, Colour.of(Colour.red(rgb) + by, Colour.green(rgb) + by, Colour.blue(rgb) + by));
                }
            }
        }

        private static Quad quad(Rectangle2D box, AffineTransform transform) {
            return new Quad(
                    point(box.getX(), box.getY(), transform),
                    point(box.getMaxX(), box.getY(), transform),
                    point(box.getMaxX(), box.getMaxY(), transform),
                    point(box.getX(), box.getMaxY(), transform));
        }

        private static Quad.Point point(double x, double y, AffineTransform transform) {
            Point2D point = transform.transform(new Point2D.Double(x, y), null);
            return new Quad.Point(point.getX(), point.getY());
        }
    }
}
