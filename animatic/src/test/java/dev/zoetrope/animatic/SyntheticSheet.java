package dev.zoetrope.animatic;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A storyboard sheet drawn from a seed, with the truth about its panels: grids, captions, titles, frames,
/// tinted and dark paper, turned scans, grain, JPEG. Needs no fonts: captions are rows of strokes.
record SyntheticSheet(Picture picture, List<Quad> panels, Kind kind) {
    /// Kinds of sheets, by what is hard about them.
    enum Kind {
        /// Gutters from 9 px, a margin, white or tinted paper.
        PLAIN,
        /// The same on dark paper.
        DARK,
        /// Plain, but turned by up to 3 degrees.
        TURNED,
        /// Plain, the last row not full.
        INCOMPLETE,
        /// Plain, but each row has its own number of panels.
        ROWS,
        /// Gutters of 9 px and more, no margin around.
        NO_MARGIN,
        /// Gutters of 2 to 8 px.
        THIN,
        /// Panels that share their lines.
        SHARED
    }

    static SyntheticSheet of(Kind kind, long seed) {
        return new Maker(kind, seed).make();
    }

    private static final class Maker {
        private final Kind kind;
        private final SplittableRandom random;
        private final List<Rectangle2D> boxes = new ArrayList<>();
        private int width;
        private int height;
        private int border;
        private int margin;
        private int captionLines;
        private int title;
        private Color paper = Color.WHITE;
        private Color ink = Color.BLACK;

        Maker(Kind kind, long seed) {
            this.kind = kind;
            this.random = new SplittableRandom(seed * 31 + kind.name().hashCode());
        }

        SyntheticSheet make() {
            choose();
            layOut();
            double turn = kind == Kind.TURNED ? random.nextDouble(-3, 3) : 0;
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(paper);
            pen.fillRect(0, 0, width, height);
            var transform = AffineTransform.getRotateInstance(Math.toRadians(turn), width / 2.0, height / 2.0);
            pen.transform(transform);
            draw(pen);
            pen.dispose();
            shade(image);
            BufferedImage scanned = TestPictures.throughJpeg(image, random.nextDouble(0.6, 0.95));
            return new SyntheticSheet(
                    TestPictures.picture(scanned),
                    boxes.stream().map(box -> quad(box, transform)).toList(),
                    kind);
        }

        private void choose() {
            border = random.nextInt(7);
            if (kind == Kind.SHARED) {
                border = random.nextInt(2, 7);
            }
            margin = kind == Kind.NO_MARGIN ? 0 : random.nextInt(12, 90);
            captionLines = kind == Kind.SHARED || kind == Kind.NO_MARGIN || kind == Kind.THIN ? 0 : random.nextInt(3);
            title = kind == Kind.NO_MARGIN || random.nextInt(2) == 0 ? 0 : random.nextInt(30, 80);
            if (kind == Kind.DARK) {
                paper = new Color(random.nextInt(10, 60), random.nextInt(10, 60), random.nextInt(10, 60));
                ink = new Color(0xdddddd);
            } else if (random.nextInt(2) == 0) {
                paper = new Color(random.nextInt(225, 256), random.nextInt(220, 256), random.nextInt(200, 256));
                ink = new Color(random.nextInt(70), random.nextInt(60), random.nextInt(60));
            }
        }

        private void layOut() {
            int rows = random.nextInt(2, 5);
            int columns = random.nextInt(2, 5);
            int across = gutter();
            int down = gutter();
            int panelHeight = random.nextInt(190, 330);
            double ratio = List.of(16 / 9.0, 4 / 3.0, 1.0, 2.39, 0.75).get(random.nextInt(5));
            int panelWidth = (int) Math.max(190, panelHeight * ratio);
            int lineHeight = 22;
            int caption = captionLines == 0 ? 0 : captionLines * lineHeight + 8;
            width = 2 * margin + columns * panelWidth + (columns - 1) * across;
            height = 2 * margin + title + rows * (panelHeight + caption) + (rows - 1) * down;
            for (int row = 0; row < rows; row++) {
                int here = kind == Kind.ROWS ? random.nextInt(1, 5) : columns;
                if (kind == Kind.INCOMPLETE && row == rows - 1) {
                    here = random.nextInt(1, columns);
                }
                int wide = kind == Kind.ROWS ? (width - 2 * margin - (here - 1) * across) / here : panelWidth;
                for (int column = 0; column < here; column++) {
                    boxes.add(new Rectangle2D.Double(
                            margin + column * (wide + across),
                            margin + title + row * (panelHeight + caption + down),
                            wide,
                            panelHeight));
                }
            }
        }

        /// With shared lines neighbours lie apart by the line itself.
        private int gutter() {
            return switch (kind) {
                case THIN -> random.nextInt(2, 9) + 2 * border;
                case SHARED -> border;
                case PLAIN, DARK, TURNED, INCOMPLETE, ROWS, NO_MARGIN -> random.nextInt(9, 61) + 2 * border;
            };
        }

        private void draw(Graphics2D pen) {
            if (title > 0) {
                strokes(pen, margin, margin / 2.0 + 4, width / 3.0, title * 0.5);
            }
            Color frame = kind == Kind.DARK ? new Color(0xeeeeee) : new Color(random.nextInt(50), 0, 0);
            for (Rectangle2D box : boxes) {
                pen.setColor(frame);
                pen.fill(new Rectangle2D.Double(
                        box.getX() - border,
                        box.getY() - border,
                        box.getWidth() + 2 * border,
                        box.getHeight() + 2 * border));
                BufferedImage drawn =
                        SyntheticPicture.draw((int) box.getWidth(), (int) box.getHeight(), paper, border > 1, random);
                pen.drawImage(drawn, (int) box.getX(), (int) box.getY(), null);
                for (int line = 0; line < captionLines; line++) {
                    double length = box.getWidth() * random.nextDouble(0.3, 0.95);
                    strokes(pen, box.getX() + 4, box.getMaxY() + border + 8 + line * 22, length, 13);
                }
            }
        }

        /// A line of writing: uprights, bars and bows the size of letters.
        private void strokes(Graphics2D pen, double x, double y, double length, double size) {
            pen.setColor(ink);
            for (double at = x; at < x + length - size; at += size * random.nextDouble(0.55, 0.8)) {
                if (random.nextInt(6) > 0) {
                    double thick = Math.max(1.5, size / 9);
                    pen.fill(new Rectangle2D.Double(at, y, thick, size));
                    pen.fill(new Rectangle2D.Double(at, y + size * random.nextDouble(0.9), size * 0.4, thick));
                }
            }
        }

        /// Light that falls off to one side, and the scanner's grain.
        private void shade(BufferedImage image) {
            double fall = random.nextInt(3) == 0 ? random.nextDouble(-12, 12) : 0;
            int grain = random.nextInt(4);
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
