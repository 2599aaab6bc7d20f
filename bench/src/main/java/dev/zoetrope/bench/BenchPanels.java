package dev.zoetrope.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Nine drawn panels, as single pictures and as one storyboard sheet of the same pixels. The same every time.
///
/// @param panels nine pictures of 1280x720
/// @param sheet all nine on white paper, three by three, at full size
record BenchPanels(List<Path> panels, Path sheet) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int COLUMNS = 3;
    private static final int COUNT = 9;
    private static final int GUTTER = 40;
    private static final int FRAME = 4;
    private static final int HILLS = 4;
    private static final int THINGS = 12;
    private static final int GRAIN = 6;

    static BenchPanels draw(Path folder) throws IOException {
        BufferedImage sheet = new BufferedImage(
                COLUMNS * (WIDTH + GUTTER) + GUTTER, COLUMNS * (HEIGHT + GUTTER) + GUTTER, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = sheet.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        List<Path> panels = new ArrayList<>();
        for (int index = 0; index < COUNT; index++) {
            BufferedImage panel = panel(index);
            Path file = folder.resolve("panel-" + (index + 1) + ".png");
            ImageIO.write(panel, "png", file.toFile());
            panels.add(file);
            int x = GUTTER + index % COLUMNS * (WIDTH + GUTTER);
            int y = GUTTER + index / COLUMNS * (HEIGHT + GUTTER);
            paper.setColor(Color.BLACK);
            paper.fillRect(x - FRAME, y - FRAME, WIDTH + 2 * FRAME, HEIGHT + 2 * FRAME);
            paper.drawImage(panel, x, y, null);
        }
        paper.dispose();
        Path sheetFile = folder.resolve("sheet.jpeg");
        ImageIO.write(sheet, "jpeg", sheetFile.toFile());
        return new BenchPanels(panels, sheetFile);
    }

    /// A landscape with things in it and a little grain, so that the encoder has real work.
    private static BufferedImage panel(int index) {
        Random random = new Random(index);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float hue = index / (float) COUNT;
        pen.setPaint(new GradientPaint(
                0, 0, Color.getHSBColor(hue, 0.5f, 0.9f), 0, HEIGHT, Color.getHSBColor(hue + 0.1f, 0.3f, 0.6f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int hill = 0; hill < HILLS; hill++) {
            pen.setColor(Color.getHSBColor(hue + 0.4f, 0.4f, 0.7f - hill * 0.13f));
            int top = HEIGHT / 2 + hill * 70 + random.nextInt(40);
            pen.fillOval(random.nextInt(WIDTH) - WIDTH / 2, top, WIDTH, HEIGHT);
        }
        pen.setStroke(new BasicStroke(3));
        for (int thing = 0; thing < THINGS; thing++) {
            int size = 30 + random.nextInt(120);
            int x = random.nextInt(WIDTH);
            int y = HEIGHT / 3 + random.nextInt(HEIGHT / 2);
            pen.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.9f));
            pen.fillRect(x, y, size, size * 2);
            pen.setColor(Color.BLACK);
            pen.drawRect(x, y, size, size * 2);
            pen.drawLine(x, y, x + size, y + size * 2);
        }
        pen.dispose();
        grain(image, random);
        return image;
    }

    private static void grain(BufferedImage image, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(GRAIN);
                int rgb = image.getRGB(x, y);
                image.setRGB(x, y, shade(rgb >> 16, noise) << 16 | shade(rgb >> 8, noise) << 8 | shade(rgb, noise));
            }
        }
    }

    private static int shade(int channel, int noise) {
        return Math.min(255, (channel & 255) + noise);
    }
}
