package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;

/// Looks into films with the `ffprobe` and `ffmpeg` that come with the program.
final class FilmProbe {
    private FilmProbe() {}

    /// The streams as ffprobe describes them, video first.
    @SuppressWarnings("unchecked") // JSON arrays of objects
    static List<Map<String, Object>> streams(Path film) throws IOException, InterruptedException {
        String json = new String(
                run(
                        Loader.load(org.bytedeco.ffmpeg.ffprobe.class),
                        "-v",
                        "error",
                        "-count_packets",
                        "-show_streams",
                        "-of",
                        "json",
                        film.toString()),
                StandardCharsets.UTF_8);
        return (List<Map<String, Object>>) Codec.readObject(json).get("streams");
    }

    /// One frame by its number, as a picture.
    static BufferedImage frame(Path film, int number) throws IOException, InterruptedException {
        byte[] png = run(
                Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                "-v",
                "error",
                "-i",
                film.toString(),
                "-vf",
                "select=eq(n\\," + number + ")",
                "-frames:v",
                "1",
                "-f",
                "image2pipe",
                "-c:v",
                "png",
                "-");
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] out = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
        return out;
    }
}
