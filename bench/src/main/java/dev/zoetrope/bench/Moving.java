package dev.zoetrope.bench;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Timeline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// A film as it can be looked at in a document: a small moving picture, and its sound as a waveform with what was
/// planned
/// marked on it.
final class Moving {
    /// Enough to see a move; more would not fit into the repository.
    private static final int PICTURES_A_SECOND = 8;

    private static final int WIDE = 320;
    private static final int QUALITY = 50;

    private static final int WAVE_WIDTH = 1000;
    private static final int WAVE_HEIGHT = 130;
    private static final int HEAD = 18;
    private static final int SAMPLES_A_SECOND = 8000;

    private Moving() {}

    /// Writes an animated WebP.
    static void write(Path film, Path file) throws IOException, InterruptedException {
        String filters = "fps=" + PICTURES_A_SECOND + ",scale=" + WIDE + ":-2:flags=area";
        Program.run(List.of(
                Program.ffmpeg(),
                "-y",
                "-nostdin",
                "-nostats",
                "-i",
                film.toString(),
                "-an",
                "-vf",
                filters,
                "-c:v",
                "libwebp_anim",
                "-q:v",
                String.valueOf(QUALITY),
                "-compression_level",
                "6",
                "-loop",
                "0",
                file.toString()));
    }

    /// Draws the sound: shots by number above, dialogue as bars, effects as ticks below.
    static void waveform(Path film, Timeline timeline, Path file) throws IOException, InterruptedException {
        FloatBuffer samples = samples(film);
        var image = new BufferedImage(WAVE_WIDTH, WAVE_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xfaf8f4));
        pen.fillRect(0, 0, WAVE_WIDTH, WAVE_HEIGHT);
        double pixels = (double) WAVE_WIDTH / timeline.frames();
        marks(pen, timeline, pixels);
        int middle = (WAVE_HEIGHT + HEAD) / 2;
        double half = (WAVE_HEIGHT - HEAD) / 2.0 - 2;
        pen.setColor(new Color(0x2a4f6e));
        for (int x = 0; x < WAVE_WIDTH; x++) {
            int from = (int) ((long) x * samples.limit() / WAVE_WIDTH);
            int to = Math.max(from + 1, (int) ((long) (x + 1) * samples.limit() / WAVE_WIDTH));
            double least = 0;
            double most = 0;
            for (int i = from; i < to && i < samples.limit(); i++) {
                least = Math.min(least, samples.get(i));
                most = Math.max(most, samples.get(i));
            }
            pen.drawLine(x, (int) (middle - most * half), x, (int) (middle - least * half));
        }
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void marks(Graphics2D pen, Timeline timeline, double pixels) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        for (Timeline.Shot shot : timeline.shots()) {
            int x = (int) (shot.start() * pixels);
            pen.setColor(new Color(0xc9c2b4));
            pen.drawLine(x, 0, x, WAVE_HEIGHT);
            pen.setColor(new Color(0x6f6a61));
            pen.drawString(String.valueOf(shot.number()), x + 3, 12);
            for (Timeline.Line line : shot.lines()) {
                pen.setColor(new Color(0xf3c9ae));
                int from = (int) ((shot.start() + line.at()) * pixels);
                pen.fillRect(from, HEAD, Math.max(2, (int) (line.length() * pixels)), WAVE_HEIGHT - HEAD);
            }
        }
        Sound sound = timeline.sound();
        if (sound == null) {
            return;
        }
        pen.setStroke(new BasicStroke(2));
        pen.setColor(new Color(0xc2410c));
        for (Sound.Effect effect : sound.effects()) {
            int x = (int) (effect.start() * pixels);
            pen.drawLine(x, WAVE_HEIGHT - 12, x, WAVE_HEIGHT);
        }
        pen.setStroke(new BasicStroke(1));
    }

    private static FloatBuffer samples(Path film) throws IOException, InterruptedException {
        Path raw = Files.createTempFile("zoetrope-gallery", ".f32");
        try {
            Program.run(List.of(
                    Program.ffmpeg(),
                    "-y",
                    "-nostdin",
                    "-nostats",
                    "-i",
                    film.toString(),
                    "-vn",
                    "-ac",
                    "1",
                    "-ar",
                    String.valueOf(SAMPLES_A_SECOND),
                    "-f",
                    "f32le",
                    raw.toString()));
            return ByteBuffer.wrap(Files.readAllBytes(raw))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
        } finally {
            Files.delete(raw);
        }
    }
}
