package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Quad.Point;
import dev.zoetrope.animatic.Timeline.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CameraPathTest {
    private static final int FRAMES = 73;
    private static final double[][] PANELS = {{480, 270}, {1000, 270}, {270, 480}, {640, 640}};
    private static final double[] RATIOS = {864.0 / 496, 1, 496.0 / 864, 1470.0 / 630};

    private static CameraPath path(Move.Kind kind, double amount, Move.Easing easing, double[] panel, double ratio) {
        return new CameraPath(
                new Move(kind, amount, easing), new Ground(panel[0], panel[1]), ratio, new CameraPath.Span(FRAMES, 5));
    }

    @ParameterizedTest
    @EnumSource
    void the_frame_never_leaves_the_panel(Move.Kind kind) {
        for (double[] panel : PANELS) {
            for (double ratio : RATIOS) {
                for (double amount : new double[] {0, 0.03, 0.1, 0.25}) {
                    CameraPath path = path(kind, amount, Move.Easing.EASE_IN_OUT, panel, ratio);
                    for (int frame = 0; frame < FRAMES; frame++) {
                        assertInside(path.at(frame), panel, ratio, kind + " by " + amount + " at " + frame);
                    }
                }
            }
        }
    }

    /// All four corners, rolled and turned as the camera does it.
    private static void assertInside(Window window, double[] panel, double ratio, String what) {
        double distance = Window.DISTANCE * window.width();
        for (double right : new double[] {-window.width() / 2, window.width() / 2}) {
            for (double down : new double[] {-window.width() / ratio / 2, window.width() / ratio / 2}) {
                double x = right * distance / (distance * Math.cos(window.turn()) - right * Math.sin(window.turn()));
                double y = down * (distance + x * Math.sin(window.turn())) / distance;
                double rolledX = Math.cos(window.roll()) * x - Math.sin(window.roll()) * y;
                double rolledY = Math.sin(window.roll()) * x + Math.cos(window.roll()) * y;
                assertThat(window.x() + rolledX).as(what).isBetween(-1e-6, panel[0] + 1e-6);
                assertThat(window.y() + rolledY).as(what).isBetween(-1e-6, panel[1] + 1e-6);
            }
        }
    }

    @Test
    void a_push_in_starts_and_a_pull_out_ends_on_the_whole_picture() {
        Window whole = new Window(240, 135, 270 * RATIOS[1], 0, 0);
        for (Move.Easing easing : Move.Easing.values()) {
            assertThat(path(Move.Kind.PUSH_IN, 0.2, easing, PANELS[0], 1).at(0)).isEqualTo(whole);
            assertThat(path(Move.Kind.PULL_OUT, 0.2, easing, PANELS[0], 1).at(FRAMES - 1))
                    .isEqualTo(whole);
        }
    }

    @Test
    void a_push_in_leaves_its_subject_where_it_is_in_the_frame() {
        var ground = new Ground(864, 496, 432, 248, new Point(600, 200));
        var path = new CameraPath(
                new Move(Move.Kind.PUSH_IN, 0.2, Move.Easing.LINEAR),
                ground,
                RATIOS[0],
                new CameraPath.Span(FRAMES, 5));
        Window first = path.at(0);
        assertThat(first).isEqualTo(new Window(432, 248, 864, 0, 0));
        for (int frame = 0; frame < FRAMES; frame++) {
            Window window = path.at(frame);
            assertThat((600 - window.x()) / window.width()).isCloseTo((600 - 432) / 864.0, offset(1e-9));
            assertThat((200 - window.y()) / window.width()).isCloseTo((200 - 248) / 864.0, offset(1e-9));
        }
    }

    @Test
    void a_push_in_ends_nearer_by_the_amount() {
        Window end = path(Move.Kind.PUSH_IN, 0.25, Move.Easing.LINEAR, PANELS[0], RATIOS[0])
                .at(FRAMES - 1);
        Window start = path(Move.Kind.PUSH_IN, 0.25, Move.Easing.LINEAR, PANELS[0], RATIOS[0])
                .at(0);
        assertThat(start.width() / end.width()).isCloseTo(1.25, offset(1e-9));
    }

    @Test
    void a_pan_uses_the_room_a_wide_panel_has_before_it_goes_nearer() {
        Window wide = path(Move.Kind.PAN_RIGHT, 0.2, Move.Easing.LINEAR, PANELS[1], RATIOS[0])
                .at(0);
        assertThat(wide.width()).isEqualTo(270 * RATIOS[0]);
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HANDHELD", "SHAKE"})
    void a_move_rests_at_both_ends_and_never_steps_back(Move.Kind kind) {
        CameraPath path = path(kind, 0.2, Move.Easing.EASE_IN_OUT, PANELS[3], RATIOS[0]);
        Window first = path.at(0);
        Window last = path.at(FRAMES - 1);
        double whole = way(first, last);
        double before = 0;
        double fastest = 0;
        for (int frame = 1; frame < FRAMES; frame++) {
            double gone = way(first, path.at(frame));
            assertThat(gone).as("%s at %s", kind, frame).isGreaterThanOrEqualTo(before - 1e-9);
            fastest = Math.max(fastest, gone - before);
            before = gone;
        }
        assertThat(way(first, path.at(1))).as("first step").isLessThanOrEqualTo(fastest / 4 + 1e-9);
        assertThat(whole - way(first, path.at(FRAMES - 2))).as("last step").isLessThanOrEqualTo(fastest / 4 + 1e-9);
    }

    private static double way(Window from, Window to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y())
                + Math.abs(to.width() - from.width())
                + 100 * Math.abs(to.turn() - from.turn());
    }

    @Test
    void a_dolly_zoom_keeps_the_middle_as_large_as_it_is_and_ends_on_the_whole_picture() {
        CameraPath path = path(Move.Kind.DOLLY_ZOOM, 0.2, Move.Easing.LINEAR, PANELS[0], RATIOS[0]);
        double atFirst = path.at(0).width();
        for (int frame = 0; frame < FRAMES; frame++) {
            Window window = path.at(frame);
            assertThat(window.width() * (1 - window.bulge())).isCloseTo(atFirst, offset(1e-9));
        }
        assertThat(path.at(FRAMES - 1).width() / atFirst).isCloseTo(1.2, offset(1e-9));
    }

    @Test
    void a_dolly_zoom_leaves_its_subject_where_it_is_in_the_frame() {
        var ground = new Ground(864, 496, 432, 248, new Point(600, 200));
        var move = new Move(Move.Kind.DOLLY_ZOOM, 0.2, Move.Easing.LINEAR);
        var path = new CameraPath(move, ground, RATIOS[0], new CameraPath.Span(FRAMES, 5));
        for (int frame = 0; frame < FRAMES; frame++) {
            Window window = path.at(frame);
            assertThat(window.x() + window.heart().x() * window.width() / 2).isCloseTo(600, offset(1e-9));
            assertThat(window.y() + window.heart().y() * window.width() / RATIOS[0] / 2)
                    .isCloseTo(200, offset(1e-9));
        }
    }

    @Test
    void a_freeze_runs_for_two_thirds_and_then_stands() {
        CameraPath path = path(Move.Kind.PAN_RIGHT, 0.2, Move.Easing.FREEZE, PANELS[0], RATIOS[0]);
        assertThat(path.at(47)).isNotEqualTo(path.at(48));
        for (int frame = 49; frame < FRAMES; frame++) {
            assertThat(path.at(frame)).isEqualTo(path.at(48));
            assertThat(path.seconds(frame)).isEqualTo(2);
        }
    }

    @Test
    void slow_motion_slows_the_hand_and_what_lives() {
        CameraPath slow = path(Move.Kind.HANDHELD, 0.1, Move.Easing.SLOW_MOTION, PANELS[0], RATIOS[0]);
        CameraPath even = path(Move.Kind.HANDHELD, 0.1, Move.Easing.LINEAR, PANELS[0], RATIOS[0]);
        assertThat(slow.seconds(60)).isCloseTo(1, offset(1e-9));
        assertThat(slow.at(60)).isEqualTo(even.at(24));
    }

    @ParameterizedTest
    @EnumSource
    void a_crop_stays_with_its_subject_and_inside_the_panel(Move.Kind kind) {
        for (double ratio : RATIOS) {
            var ground = new Ground(1000, 500, 900, 60, new Point(900, 60));
            var path = new CameraPath(
                    new Move(kind, 0.1, Move.Easing.EASE_IN_OUT), ground, ratio, new CameraPath.Span(FRAMES, 5));
            for (int frame = 0; frame < FRAMES; frame++) {
                assertInside(path.at(frame), new double[] {1000, 500}, ratio, kind + " at " + frame);
            }
            assertThat(path.at(FRAMES / 2).x()).as(kind + " at " + ratio).isGreaterThanOrEqualTo(480);
        }
    }

    private static CameraPath about(Point subject) {
        var ground = new Ground(864, 496, 432, 248, subject);
        var move = new Move(Move.Kind.PUSH_IN, 0.1, Move.Easing.LINEAR);
        return new CameraPath(move, ground, RATIOS[0], new CameraPath.Span(FRAMES, 5));
    }

    @Test
    void a_cut_on_the_subject_begins_with_it_in_the_given_place() {
        Window first =
                about(new Point(490, 250)).matching(new Point(-0.02, 0.01)).at(0);
        assertThat((490 - first.x()) / first.width()).isCloseTo(-0.02, offset(1e-9));
        assertThat((250 - first.y()) / (first.width() / RATIOS[0])).isCloseTo(0.01, offset(1e-9));
        CameraPath far = about(new Point(800, 20)).matching(new Point(-0.4, 0.4));
        for (int frame = 0; frame < FRAMES; frame++) {
            assertInside(far.at(frame), new double[] {864, 496}, RATIOS[0], "far at " + frame);
        }
    }

    @Test
    void a_shake_dies_away() {
        CameraPath path = path(Move.Kind.SHAKE, 0.1, Move.Easing.LINEAR, PANELS[0], RATIOS[0]);
        assertThat(farthest(path, 48, 72)).isPositive().isLessThan(0.35 * farthest(path, 0, 24));
    }

    private static double farthest(CameraPath path, int from, int to) {
        double most = 0;
        for (int frame = from; frame < to; frame++) {
            most = Math.max(
                    most, Math.hypot(path.at(frame).x() - 240, path.at(frame).y() - 135));
        }
        return most;
    }
}
