package dev.zoetrope.animatic.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.media.Tools;
import dev.zoetrope.animatic.media.VideoReader;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionReaderTest {
    private static final int FRAMES = 49;

    @TempDir
    Path folder;

    private static List<List<Pose>> motion(Path file) throws IOException {
        try (VideoReader video = VideoReader.open(file)) {
            return MotionReader.read(video, () -> false);
        }
    }

    private static double time(int frame) {
        return (double) frame / (FRAMES - 1);
    }

    private static Pose everything(int frame) {
        double way = time(frame);
        double eased = way * way * (3 - 2 * way);
        return new Pose(
                0.5 * eased,
                0.15 * Math.sin(3 * way),
                1 + 0.35 * way * way + 0.05 * Math.sin(9 * way),
                6 * eased - way);
    }

    private static Pose handheld(int frame) {
        double t = frame / 24.0;
        return new Pose(
                0.02 * Math.sin(2.1 * t) + 0.008 * Math.sin(9 * t),
                0.015 * Math.sin(2.9 * t + 1) + 0.005 * Math.sin(13 * t) - 0.015 * Math.sin(1),
                1 + 0.01 * Math.sin(1.7 * t),
                0.6 * Math.sin(2.4 * t));
    }

    private static Pose whip(int frame) {
        double way = Math.clamp((frame - 20) / 10.0, 0, 1);
        return new Pose(0.9 * way * way * (3 - 2 * way), 0, 1, 0);
    }

    @Test
    void a_way_across_nearer_and_rolling_is_found() throws Exception {
        follows(
                motion(Shooting.film(folder.resolve("a.mp4"), FRAMES, MotionReaderTest::everything)),
                MotionReaderTest::everything);
    }

    @Test
    void a_hand_is_followed() throws Exception {
        follows(
                motion(Shooting.film(folder.resolve("h.mp4"), FRAMES, MotionReaderTest::handheld)),
                MotionReaderTest::handheld);
    }

    @Test
    void a_whip_is_one_stretch() throws Exception {
        follows(motion(Shooting.film(folder.resolve("w.mp4"), FRAMES, MotionReaderTest::whip)), MotionReaderTest::whip);
    }

    @Test
    void somebody_who_walks_through_is_not_the_camera() throws Exception {
        Path file = Shooting.film(
                folder.resolve("f.mp4"),
                FRAMES,
                i -> new Shooting.Scene(4, MotionReaderTest::everything),
                i -> new Rectangle2D.Double(6.0 * i - 60, 60, 110, 210));
        follows(motion(file), MotionReaderTest::everything);
    }

    @Test
    void a_camera_that_stands_stands() throws Exception {
        List<List<Pose>> found = motion(Shooting.film(folder.resolve("s.mp4"), 30, i -> Pose.START));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).hasSize(30).allSatisfy(pose -> {
            assertThat(pose.x()).isCloseTo(0, within(2e-4));
            assertThat(pose.y()).isCloseTo(0, within(2e-4));
            assertThat(pose.scale()).isCloseTo(1, within(2e-4));
            assertThat(pose.roll()).isCloseTo(0, within(0.02));
        });
    }

    @Test
    void a_cut_begins_a_new_stretch() throws Exception {
        Path file = Shooting.film(
                folder.resolve("c.mp4"),
                60,
                i -> new Shooting.Scene(i < 30 ? 1 : 2, n -> new Pose(n < 30 ? n * 0.004 : 0, 0, 1, 0)),
                null);
        List<List<Pose>> found = motion(file);
        assertThat(found).extracting(List::size).containsExactly(30, 30);
        assertThat(found.getFirst().getLast().x()).isCloseTo(29 * 0.004, within(0.002));
        assertThat(found.getLast().getLast().x()).isCloseTo(0, within(0.002));
    }

    @Test
    void fewer_pictures_than_frames_and_another_rate_are_evened_out() throws Exception {
        Path whole = Shooting.film(folder.resolve("e.mp4"), FRAMES, i -> new Pose(0.006 * i, 0, 1, 0));
        Path doubled = folder.resolve("doubled.mp4");
        Tools.ffmpeg("-y", "-i", whole.toString(), "-vf", "fps=12:round=up,fps=30", doubled.toString());
        List<Pose> poses = motion(doubled).getFirst();
        for (int i = 6; i < 40; i++) {
            assertThat(poses.get(i).x() - poses.get(i - 1).x()).isCloseTo(0.006, within(0.002));
        }
    }

    @Test
    void the_same_file_gives_the_same_numbers() throws Exception {
        Path file = Shooting.film(folder.resolve("a.mp4"), 30, MotionReaderTest::everything);
        assertThat(motion(file)).isEqualTo(motion(file));
    }

    @Test
    void a_cancel_is_heard_at_the_next_frame() throws Exception {
        Path file = Shooting.film(folder.resolve("a.mp4"), 30, MotionReaderTest::everything);
        var asked = new AtomicInteger();
        try (VideoReader video = VideoReader.open(file)) {
            assertThatThrownBy(() -> MotionReader.read(video, () -> asked.incrementAndGet() == 3))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(asked).hasValue(3);
    }

    private static void follows(List<List<Pose>> found, IntFunction<Pose> path) {
        assertThat(found).hasSize(1);
        List<Pose> poses = found.getFirst();
        assertThat(poses).hasSize(FRAMES);
        Pose first = path.apply(0);
        IntFunction<Pose> wanted = i -> path.apply(i).from(first, 16.0 / 9);
        for (int i = 0; i < FRAMES; i++) {
            assertThat(poses.get(i).scale() / wanted.apply(i).scale())
                    .as("scale at " + i)
                    .isCloseTo(1, within(0.01));
        }
        for (ToDoubleFunction<Pose> part : List.<ToDoubleFunction<Pose>>of(Pose::x, Pose::y, Pose::scale, Pose::roll)) {
            double[] truth = new double[FRAMES];
            double[] seen = new double[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                truth[i] = part.applyAsDouble(wanted.apply(i));
                seen[i] = part.applyAsDouble(poses.get(i));
            }
            double varies = deviation(truth);
            if (varies > 1e-9) {
                assertThat(covariance(truth, seen) / varies / deviation(seen)).isGreaterThan(0.99);
            }
        }
    }

    private static double deviation(double[] values) {
        return Math.sqrt(covariance(values, values));
    }

    private static double covariance(double[] one, double[] other) {
        double meanOne = java.util.Arrays.stream(one).average().orElseThrow();
        double meanOther = java.util.Arrays.stream(other).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - meanOne) * (other[i] - meanOther);
        }
        return sum / one.length;
    }
}
