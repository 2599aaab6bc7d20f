package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.media.Tools;
import dev.zoetrope.animatic.sound.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is seen and what is heard at the same moment, in the finished file.
class SoundAndPictureTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int RATE = 48_000;
    private static final int FRAMES = 73;

    @TempDir
    private Path folder;

    /// A white picture and a click begin with the same frame; in the file they are half a frame apart at most.
    @ParameterizedTest
    @ValueSource(ints = {24, 37, 48})
    void a_flash_and_a_click_come_together(int frame) throws IOException {
        Path film = folder.resolve("film.mp4");
        new Studio().shoot(flash(), plan(frame), Recording.read(List.of(click(frame))), film, Progress.UNWATCHED);

        double seen = firstBright(film);
        double heard = firstLoud(film);
        assertThat(seen).isEqualTo(frame / 24.0);
        assertThat(Math.abs(heard - seen)).isLessThanOrEqualTo(0.5 / 24);
    }

    @Test
    void the_sound_is_as_long_as_the_picture() throws IOException {
        Path film = folder.resolve("film.mp4");
        new Studio().shoot(flash(), plan(24), Recording.read(List.of(click(24))), film, Progress.UNWATCHED);

        assertThat(samples(film).length / (double) RATE)
                .isBetween(FRAMES / 24.0 - 0.001, FRAMES / 24.0 + 1024.0 / RATE);
    }

    private static Brief flash() {
        return new Brief("", List.of(reference(0x000000), reference(0xFFFFFF)), SIZE, FRAMES, 1, true);
    }

    private static Brief.Reference reference(int colour) {
        int[] pixels = new int[SIZE.width() * SIZE.height()];
        Arrays.fill(pixels, colour);
        var picture = new Picture(SIZE.width(), SIZE.height(), pixels);
        return new Brief.Reference(Brief.Role.REFERENCE, picture, Sheet.whole(picture));
    }

    private static Timeline plan(int frame) {
        return new Timeline(
                Timeline.VERSION,
                SIZE,
                FRAMES,
                1,
                List.of(shot(1, 0, frame, 0), shot(2, frame, FRAMES - frame, 1)),
                new Sound(1, 90, Sound.Mood.CALM, List.of()));
    }

    private static Shot shot(int number, int start, int length, int reference) {
        var bounds = dev.zoetrope.animatic.Quad.rectangle(0, 0, SIZE.width(), SIZE.height());
        return new Shot(
                number,
                start,
                length,
                new View.Panel(reference, bounds),
                new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR),
                Transition.CUT,
                List.of(),
                Life.NONE,
                "");
    }

    /// A tone that begins at once, in a file of its own.
    private Path click(int frame) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(4 * RATE * 4).order(ByteOrder.LITTLE_ENDIAN);
        int start = frame * RATE / 24;
        for (int i = 0; i < 4 * RATE; i++) {
            boolean isHeard = i >= start && i < start + RATE / 2;
            samples.putFloat(isHeard ? (float) (0.5 * Math.sin(2 * Math.PI * 1000 * (i - start) / RATE)) : 0);
        }
        Path raw = Files.write(folder.resolve("click.f32"), samples.array());
        Path wav = folder.resolve("click.wav");
        Tools.ffmpeg(
                "-v", "error", "-y", "-f", "f32le", "-ar", "48000", "-ac", "1", "-i", raw.toString(), wav.toString());
        return wav;
    }

    private double firstBright(Path film) throws IOException {
        Path raw = folder.resolve("film.y");
        Tools.ffmpeg("-v", "error", "-y", "-i", film.toString(), "-pix_fmt", "gray", "-f", "rawvideo", raw.toString());
        byte[] lumas = Files.readAllBytes(raw);
        int frame = SIZE.width() * SIZE.height();
        for (int i = 0; i < lumas.length / frame; i++) {
            if ((lumas[i * frame + frame / 2] & 0xFF) > 128) {
                return i / 24.0;
            }
        }
        return Double.NaN;
    }

    private double firstLoud(Path film) throws IOException {
        float[] samples = samples(film);
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > 0.1) {
                return (double) i / RATE;
            }
        }
        return Double.NaN;
    }

    private float[] samples(Path film) throws IOException {
        Path raw = folder.resolve("film.f32");
        Tools.ffmpeg("-v", "error", "-y", "-i", film.toString(), "-f", "f32le", "-ac", "1", raw.toString());
        var bytes = new ByteArrayOutputStream();
        bytes.write(Files.readAllBytes(raw));
        var floats = ByteBuffer.wrap(bytes.toByteArray())
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] samples = new float[floats.remaining()];
        floats.get(samples);
        return samples;
    }
}
