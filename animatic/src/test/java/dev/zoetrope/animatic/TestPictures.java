package dev.zoetrope.animatic;

import dev.zoetrope.animatic.board.Polygons;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures for tests, in and out through the JDK's own codecs.
public final class TestPictures {
    private TestPictures() {}

    public static Picture resource(String name) {
        try (InputStream in = Objects.requireNonNull(TestPictures.class.getResourceAsStream(name), name)) {
            return picture(ImageIO.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return new Picture(width, height, pixels);
    }

    public static Picture flat(int width, int height, int rgb) {
        var pixels = new int[width * height];
        java.util.Arrays.fill(pixels, rgb);
        return new Picture(width, height, pixels);
    }

    public static BufferedImage throughJpeg(BufferedImage image, double quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /// Writes a picture with its panels drawn in, for eyes.
    public static void write(Picture picture, List<Quad> panels, Path file) {
        var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
        Graphics2D pen = image.createGraphics();
        pen.setStroke(new java.awt.BasicStroke(3));
        for (int i = 0; i < panels.size(); i++) {
            Quad quad = panels.get(i);
            pen.setColor(Color.getHSBColor(i * 0.13f, 1, 1));
            pen.draw(Polygons.shape(quad));
            for (int dot = 0; dot <= i; dot++) {
                pen.fillOval(
                        (int) quad.topLeft().x() + 10 + dot * 14,
                        (int) quad.topLeft().y() + 10,
                        12,
                        12);
            }
        }
        pen.dispose();
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
