package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaLengthTest {
    @TempDir
    Path folder;

    @Test
    void mp4_tells_it_in_its_movie_header() throws IOException {
        byte[] narrow = box("mvhd", ByteBuffer.allocate(100).putInt(12, 24_000).putInt(16, 361_000));
        assertThat(mp4(box("ftyp", ByteBuffer.allocate(8)), box("mdat", ByteBuffer.allocate(999)), movie(narrow)))
                .hasValueCloseTo(15.0417, within(0.001));
        byte[] wide = box(
                "mvhd",
                ByteBuffer.allocate(112).put(0, (byte) 1).putInt(20, 1000).putLong(24, 7_500));
        assertThat(mp4(movie(wide))).hasValue(7.5);
    }

    @Test
    void broken_mp4_tells_nothing() throws IOException {
        assertThat(mp4(new byte[0])).isEmpty();
        assertThat(mp4(movie(new byte[0]))).isEmpty();
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 5000; depth++) {
            nested = movie(nested);
        }
        assertThat(mp4(nested)).isEmpty();
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        assertThat(mp4(noise)).isEmpty();
    }

    @Test
    void wav_tells_it_by_its_rate_and_size() {
        assertThat(WavLength.seconds(Sounds.wav(2.5))).hasValueCloseTo(2.5, within(0.001));
        assertThat(WavLength.seconds(new byte[100])).isEmpty();
    }

    @Test
    void mp3_is_counted_frame_by_frame() {
        assertThat(Mp3Length.seconds(Sounds.mp3(100))).hasValueCloseTo(100 * 1152 / 44_100.0, within(0.001));
        assertThat(Mp3Length.seconds(new byte[] {'I', 'D', '3', 4, 0, 0, -1, -1, -1, -1}))
                .isEmpty();
        assertThat(Mp3Length.seconds(new byte[0])).isEmpty();
    }

    private OptionalDouble mp4(byte[]... boxes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] box : boxes) {
            file.write(box);
        }
        return Mp4Length.seconds(Files.write(folder.resolve("a.mp4"), file.toByteArray()));
    }

    private static byte[] movie(byte[] content) {
        return box("moov", ByteBuffer.wrap(content));
    }

    private static byte[] box(String type, ByteBuffer content) {
        return ByteBuffer.allocate(8 + content.capacity())
                .putInt(8 + content.capacity())
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content.clear())
                .array();
    }
}
