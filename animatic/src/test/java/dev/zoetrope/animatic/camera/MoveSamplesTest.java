package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline.Move;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A film of three seconds for each move: does it go where and as far as its name promises?
class MoveSamplesTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int FRAMES = 72;
    private static final double AMOUNT = 0.12;

    /// Two dots, left and right of the middle, on white.
    private static Picture dots() {
        var image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 1280, 720);
        g.setColor(Color.BLACK);
        g.fill(new Ellipse2D.Double(480 - 30, 360 - 30, 60, 60));
        g.fill(new Ellipse2D.Double(800 - 30, 360 - 30, 60, 60));
        g.dispose();
        return Scenes.picture(image);
    }

    /// What is seen of the dots in a frame: the place between them in shares of the frame, how far they are from each
    /// other, where on the picture it is 1, and how much larger the right one is.
    private record Seen(double x, double y, double scale, double rightLarger) {
        static Seen in(Frame frame) {
            double[][] sums = new double[2][3];
            double split = split(frame);
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    double dark = Math.max(0, 200 - frame.at(0, x, y));
                    double[] sum = sums[x < split ? 0 : 1];
                    sum[0] += dark * (x + 0.5);
                    sum[1] += dark * (y + 0.5);
                    sum[2] += dark;
                }
            }
            double left = sums[0][0] / sums[0][2];
            double right = sums[1][0] / sums[1][2];
            double high = (sums[0][1] / sums[0][2] + sums[1][1] / sums[1][2]) / 2;
            return new Seen(
                    (left + right) / 2 / SIZE.width(),
                    high / SIZE.height(),
                    (right - left) / SIZE.width() / 0.25,
                    sums[1][2] / sums[0][2]);
        }

        /// The middle of all that is dark, which is between the dots.
        private static double split(Frame frame) {
            int y = SIZE.height() / 2;
            int first = SIZE.width();
            int last = 0;
            for (int row = y - 30; row <= y + 30; row += 2) {
                for (int x = 0; x < SIZE.width(); x++) {
                    if (frame.at(0, x, row) < 100) {
                        first = Math.min(first, x);
                        last = Math.max(last, x);
                    }
                }
            }
            return (first + last) / 2.0;
        }
    }

    private static Seen[] film(Move.Kind kind) {
        Picture dots = dots();
        var camera = new Camera(
                Scenes.brief(dots, SIZE, FRAMES),
                Scenes.still(SIZE, FRAMES, dots, new Move(kind, AMOUNT, Move.Easing.EASE_IN_OUT)));
        Frame frame = Frame.onHeap(SIZE);
        Seen[] film = new Seen[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            camera.shoot(i, frame);
            film[i] = Seen.in(frame);
        }
        return film;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PATH")
    void a_move_goes_where_and_as_far_as_it_says(Move.Kind kind) {
        Seen[] film = film(kind);
        Seen first = film[0];
        Seen middle = film[FRAMES / 2];
        Seen last = film[FRAMES - 1];
        // How far the dots travel right and down, as shares of the frame, and how much larger they become.
        double across = last.x - first.x;
        double down = last.y - first.y;
        double growth = last.scale / first.scale;
        switch (kind) {
            case PATH -> throw new IllegalArgumentException("a path goes where its points are, which are tested apart");
            case STATIC -> assertTravel(film, 0, 0, 1);
            case PUSH_IN -> {
                assertThat(first.scale).as("begins on the whole picture").isEqualTo(1, offset(0.005));
                assertTravel(film, 0, 0, 1 + AMOUNT);
            }
            case PULL_OUT -> {
                assertThat(last.scale).as("ends on the whole picture").isEqualTo(1, offset(0.005));
                assertTravel(film, 0, 0, 1 / (1 + AMOUNT));
            }
            case PAN_LEFT -> assertTravel(film, AMOUNT, 0, 1);
            case PAN_RIGHT -> assertTravel(film, -AMOUNT, 0, 1);
            case TILT_UP -> assertTravel(film, 0, AMOUNT, 1);
            case TILT_DOWN -> assertTravel(film, 0, -AMOUNT, 1);
            case TRUCK_LEFT -> assertTravel(film, AMOUNT, 0, 1 + AMOUNT / 4);
            case TRUCK_RIGHT -> assertTravel(film, -AMOUNT, 0, 1 + AMOUNT / 4);
            case CRANE_UP -> assertTravel(film, 0, AMOUNT, 1 / (1 + AMOUNT / 3));
            case CRANE_DOWN -> assertTravel(film, 0, -AMOUNT, 1 + AMOUNT / 3);
            case TRACK -> assertTravel(film, -AMOUNT / 2, 0, 1 + AMOUNT / 2);
            case ORBIT -> {
                assertTravel(film, 0, 0, 1);
                assertThat(first.rightLarger).as("from the right side").isGreaterThan(1.05);
                assertThat(middle.rightLarger).as("past the front").isEqualTo(1, offset(0.03));
                assertThat(last.rightLarger).as("to the left").isLessThan(0.95);
            }
            case HANDHELD -> {
                double far = Arrays.stream(film)
                        .mapToDouble(seen -> Math.abs(seen.x - 0.5))
                        .max()
                        .orElseThrow();
                assertThat(far).as("sways").isBetween(AMOUNT / 16, AMOUNT * 0.6);
                assertThat(growth).isEqualTo(1, offset(0.01));
            }
            case SHAKE -> {
                double early = span(film, 0, 24);
                assertThat(early).as("shakes").isGreaterThan(AMOUNT / 4);
                assertThat(span(film, 60, FRAMES)).as("and dies away").isLessThan(early / 4);
            }
            case WHIP_LEFT, WHIP_RIGHT -> {
                double sign = kind == Move.Kind.WHIP_LEFT ? 1 : -1;
                assertThat(sign * across).isEqualTo(AMOUNT, offset(AMOUNT * 0.05));
                assertThat(sign * (film[42].x - film[30].x))
                        .as("in half a second")
                        .isGreaterThan(AMOUNT * 0.95);
            }
            case DOLLY_ZOOM -> {
                assertThat(down).isEqualTo(0, offset(0.005));
                assertThat(growth)
                        .as("what stands off the heart draws away, but little")
                        .isBetween(0.9, 1.02);
            }
        }
    }

    /// In the end, and half of the way in the middle.
    private static void assertTravel(Seen[] film, double across, double down, double growth) {
        Seen first = film[0];
        Seen last = film[FRAMES - 1];
        Seen middle = film[FRAMES / 2];
        assertThat(last.x - first.x).as("right").isEqualTo(across, offset(AMOUNT * 0.08));
        assertThat(last.y - first.y).as("down").isEqualTo(down, offset(AMOUNT * 0.08));
        assertThat(last.scale / first.scale).as("larger").isEqualTo(growth, offset(AMOUNT * 0.08));
        assertThat(middle.x - first.x).as("half way right").isEqualTo(across / 2, offset(AMOUNT * 0.08));
        assertThat(middle.y - first.y).as("half way down").isEqualTo(down / 2, offset(AMOUNT * 0.08));
    }

    private static double span(Seen[] film, int from, int to) {
        double least = Arrays.stream(film, from, to).mapToDouble(Seen::x).min().orElseThrow();
        double most = Arrays.stream(film, from, to).mapToDouble(Seen::x).max().orElseThrow();
        return most - least;
    }
}
