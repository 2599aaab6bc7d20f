package dev.zoetrope.animatic.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp4WriterTest {
    @TempDir
    Path folder;

    private static void fill(Frame frame, int number) {
        byte[] row = new byte[frame.size().width()];
        SplittableRandom random = new SplittableRandom(number);
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            for (int y = 0; y < frame.height(plane); y++) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = (byte) (60 + (x + y + number) % 100 + random.nextInt(20));
                }
                frame.row(plane, y, row);
            }
        }
    }

    private static void write(Mp4Writer writer, int frames) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            Frame frame = writer.next();
            fill(frame, i);
            writer.write(frame);
        }
    }

    private Path film(FrameSize size, int frames, boolean sound) throws InterruptedException {
        Path file = folder.resolve("film:1.mp4");
        try (Mp4Writer writer =
                new Mp4Writer(file, size, frames, sound ? Tracks.PICTURE_AND_SOUND : Tracks.PICTURE, () -> false)) {
            if (sound) {
                writer.sound(new float[frames * Mp4Writer.SAMPLE_RATE / 24], List.of());
            }
            write(writer, frames);
            writer.finish();
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({"864,496", "1112,834", "1470,630", "496,864", "126,54", "2206,946"})
    void writes_what_players_expect(int width, int height) throws Exception {
        Path file = film(new FrameSize(width, height), 11, true);
        assertThat(Tools.probe(file))
                .contains("codec_name=h264", "profile=High", "pix_fmt=yuv420p", "width=" + width, "height=" + height)
                .contains("r_frame_rate=24/1", "avg_frame_rate=24/1", "nb_frames=11")
                .contains("color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709")
                .contains("codec_name=aac", "sample_rate=48000", "channels=1")
                .contains("start_time=0.000000")
                .doesNotContain("creation_time", "Lavf", "start_time=-");
        String head = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(head.indexOf("moov")).isPositive().isLessThan(head.indexOf("mdat"));
        assertThat(folder).isDirectoryContaining("glob:**/film:1.mp4").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void picture_and_sound_end_together() throws Exception {
        String probed = Tools.probe(film(new FrameSize(128, 72), 97, true));
        double[] durations = probed.lines()
                .filter(line -> line.startsWith("duration="))
                .mapToDouble(line -> Double.parseDouble(line.substring("duration=".length())))
                .toArray();
        assertThat(durations).hasSize(3);
        for (double duration : durations) {
            assertThat(duration).isCloseTo(97 / 24.0, org.assertj.core.data.Offset.offset(1 / 24.0));
        }
    }

    @Test
    void a_silent_film_has_no_sound_stream() throws Exception {
        assertThat(Tools.probe(film(new FrameSize(128, 72), 5, false)))
                .contains("nb_streams=1", "nb_frames=5")
                .doesNotContain("codec_type=audio");
    }

    @Test
    void a_film_may_have_one_frame() throws Exception {
        assertThat(Tools.probe(film(new FrameSize(64, 64), 1, true))).contains("nb_frames=1");
    }

    @Test
    void gives_up_when_cancelled_and_leaves_nothing() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        Path file = folder.resolve("film.mp4");
        Files.writeString(file, "the film before");
        try (Mp4Writer writer =
                new Mp4Writer(file, new FrameSize(320, 180), 100, Tracks.PICTURE_AND_SOUND, cancelled::get)) {
            write(writer, 20);
            cancelled.set(true);
            assertThatThrownBy(writer::next).isInstanceOf(CancellationException.class);
            assertThatThrownBy(writer::finish).isInstanceOf(CancellationException.class);
        }
        assertThat(file).hasContent("the film before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void says_when_the_folder_is_missing() {
        Path file = folder.resolve("nowhere").resolve("film.mp4");
        assertThatThrownBy(() -> new Mp4Writer(file, new FrameSize(64, 64), 1, Tracks.PICTURE, () -> false))
                .isInstanceOf(FilmException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("must exist");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // has a device that is always full
    void says_when_the_disk_is_full() throws IOException {
        Path file = folder.resolve("film.mp4");
        Files.createSymbolicLink(folder.resolve("film.mp4.part"), Path.of("/dev/full"));
        assertThatThrownBy(() -> {
                    try (Mp4Writer writer =
                            new Mp4Writer(file, new FrameSize(640, 360), 120, Tracks.PICTURE, () -> false)) {
                        write(writer, 120);
                        writer.finish();
                    }
                })
                .isInstanceOf(FilmException.class)
                .hasMessageContaining("No space left")
                .hasMessageContaining("free space");
        assertThat(Path.of("/dev/full")).exists();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takes_only_its_own_frames() {
        FrameSize size = new FrameSize(64, 64);
        try (Mp4Writer writer = new Mp4Writer(folder.resolve("a.mp4"), size, 1, Tracks.PICTURE, () -> false)) {
            assertThatThrownBy(() -> writer.write(Frame.onHeap(size))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
