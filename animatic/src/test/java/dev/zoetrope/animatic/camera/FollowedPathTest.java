package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.media.Mp4Writer;
import dev.zoetrope.animatic.media.Tracks;
import dev.zoetrope.animatic.media.VideoReader;
import dev.zoetrope.animatic.motion.MotionReader;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedPathTest {
    private static final int FRAMES = 61;

    private static final FrameSize SIZE = new FrameSize(480, 270);

    private static Move move(double far, double scale, double roll) {
        List<Move.Key> keys = IntStream.range(0, FRAMES)
                .mapToObj(i -> {
                    double t = (double) i / (FRAMES - 1);
                    return new Move.Key(
                            t,
                            new Pose(
                                    far * t * t * (3 - 2 * t),
                                    far / 3 * Math.sin(4 * t),
                                    Math.pow(scale, t),
                                    roll * Math.sin(5 * t)));
                })
                .toList();
        return new Move(Move.Kind.PATH, 1, Move.Easing.LINEAR, keys);
    }

    @Test
    void no_way_leads_out_of_the_picture() {
        for (double far : new double[] {0, 0.1, 0.7, 5}) {
            for (double scale : new double[] {0.3, 0.8, 1, 1.4, 9}) {
                for (double roll : new double[] {0, 4, 40}) {
                    check(move(far, scale, roll), 480, 270, 16 / 9.0);
                    check(move(-far, scale, -roll), 270, 480, 16 / 9.0);
                    check(move(far, scale, roll), 800, 200, 9 / 16.0);
                }
            }
        }
    }

    private static void check(Move move, double wide, double high, double ratio) {
        var path = new CameraPath(move, new Ground(wide, high), ratio, new CameraPath.Span(97, 1));
        double cover = Math.min(wide, high * ratio);
        for (int frame = 0; frame < 97; frame++) {
            Window window = path.at(frame);
            assertThat(window.width()).isBetween(0.39 * cover, cover + 1e-6);
            double cos = Math.abs(Math.cos(window.roll())) * window.width() / 2;
            double sin = Math.abs(Math.sin(window.roll())) * window.width() / 2;
            double slip = 1e-3 * cover; // between the poses at which it is looked
            assertThat(window.x() - cos - sin / ratio).isGreaterThan(-slip);
            assertThat(window.x() + cos + sin / ratio).isLessThan(wide + slip);
            assertThat(window.y() - sin - cos / ratio).isGreaterThan(-slip);
            assertThat(window.y() + sin + cos / ratio).isLessThan(high + slip);
        }
    }

    @Test
    void a_way_nearer_begins_on_the_whole_picture() {
        var path = new CameraPath(move(0, 1.3, 0), new Ground(480, 270), 16 / 9.0, new CameraPath.Span(FRAMES, 1));
        assertThat(path.at(0).width()).isCloseTo(480, offset(1e-6));
        assertThat(path.at(FRAMES - 1).width()).isCloseTo(480 / 1.3, offset(1e-6));
    }

    @Test
    void what_was_filmed_along_a_way_shows_that_way_again(@TempDir Path folder) throws Exception {
        Move move = move(0.25, 1.15, 2);
        Path file = film(move, folder.resolve("way.mp4"));
        List<Pose> found;
        try (VideoReader video = VideoReader.open(file)) {
            List<List<Pose>> stretches = MotionReader.read(video, () -> false);
            assertThat(stretches).hasSize(1);
            found = stretches.getFirst();
        }
        for (ToDoubleFunction<Pose> part : List.<ToDoubleFunction<Pose>>of(Pose::x, Pose::y, Pose::scale, Pose::roll)) {
            for (int i = 0; i < FRAMES; i++) {
                double wanted = part.applyAsDouble(move.path().get(i).pose());
                double near = part.applyAsDouble(new Pose(0, 0, 0, 1)) > 0 ? 0.1 : 0.004;
                assertThat(part.applyAsDouble(found.get(i))).as("frame " + i).isCloseTo(wanted, offset(near));
            }
        }
    }

    private static Path film(Move move, Path file) throws InterruptedException {
        Picture ground = noise(1200, 800);
        var shot = new Shot(1, 0, FRAMES, new View.Panel(0, Quad.rectangle(0, 0, 1200, 800)), move, Transition.CUT, "");
        var timeline = new Timeline(1, SIZE, FRAMES, 3, List.of(shot), null).with(Extras.NONE);
        Brief brief = Scenes.brief(ground, SIZE, FRAMES);
        var camera = new Camera(brief, timeline);
        try (var writer = new Mp4Writer(file, SIZE, FRAMES, Tracks.PICTURE, () -> false)) {
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = writer.next();
                camera.shoot(i, frame);
                writer.write(frame);
            }
            writer.finish();
        }
        return file;
    }

    /// Patches of many sizes.
    private static Picture noise(int width, int height) {
        var random = new SplittableRandom(9);
        int[] pixels = new int[width * height];
        for (int i = 0; i < 900; i++) {
            int side = 6 + random.nextInt(1 + random.nextInt(120));
            int left = random.nextInt(width);
            int top = random.nextInt(height);
            int colour = random.nextInt(0x1000000);
            for (int y = top; y < Math.min(height, top + side); y++) {
                for (int x = left; x < Math.min(width, left + side); x++) {
                    pixels[y * width + x] = colour;
                }
            }
        }
        return new Picture(width, height, pixels);
    }
}
