package dev.zoetrope.animatic.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Videos, sounds and moving pictures with bits flipped and pieces lost: each is read or refused with a remedy, never
/// more.
class HostileMediaTest {
    private static final int MUTATIONS = Integer.getInteger("media.mutations", 50);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "mp4, testsrc2=size=96x64:rate=12:duration=1 -c:v libx264",
        "mov, testsrc2=size=96x64:rate=12:duration=1 -c:v mpeg4",
        "webm, testsrc2=size=96x64:rate=12:duration=1 -c:v libvpx",
    })
    void any_mutation_of_a_video_is_read_or_refused(String format, String how) throws IOException {
        byte[] whole = made(format, how);
        var random = new SplittableRandom(format.hashCode());
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("mutant"), mutant(whole, random));
            if (Files.size(file) == 0) {
                continue;
            }
            try (VideoReader reader = VideoReader.open(file)) {
                while (reader.next()) {
                    assertThat(reader.picture(32, 32).pixels()).hasSize(1024);
                }
                read++;
            } catch (VideoException refused) {
                assertThat(refused).hasMessageContaining(";");
            }
        }
        assertThat(read).as("mutants that could be read").isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "wav, sine=duration=1 -c:a pcm_s16le",
        "mp3, sine=duration=1 -c:a libmp3lame",
        "m4a, sine=duration=1 -c:a aac"
    })
    void any_mutation_of_a_sound_is_read_or_refused(String format, String how) throws IOException {
        byte[] whole = made(format, how);
        var random = new SplittableRandom(format.hashCode());
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("mutant"), mutant(whole, random));
            try {
                float[] samples = SoundReader.read(file, 4);
                assertThat(samples).isNotEmpty().hasSizeLessThanOrEqualTo(4 * Mp4Writer.SAMPLE_RATE);
                read++;
            } catch (SoundException refused) {
                assertThat(refused).hasMessageContaining(";");
            }
        }
        assertThat(read).as("mutants that could be read").isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "webp, testsrc2=size=96x64 -frames:v 1",
        "png, testsrc2=size=96x64 -frames:v 3 -f apng",
        "gif, testsrc2=size=96x64 -frames:v 4"
    })
    void any_mutation_of_a_moving_picture_is_read_or_refused(String format, String how) throws IOException {
        byte[] whole = made(format, how);
        var random = new SplittableRandom(format.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = Files.write(folder.resolve("mutant"), mutant(whole, random));
            try {
                assertThat(Pictures.decode(file).width()).isBetween(Pictures.MIN_SIDE, Pictures.MAX_SIDE);
            } catch (PictureException refused) {
                assertThat(refused).hasMessageContaining(";");
            }
        }
    }

    private byte[] made(String format, String how) throws IOException {
        Path file = folder.resolve("whole." + format);
        Tools.ffmpeg(("-y -f lavfi -i " + how + " " + file).split(" "));
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        return whole;
    }

    /// Bits flipped, most of them where the headers are; a piece lost; or the end lost.
    private static byte[] mutant(byte[] whole, SplittableRandom random) {
        int at = random.nextInt(whole.length);
        var out = new ByteArrayOutputStream();
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                byte[] changed = whole.clone();
                for (int i = random.nextInt(1, 12); i > 0; i--) {
                    int place = switch (random.nextInt(3)) {
                        case 0 -> random.nextInt(Math.min(128, whole.length));
                        case 1 -> whole.length - 1 - random.nextInt(Math.min(1024, whole.length));
                        default -> random.nextInt(whole.length);
                    };
                    changed[place] ^= (byte) (1 << random.nextInt(8));
                }
                return changed;
            }
            case 2 -> {
                int end = Math.min(whole.length, at + random.nextInt(1, 64));
                out.write(whole, 0, at);
                out.write(whole, end, whole.length - end);
            }
            default -> out.write(whole, 0, at);
        }
        return out.toByteArray();
    }
}
