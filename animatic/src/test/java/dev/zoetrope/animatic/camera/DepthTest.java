package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A dark figure before a light wall, on which a bright lamp hangs far up: both can be found again in a frame.
class DepthTest {
    private static final FrameSize SIZE = new FrameSize(480, 270);
    private static final int FRAMES = 25;
    private static final double AMOUNT = 0.1;
    private static final double DEPTH = 0.5;

    private static Picture figure() {
        return drawn(g -> {
            g.setColor(new Color(30, 40, 60));
            g.fillOval(420, 160, 120, 120);
            g.fillRoundRect(400, 270, 160, 210, 60, 60);
        });
    }

    private static Picture drawn(Consumer<Graphics2D> foreground) {
        var image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(170, 165, 150));
        g.fillRect(0, 0, 960, 540);
        g.setColor(Color.WHITE);
        g.fillOval(700, 60, 60, 60);
        foreground.accept(g);
        g.dispose();
        return Scenes.picture(image);
    }

    private static Frame frame(Picture picture, Move.Kind kind, double depth, int number) {
        Move move = new Move(kind, AMOUNT, Move.Easing.LINEAR);
        var view = new Timeline.View.Panel(0, picture.bounds());
        Shot shot = new Shot(1, 0, FRAMES, view, move, Transition.CUT, List.of(), Life.NONE, 0, depth, "");
        Timeline timeline = new Timeline(Timeline.VERSION, SIZE, FRAMES, 3, List.of(shot), null);
        Frame frame = Frame.onHeap(SIZE);
        new Camera(Scenes.brief(picture, SIZE, FRAMES), timeline).shoot(number, frame);
        return frame;
    }

    /// Where the light or the dark is, and how much: x, y and weight.
    private static double[] spot(Frame frame, boolean isLight) {
        double[] sum = new double[3];
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int luma = frame.at(0, x, y);
                double weight = isLight ? Math.max(0, luma - 180) : Math.max(0, 110 - luma);
                sum[0] += weight * x;
                sum[1] += weight * y;
                sum[2] += weight;
            }
        }
        return new double[] {sum[0] / sum[2], sum[1] / sum[2], sum[2]};
    }

    @ParameterizedTest
    @CsvSource({"TRUCK_LEFT,0", "TRUCK_RIGHT,0", "CRANE_UP,1", "CRANE_DOWN,1", "TRACK,0"})
    void what_is_near_moves_more_than_what_is_far(Move.Kind kind, int axis) {
        Frame first = frame(figure(), kind, DEPTH, 0);
        Frame last = frame(figure(), kind, DEPTH, FRAMES - 1);
        double near = spot(last, false)[axis] - spot(first, false)[axis];
        double far = spot(last, true)[axis] - spot(first, true)[axis];
        assertThat(near * far).as("one way").isPositive();
        assertThat(Math.abs(near)).isGreaterThan(1.3 * Math.abs(far));
    }

    @Test
    void a_push_magnifies_what_is_near_more_than_what_is_far() {
        Frame first = frame(figure(), Move.Kind.PUSH_IN, DEPTH, 0);
        Frame last = frame(figure(), Move.Kind.PUSH_IN, DEPTH, FRAMES - 1);
        assertThat(spot(last, false)[2] / spot(first, false)[2]).isEqualTo(1.21, offset(0.03));
        double far = 1 / (1 - 0.5 * (1 - 1 / 1.1));
        assertThat(spot(last, true)[2] / spot(first, true)[2]).isEqualTo(far * far, offset(0.03));
    }

    @Test
    void a_dolly_zoom_keeps_the_figure_and_draws_the_wall_away() {
        Frame first = frame(figure(), Move.Kind.DOLLY_ZOOM, DEPTH, 0);
        Frame last = frame(figure(), Move.Kind.DOLLY_ZOOM, DEPTH, FRAMES - 1);
        for (int i = 0; i < 3; i++) {
            double before = spot(first, false)[i];
            assertThat(spot(last, false)[i]).isEqualTo(before, offset(0.005 * before));
        }
        assertThat(spot(first, true)[2] / spot(last, true)[2]).isEqualTo(1.21, offset(0.03));
    }

    @Test
    void an_orbit_sees_the_wall_pass_behind_the_figure() {
        Frame first = frame(figure(), Move.Kind.ORBIT, DEPTH, 0);
        Frame last = frame(figure(), Move.Kind.ORBIT, DEPTH, FRAMES - 1);
        Frame flatFirst = frame(figure(), Move.Kind.ORBIT, 0, 0);
        Frame flatLast = frame(figure(), Move.Kind.ORBIT, 0, FRAMES - 1);
        double passed = spot(last, true)[0] - spot(first, true)[0];
        double flat = spot(flatLast, true)[0] - spot(flatFirst, true)[0];
        assertThat(Math.abs(passed - flat)).isGreaterThan(SIZE.width() * AMOUNT * DEPTH * 0.7);
    }

    @ParameterizedTest
    @CsvSource({"PUSH_IN,0", "PULL_OUT,24", "TRUCK_LEFT,12"})
    void where_near_and_far_meet_it_is_the_picture_again(Move.Kind kind, int number) {
        Frame deep = frame(figure(), kind, DEPTH, number);
        Frame flat = frame(figure(), kind, 0, number);
        for (int plane = 0; plane < Frame.PLANES; plane++) {
            for (int y = 0; y < deep.height(plane); y++) {
                for (int x = 0; x < deep.width(plane); x++) {
                    assertThat(deep.at(plane, x, y)).isCloseTo(flat.at(plane, x, y), offset(2));
                }
            }
        }
    }

    @Test
    void nothing_is_seen_twice_or_torn_beside_the_figure() {
        // The wall is one grey: whatever else were seen, a ghost or a smear, would be of another.
        Frame last = frame(figure(), Move.Kind.TRUCK_LEFT, DEPTH, FRAMES - 1);
        double[] figure = spot(last, false);
        for (int y = 60; y < SIZE.height() - 4; y++) {
            for (int x = 2; x < SIZE.width(); x++) {
                boolean isBeside = Math.abs(x - figure[0]) > 50 && y > 70;
                if (isBeside) {
                    assertThat(last.at(0, x, y)).as("%s,%s", x, y).isCloseTo(last.at(0, 1, y), offset(3));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PUSH_IN", "TRUCK_LEFT", "CRANE_UP", "ORBIT", "DOLLY_ZOOM"})
    void a_picture_that_cannot_be_parted_is_filmed_flat(Move.Kind kind) {
        var random = new SplittableRandom(5);
        Picture scribble = drawn(g -> {
            g.setColor(Color.BLACK);
            for (int i = 0; i < 120; i++) {
                g.drawLine(random.nextInt(960), random.nextInt(540), random.nextInt(960), random.nextInt(540));
            }
        });
        byte[] deep = frame(scribble, kind, DEPTH, 5).planes()[0].array();
        assertThat(deep).isEqualTo(frame(scribble, kind, 0, 5).planes()[0].array());
    }

    @Test
    void what_hangs_in_the_sky_is_not_near() {
        Picture moon = drawn(g -> {});
        assertThat(Cutout.of(Upright.of(moon, moon.bounds()))).isEmpty();
    }

    @Test
    void a_figure_is_found_where_it_stands() {
        Picture picture = figure();
        Cutout cutout = Cutout.of(Upright.of(picture, picture.bounds())).orElseThrow();
        assertThat(cutout.at(0.5, 0.4)).isEqualTo(1);
        assertThat(cutout.at(0.5, 0.8)).isEqualTo(1);
        assertThat(cutout.at(0.2, 0.6)).isZero();
        assertThat(cutout.at(0.76, 0.16)).as("the lamp").isZero();
    }
}
