package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.camera.Camera;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.media.Tools;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finished film, looked at with FFmpeg's eyes.
class FilmChecksTest {
    private static final FrameSize SIZE = new FrameSize(432, 248);
    private static final int FRAMES = 216;

    @TempDir
    static Path folder;

    private static Path film = Path.of("");
    private static Timeline timeline = Scenes.nine(SIZE, FRAMES, null);
    private static Brief brief = Scenes.brief(Scenes.sheet(), SIZE, FRAMES);

    @BeforeAll
    static void shoot() {
        film = folder.resolve("film.mp4");
        new Studio().shoot(brief, timeline, film, Progress.UNWATCHED);
    }

    @Test
    void the_file_shows_what_the_camera_shot() throws IOException {
        Path raw = folder.resolve("film.yuv");
        var camera = new Camera(brief, timeline);
        Frame frame = Frame.onHeap(SIZE);
        try (OutputStream out = Files.newOutputStream(raw)) {
            for (int number = 0; number < FRAMES; number++) {
                camera.shoot(number, frame);
                for (int plane = 0; plane < Frame.PLANES; plane++) {
                    out.write(frame.planes()[plane].array());
                }
            }
        }
        String size = SIZE.width() + "x" + SIZE.height();
        String report = Tools.ffmpeg(
                "-hide_banner",
                "-i",
                film.toString(),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-s",
                size,
                "-r",
                "24",
                "-i",
                raw.toString(),
                "-lavfi",
                "ssim",
                "-f",
                "null",
                "-");
        assertThat(numbers(report, "All:([\\d.]+)")).hasSize(1).allMatch(alike -> alike >= 0.98);
    }

    @Test
    void each_planned_cut_is_found_where_it_was_planned_and_no_other() {
        String report = filtered("scdet=threshold=8");
        List<Double> planned = new ArrayList<>();
        for (Shot shot : timeline.shots()) {
            if (shot.start() > 0 && shot.transition().kind() == Timeline.Transition.Kind.CUT) {
                planned.add((double) shot.start());
            }
        }
        assertThat(numbers(report, "lavfi.scd.time: ([\\d.]+)"))
                .extracting(seconds -> (double) Math.round(seconds * Timeline.FRAMES_PER_SECOND))
                .containsExactlyElementsOf(planned);
    }

    @Test
    void nothing_is_black_but_the_fade_and_nothing_stands_but_the_static_shot() {
        assertThat(numbers(filtered("blackdetect=d=0.1"), "black_start:([\\d.]+)"))
                .allMatch(seconds -> seconds < 8.0 / Timeline.FRAMES_PER_SECOND);
        Shot still = timeline.shots().get(2);
        List<Double> freezes = numbers(filtered("freezedetect=n=0.0005:d=0.3"), "freeze_start: ([\\d.]+)");
        assertThat(freezes)
                .isNotEmpty()
                .allMatch(seconds -> Math.abs(seconds - (double) still.start() / Timeline.FRAMES_PER_SECOND) < 0.1);
    }

    private static String filtered(String filter) {
        return Tools.ffmpeg("-hide_banner", "-i", film.toString(), "-vf", filter, "-f", "null", "-");
    }

    private static List<Double> numbers(String report, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(report);
        List<Double> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(Double.parseDouble(matcher.group(1)));
        }
        return found;
    }
}
