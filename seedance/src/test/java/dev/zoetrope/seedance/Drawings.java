package dev.zoetrope.seedance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures for tests, the same every time.
final class Drawings {
    private Drawings() {}

    /// A picture with a few shapes in it.
    static byte[] picture(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        scene(pen, 0, 0, width, height, 7);
        pen.dispose();
        return bytes(image, format);
    }

    /// A sheet of panels with frames, on white paper.
    static byte[] sheet(int columns, int rows) {
        int width = 240;
        int height = 135;
        int gutter = 24;
        BufferedImage image = new BufferedImage(
                columns * (width + gutter) + gutter, rows * (height + gutter) + gutter, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 0; i < columns * rows; i++) {
            int x = gutter + i % columns * (width + gutter);
            int y = gutter + i / columns * (height + gutter);
            scene(pen, x, y, width, height, i);
        }
        pen.dispose();
        return bytes(image, "png");
    }

    /// A PNG that says it is huge and holds nothing.
    static byte[] pngClaiming(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(8 + 25 + 12);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(file, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}));
        chunk(file, "IEND", ByteBuffer.allocate(0));
        return file.array();
    }

    private static void chunk(ByteBuffer file, String type, ByteBuffer content) {
        file.putInt(content.capacity());
        int start = file.position();
        file.put(type.getBytes(StandardCharsets.US_ASCII));
        file.put(content.clear());
        CRC32 crc = new CRC32();
        crc.update(file.duplicate().flip().position(start));
        file.putInt((int) crc.getValue());
    }

    private static void scene(Graphics2D pen, int x, int y, int width, int height, int number) {
        Random random = new Random(number);
        pen.setClip(x, y, width, height);
        pen.setColor(Color.getHSBColor(number / 9f, 0.4f, 0.9f));
        pen.fillRect(x, y, width, height);
        for (int thing = 0; thing < 8; thing++) {
            pen.setColor(Color.getHSBColor(random.nextFloat(), 0.7f, 0.7f));
            pen.fillOval(x + random.nextInt(width), y + random.nextInt(height), width / 4, height / 3);
        }
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(x + 1, y + 1, width - 3, height - 3);
        pen.setClip(null);
    }

    private static byte[] bytes(BufferedImage image, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
