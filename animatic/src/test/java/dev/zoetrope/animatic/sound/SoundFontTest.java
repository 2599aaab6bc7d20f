package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.media.SoundException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFontTest {
    private static final int RATE = 48_000;

    /// One period of 480 Hz at 48 kHz; its root key is said to be 71, a semitone above 466 Hz.
    private static final int PERIOD = 100;

    @TempDir
    private Path folder;

    private static byte[] chunk(String name, byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer chunk = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(size);
        for (byte[] part : parts) {
            chunk.put(part);
        }
        return chunk.array();
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.array();
    }

    private static byte[] together(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// A file with one program of one looped sine.
    private static byte[] font() {
        int[] wave = new int[10 * PERIOD];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (int) Math.round(20_000 * Math.sin(2 * Math.PI * i / PERIOD));
        }
        byte[] name = new byte[20];
        byte[] header = ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(wave.length)
                .putInt(PERIOD)
                .putInt(9 * PERIOD)
                .putInt(RATE)
                .put((byte) 71)
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) 1)
                .array();
        byte[] data = together(
                "pdta".getBytes(StandardCharsets.US_ASCII),
                chunk("phdr", name, words(0, 0, 0, 0, 0, 0, 0, 0, 0), name, words(0, 0, 1, 0, 0, 0, 0, 0, 0)),
                chunk("pbag", words(0, 0, 1, 0)),
                chunk("pgen", words(41, 0, 0, 0)),
                chunk("inst", name, words(0), name, words(1)),
                chunk("ibag", words(0, 0, 2, 0)),
                chunk("igen", words(54, 1, 53, 0, 0, 0)),
                chunk("shdr", name, header, name, new byte[26]));
        byte[] sound = together("sdta".getBytes(StandardCharsets.US_ASCII), chunk("smpl", words(wave)));
        return chunk("RIFF", "sfbk".getBytes(StandardCharsets.US_ASCII), chunk("LIST", sound), chunk("LIST", data));
    }

    private SoundFont read(byte[] bytes) throws IOException {
        return SoundFont.read(Files.write(folder.resolve("font.sf2"), bytes));
    }

    @Test
    void a_key_sounds_at_its_pitch_as_long_as_it_is_held() throws IOException {
        float[] dry = new float[2 * RATE];
        new Sampler(read(font()), dry, new float[2 * RATE]).play(new Tune.Note(Tune.Voice.KEYS, 0.5, 1, 83, 0.8));

        int crossings = 0;
        for (int i = RATE * 6 / 10; i < RATE * 14 / 10; i++) {
            crossings += dry[i] < 0 && dry[i + 1] >= 0 ? 1 : 0;
        }
        // An octave above the root, which is 480 Hz.
        assertThat(crossings / 0.8).isCloseTo(960, Offset.offset(2.0));
        assertThat(dry[RATE / 4]).isZero();
        assertThat(dry[RATE * 18 / 10]).isZero();
    }

    @Test
    void the_music_is_played_on_it_the_same_each_time_and_drums_stay_our_own() throws IOException {
        Sound sound = new Sound(5, 110, Mood.BRIGHT, List.of(), List.of(), "piano, drums");
        Tune tune = Tune.compose(sound, 6);
        float[] recorded = new Band(6 * RATE, read(font())).play(tune, sound);

        assertThat(recorded).isEqualTo(new Band(6 * RATE, read(font())).play(tune, sound));
        assertThat(recorded).isNotEqualTo(new Band(6 * RATE).play(tune, sound));
        assertThat(read(font()).zones(Tune.Voice.KICK, 36, 100)).isEmpty();
    }

    @Test
    void what_is_no_soundfont_is_refused_with_a_reason() throws IOException {
        for (byte[] bad : List.of(
                new byte[0],
                "no font at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(font(), 900),
                new byte[64])) {
            assertThatThrownBy(() -> read(bad))
                    .isInstanceOf(SoundException.class)
                    .hasMessageContaining(".sf2");
        }
        assertThatThrownBy(() -> SoundFont.read(folder.resolve("nowhere.sf2")))
                .isInstanceOf(SoundException.class)
                .hasMessageContaining("nowhere.sf2");
    }

    @Test
    void random_damage_is_told_but_breaks_nothing() throws IOException {
        var random = new SplittableRandom(4);
        byte[] good = font();
        for (int i = 0; i < 200; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 4; k++) {
                // Behind the waves, where all the tables are, or anywhere.
                int at = random.nextBoolean() ? random.nextInt(bad.length) : bad.length - 1 - random.nextInt(400);
                bad[at] = (byte) random.nextInt(256);
            }
            try {
                SoundFont font = read(bad);
                new Sampler(font, new float[RATE / 4], new float[RATE / 4])
                        .play(new Tune.Note(Tune.Voice.KEYS, 0, 0.1, 60, 0.8));
            } catch (SoundException e) {
                assertThat(e).hasMessageContaining(".sf2");
            }
        }
    }
}
