package dev.zoetrope.animatic.motion;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.media.Mp4Writer;
import dev.zoetrope.animatic.media.Tracks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// Videos for tests whose camera goes a known way over a drawn ground.
public final class Shooting {
    private static final FrameSize SIZE = new FrameSize(480, 270);

    /// Drawn at twice the size and halved, so that nothing flickers.
    private static final int FINE = 2;

    private Shooting() {}

    /// What is filmed from one frame on.
    public record Scene(long seed, IntFunction<Pose> path) {}

    /// A video of one scene.
    public static Path film(Path file, int frames, IntFunction<Pose> path) throws InterruptedException {
        return film(file, frames, frame -> new Scene(1, path), null);
    }

    /// A video of several scenes; paths are counted in the film's frames.
    ///
    /// @param figure draws what moves in the foreground, by the frame's number, or null
    public static Path film(Path file, int frames, IntFunction<Scene> scenes, IntFunction<Rectangle2D> figure)
            throws InterruptedException {
        try (var writer = new Mp4Writer(file, SIZE, frames, Tracks.PICTURE, () -> false)) {
            BufferedImage ground = null;
            long drawn = Long.MIN_VALUE;
            for (int i = 0; i < frames; i++) {
                Scene scene = scenes.apply(i);
                if (scene.seed != drawn) {
                    ground = ground(scene.seed);
                    drawn = scene.seed;
                }
                Frame frame = writer.next();
                expose(seen(ground, scene.path.apply(i), figure == null ? null : figure.apply(i)), frame);
                writer.write(frame);
            }
            writer.finish();
        }
        return file;
    }

    /// Shapes of all sizes on paper, three frames wide.
    private static BufferedImage ground(long seed) {
        var random = new SplittableRandom(seed);
        var image = new BufferedImage(3 * SIZE.width(), 3 * SIZE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(image);
        pen.setColor(Color.getHSBColor(random.nextInt(100) / 100f, 0.2f, 0.8f));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        for (int i = 0; i < 420; i++) {
            double size = 8 + 110 * Math.pow(random.nextDouble(), 3);
            double x = random.nextDouble() * image.getWidth();
            double y = random.nextDouble() * image.getHeight();
            pen.setColor(
                    Color.getHSBColor((float) random.nextDouble(), 0.5f, (float) (0.2 + 0.8 * random.nextDouble())));
            pen.fill(
                    random.nextBoolean()
                            ? new Rectangle2D.Double(x, y, size, size * 0.7)
                            : new Ellipse2D.Double(x, y, size, size));
        }
        pen.dispose();
        return image;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return pen;
    }

    private static BufferedImage seen(BufferedImage ground, Pose pose, Rectangle2D figure) {
        var large = new BufferedImage(FINE * SIZE.width(), FINE * SIZE.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(large);
        var eye = new AffineTransform();
        eye.translate(large.getWidth() / 2.0, large.getHeight() / 2.0);
        eye.scale(FINE * pose.scale(), FINE * pose.scale());
        eye.rotate(-Math.toRadians(pose.roll()));
        eye.translate(
                -(ground.getWidth() / 2.0 + pose.x() * SIZE.width()),
                -(ground.getHeight() / 2.0 + pose.y() * SIZE.height()));
        pen.drawImage(ground, eye, null);
        if (figure != null) {
            pen.setTransform(AffineTransform.getScaleInstance(FINE, FINE));
            pen.setColor(new Color(0x203040));
            pen.fill(figure);
            pen.setColor(Color.WHITE);
            pen.fill(new Ellipse2D.Double(figure.getX() + 8, figure.getY() + 8, 20, 20));
        }
        pen.dispose();
        var small = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int red = 2;
                int green = 2;
                int blue = 2;
                for (int i = 0; i < FINE * FINE; i++) {
                    int pixel = large.getRGB(FINE * x + i % FINE, FINE * y + i / FINE);
                    red += pixel >> 16 & 0xFF;
                    green += pixel >> 8 & 0xFF;
                    blue += pixel & 0xFF;
                }
                small.setRGB(x, y, ((red / 4) << 16) | ((green / 4) << 8) | (blue / 4));
            }
        }
        return small;
    }

    /// BT.709, limited range.
    private static void expose(BufferedImage image, Frame frame) {
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int pixel = image.getRGB(x, y);
                double red = pixel >> 16 & 0xFF;
                double blue = pixel & 0xFF;
                double light = 0.2126 * red + 0.7152 * (pixel >> 8 & 0xFF) + 0.0722 * blue;
                put(frame, 0, x, y, 16 + light * 219 / 255);
                if (x % 2 == 0 && y % 2 == 0) {
                    put(frame, 1, x / 2, y / 2, 128 + (blue - light) * 224 / 255 / 1.8556);
                    put(frame, 2, x / 2, y / 2, 128 + (red - light) * 224 / 255 / 1.5748);
                }
            }
        }
    }

    private static void put(Frame frame, int plane, int x, int y, double level) {
        frame.planes()[plane].put(y * frame.strides()[plane] + x, (byte) Math.round(level));
    }
}
