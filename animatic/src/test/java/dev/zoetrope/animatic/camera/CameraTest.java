package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CameraTest {
    private static final FrameSize SIZE = new FrameSize(432, 248);
    private static final int FRAMES = 72;

    /// A slow move, where the rounding of a crop window to whole pixels would show most.
    private static final double AMOUNT = 0.04;

    /// The dot's distance from the path of a smooth move, in pixels, that still counts as smooth (zoompan:
    /// 0.39).
    private static final double SMOOTH = 0.02;

    @ParameterizedTest
    @EnumSource(
            value = Move.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STATIC", "HANDHELD", "SHAKE", "WHIP_LEFT", "WHIP_RIGHT"})
    void a_slow_move_never_jerks(Move.Kind kind) {
        double[][] path = path(new Move(kind, AMOUNT, Move.Easing.LINEAR));
        for (int axis = 0; axis < 2; axis++) {
            double[] along = path[axis];
            assertThat(residual(along))
                    .as("%s off its path on axis %s", kind, axis)
                    .isLessThan(SMOOTH);
            assertThat(backwardSteps(along))
                    .as("%s goes back on axis %s", kind, axis)
                    .isZero();
        }
    }

    @Test
    void a_static_shot_stands() {
        double[][] path = path(new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR));
        assertThat(path[0][FRAMES - 1]).isEqualTo(path[0][0]);
        assertThat(path[1][FRAMES - 1]).isEqualTo(path[1][0]);
    }

    @Test
    void a_pan_left_slides_the_picture_right_and_a_tilt_up_down() {
        double[] x = path(new Move(Move.Kind.PAN_LEFT, AMOUNT, Move.Easing.EASE_IN_OUT))[0];
        assertThat(x[FRAMES - 1] - x[0]).isGreaterThan(SIZE.width() * AMOUNT * 0.5);
        double[] y = path(new Move(Move.Kind.TILT_UP, AMOUNT, Move.Easing.EASE_IN_OUT))[1];
        assertThat(y[FRAMES - 1] - y[0]).isGreaterThan(SIZE.height() * AMOUNT * 0.5);
    }

    @Test
    void nothing_beside_the_panel_is_ever_seen() {
        // The sheet's paper is magenta, which is in no panel: high in both chroma planes.
        Timeline timeline = Scenes.nine(SIZE, 216, null);
        var camera = new Camera(Scenes.brief(Scenes.sheet(), SIZE, 216), timeline);
        Frame frame = Frame.onHeap(SIZE);
        for (int number = 0; number < timeline.frames(); number += 3) {
            camera.shoot(number, frame);
            int magenta = 0;
            for (int y = 0; y < frame.height(1); y++) {
                for (int x = 0; x < frame.width(1); x++) {
                    magenta += frame.at(1, x, y) > 185 && frame.at(2, x, y) > 200 ? 1 : 0;
                }
            }
            assertThat(magenta).as("magenta samples in frame %s", number).isZero();
        }
    }

    /// Where the dot of a chart is seen in each frame: x and y of its centre of darkness.
    private static double[][] path(Move move) {
        Picture chart = chart();
        var camera = new Camera(Scenes.brief(chart, SIZE, FRAMES), Scenes.still(SIZE, FRAMES, chart, move));
        Frame frame = Frame.onHeap(SIZE);
        double[][] path = new double[2][FRAMES];
        for (int number = 0; number < FRAMES; number++) {
            camera.shoot(number, frame);
            double mass = 0;
            for (int y = 0; y < SIZE.height(); y++) {
                for (int x = 0; x < SIZE.width(); x++) {
                    double dark = Math.max(0, 220 - frame.at(0, x, y));
                    mass += dark;
                    path[0][number] += dark * x;
                    path[1][number] += dark * y;
                }
            }
            path[0][number] /= mass;
            path[1][number] /= mass;
        }
        return path;
    }

    private static Picture chart() {
        var image = new BufferedImage(1296, 744, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.fill(new Ellipse2D.Double(400, 240, 60, 60));
        graphics.dispose();
        return Scenes.picture(image);
    }

    /// Root mean square of the distance to the best parabola: a linear move is a line for a pan, and nearly
    /// one, slightly bent, for a zoom.
    private static double residual(double[] values) {
        double sum = 0;
        // A third difference is zero for a parabola; for independent errors of spread s its spread is s *
        // sqrt(20).
        for (int i = 3; i < values.length; i++) {
            double third = values[i] - 3 * values[i - 1] + 3 * values[i - 2] - values[i - 3];
            sum += third * third;
        }
        return Math.sqrt(sum / (values.length - 3) / 20);
    }

    /// Steps against the direction of the whole move; none are counted where it does not move.
    private static int backwardSteps(double[] values) {
        double whole = values[values.length - 1] - values[0];
        int count = 0;
        for (int i = 1; i < values.length && Math.abs(whole) > 0.5; i++) {
            count += (values[i] - values[i - 1]) * whole < 0 ? 1 : 0;
        }
        return count;
    }
}
