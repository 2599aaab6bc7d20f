package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.board.Stopwatch;
import dev.zoetrope.animatic.camera.Scenes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudioTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int FRAMES = 193;

    @TempDir
    Path folder;

    private Film shoot(String name, int frames, @Nullable Sound sound, Progress progress) {
        Brief brief = Scenes.brief(Scenes.sheet(), SIZE, frames);
        return new Studio().shoot(brief, Scenes.nine(SIZE, frames, sound), folder.resolve(name), progress);
    }

    @ParameterizedTest
    @EnumSource
    void music_of_every_mood_is_as_loud_as_the_web_wants_it_and_never_clips(Sound.Mood mood) throws Exception {
        Film film = shoot(mood + ".mp4", FRAMES, Scenes.music(mood, FRAMES), Progress.UNWATCHED);
        String report = ffmpeg(film.file(), "-af", "ebur128=peak=true", "-f", "null", "-");
        assertThat(last(report, "I: +(-?[\\d.]+) LUFS")).isBetween(-14.5, -13.5);
        assertThat(last(report, "Peak: +(-?[\\d.]+) dBFS")).isLessThanOrEqualTo(-1.0);
    }

    @Test
    void a_film_without_sound_has_no_track_for_it() throws Exception {
        String report = ffmpeg(shoot("silent.mp4", 49, null, Progress.UNWATCHED).file(), "-f", "null", "-");
        assertThat(report).contains("Video: h264").doesNotContain("Audio:");
    }

    @Test
    void the_same_timeline_gives_the_same_bytes() throws Exception {
        Sound sound = Scenes.music(Sound.Mood.CALM, 97);
        byte[] first =
                Files.readAllBytes(shoot("a.mp4", 97, sound, Progress.UNWATCHED).file());
        assertThat(Files.readAllBytes(
                        shoot("b.mp4", 97, sound, Progress.UNWATCHED).file()))
                .isEqualTo(first);
    }

    @Test
    void another_virtual_machine_gives_the_same_bytes() throws Exception {
        Path there = folder.resolve("there.mp4");
        Process machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stopwatch.class.getName(),
                        "160x90",
                        "1",
                        there.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Path here = folder.resolve("here.mp4");
        Stopwatch.main(new String[] {"160x90", "1", here.toString()});
        assertThat(machine.waitFor())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(here).hasSameBinaryContentAs(there);
    }

    @Test
    void an_interrupt_calls_a_film_off() {
        Progress interrupting = share -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> shoot("off.mp4", FRAMES, Scenes.music(Sound.Mood.DARK, FRAMES), interrupting))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_film_that_is_called_off_leaves_no_file() {
        var called = new Progress() {
            private boolean off;

            @Override
            public void share(double share) {
                off = share > 0.3;
            }

            @Override
            public boolean cancelled() {
                return off;
            }
        };
        assertThatThrownBy(() -> shoot("off.mp4", FRAMES, null, called)).isInstanceOf(CancellationException.class);
        assertThat(folder.resolve("off.mp4")).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    private static double last(String report, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(report);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }

    private static String ffmpeg(Path film, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(
                java.util.List.of(Loader.load(ffmpeg.class), "-hide_banner", "-nostats", "-i", film.toString()));
        command.addAll(java.util.List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
