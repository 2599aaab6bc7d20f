package dev.zoetrope.animatic.board;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.camera.Lettering;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A storyboard sheet with captions, drawn from a seed, with the truth about what is written to each panel.
///
/// @param strip how many pixels high the strip for words inside the pictures is
record CaptionedSheet(BufferedImage image, List<Quad> panels, List<CaptionWords.Truth> captions, int strip) {
    /// Where the captions stand.
    enum Place {
        BELOW,
        ABOVE,
        BESIDE,
        INSIDE,
        TABLE
    }

    /// How a sheet is drawn.
    ///
    /// @param hand a font of this machine that is like handwriting; null for the printed letters of the house
    record Style(boolean chinese, Place place, @Nullable Font hand) {
        Style(boolean chinese, Place place) {
            this(chinese, place, null);
        }
    }

    static CaptionedSheet of(Style style, long seed) {
        return new Maker(style, seed).make();
    }

    Picture picture() {
        return TestPictures.picture(image);
    }

    private static final class Maker {
        private final Style style;
        private final SplittableRandom random;
        private final CaptionWords words;
        private final List<CaptionWords.Truth> truths = new ArrayList<>();
        private final List<Quad> quads = new ArrayList<>();
        private final int size;
        private final Color paper;
        private final Color writing;
        private final int wide;
        private final int high;

        Maker(Style style, long seed) {
            this.style = style;
            this.random = new SplittableRandom(seed * 7919 + (style.chinese() ? 1 : 0));
            wide = random.nextInt(380, 560);
            high = (int) (wide / List.of(16 / 9.0, 4 / 3.0).get(random.nextInt(2)));
            size = random.nextInt(17, 24);
            words = new CaptionWords(style.chinese(), random);
            paper = new Color(random.nextInt(235, 256), random.nextInt(232, 256), random.nextInt(222, 256));
            int ink = random.nextInt(70);
            writing = new Color(ink, ink, ink);
        }

        CaptionedSheet make() {
            BufferedImage image = style.place() == Place.TABLE ? table() : grid();
            return new CaptionedSheet(
                    TestPictures.throughJpeg(image, random.nextDouble(0.7, 0.95)), quads, truths, 2 * size + 22);
        }

        private BufferedImage grid() {
            boolean isBeside = style.place() == Place.BESIDE;
            int rows = random.nextInt(2, 4);
            int columns = isBeside ? random.nextInt(1, 3) : random.nextInt(2, 4);
            int gap = random.nextInt(18, 44);
            int margin = random.nextInt(24, 70);
            int title = random.nextBoolean() ? 60 : 0;
            int above = style.place() == Place.ABOVE ? 2 * size + 26 : 0;
            int below = style.place() == Place.BELOW ? 2 * size + 26 : 0;
            int beside = isBeside ? wide * 3 / 4 : 0;
            BufferedImage image = new BufferedImage(
                    2 * margin + columns * (wide + beside) + (columns - 1) * gap,
                    2 * margin + title + rows * (high + above + below) + (rows - 1) * gap,
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = pen(image);
            if (title > 0) {
                write(pen, style.chinese() ? "分镜脚本：追逐" : "THE CHASE  storyboard v2", margin, margin + 30, 34);
            }
            boolean drawsScenes = random.nextBoolean();
            var pictures = new SyntheticPicture(SheetKind.PLAIN, paper, true, random);
            for (int i = 0; i < rows * columns; i++) {
                int x = margin + i % columns * (wide + beside + gap);
                int row = i / columns;
                int y = margin + title + above + row * (high + above + below + gap);
                CaptionWords.Truth truth = words.next(i + 1);
                panel(
                        pen,
                        x,
                        y,
                        drawsScenes ? SceneDrawing.draw(truth.scene(), wide, high, random) : pictures.draw(wide, high));
                caption(pen, truth, x, y);
            }
            pen.dispose();
            return image;
        }

        private void caption(Graphics2D pen, CaptionWords.Truth truth, int x, int y) {
            truths.add(truth);
            switch (style.place()) {
                case BELOW -> block(pen, truth.text(), x, y + high + 12 + size, wide);
                case ABOVE -> block(pen, truth.text(), x, y - (int) (1.4 * size) - 14, wide);
                case BESIDE, TABLE -> block(pen, truth.text(), x + wide + 18, y + size + 4, wide * 3 / 4 - 36);
                case INSIDE -> {
                    pen.setColor(paper);
                    int room = 2 * size + 22;
                    pen.fillRect(x, y + high - room, wide, room);
                    block(pen, truth.text(), x + 8, y + high - room + size + 5, wide - 16);
                }
            }
        }

        private void panel(Graphics2D pen, int x, int y, BufferedImage picture) {
            pen.setColor(new Color(20, 20, 20));
            pen.fillRect(x - 2, y - 2, picture.getWidth() + 4, picture.getHeight() + 4);
            pen.drawImage(picture, x, y, null);
            quads.add(Quad.rectangle(x, y, picture.getWidth(), picture.getHeight()));
        }

        /// Rows of cells: number, picture, action, size, move, length, dialogue.
        private BufferedImage table() {
            int rows = random.nextInt(3, 7);
            int[] columns = {3 * size + 20, wide / 2 + 24, 11 * size, 7 * size, 9 * size, 5 * size, 10 * size};
            int tall = high / 2 + 24;
            int margin = random.nextInt(24, 70);
            int head = 2 * size + 14;
            int across = java.util.Arrays.stream(columns).sum();
            BufferedImage image =
                    new BufferedImage(2 * margin + across, 2 * margin + head + rows * tall, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = pen(image);
            boolean isRuled = random.nextInt(3) > 0;
            List<String> heads = style.chinese() ? CaptionWords.CHINESE_HEAD : CaptionWords.ENGLISH_HEAD;
            for (int row = -1; row < rows; row++) {
                int y = margin + (row < 0 ? 0 : head + row * tall);
                CaptionWords.Truth truth = row < 0 ? null : words.next(row + 1);
                int x = margin;
                for (int column = 0; column < columns.length; column++) {
                    if (isRuled) {
                        pen.setColor(writing);
                        pen.drawRect(x, y, columns[column], row < 0 ? head : tall);
                    }
                    if (truth == null) {
                        write(pen, heads.get(column), x + 10, y + size + 8, size);
                    } else if (column == 1) {
                        panel(pen, x + 12, y + 12, SceneDrawing.draw(truth.scene(), wide / 2, high / 2, random));
                    } else {
                        String cell = truth.cells().get(column == 0 ? 0 : column - 1);
                        block(pen, cell, x + 10, y + size + 14, columns[column] - 18);
                    }
                    x += columns[column];
                }
                if (truth != null) {
                    truths.add(truth);
                }
            }
            pen.dispose();
            return image;
        }

        private Graphics2D pen(BufferedImage image) {
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(paper);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            return pen;
        }

        /// Lines broken between words or ideographs.
        private void block(Graphics2D pen, String text, int x, int baseline, int room) {
            String rest = text;
            int y = baseline;
            while (!rest.isEmpty()) {
                int end = rest.length();
                while (width(rest.substring(0, end)) > room) {
                    int space = rest.lastIndexOf(' ', end - 1);
                    end = style.chinese() || space < 0 ? end - 1 : space;
                }
                write(pen, rest.substring(0, end), x, y, size);
                rest = rest.substring(end).strip();
                y += (int) (1.4 * size);
            }
        }

        private double width(String text) {
            return style.hand() == null
                    ? Lettering.get().width(text) * size
                    : shape(text, 0, 0, size).getBounds2D().getMaxX();
        }

        private void write(Graphics2D pen, String text, int x, int baseline, int height) {
            pen.setColor(writing);
            pen.fill(shape(text, x, baseline, height));
        }

        private Shape shape(String text, int x, int baseline, int height) {
            if (style.hand() == null) {
                return Lettering.get().outline(text, x, baseline, height);
            }
            Font font = style.hand().deriveFont((float) height * 1.15f);
            Shape line = font.createGlyphVector(new java.awt.font.FontRenderContext(null, true, true), text)
                    .getOutline();
            return AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(line);
        }
    }
}
