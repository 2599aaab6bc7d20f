package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A wall with a window and a floor, before which a dark ball lies in two places.
class MorphTest {
    private static final FrameSize SIZE = new FrameSize(480, 270);
    private static final int FRAMES = 48;
    private static final int JOIN = 23;

    private static Picture room(int ball) {
        var image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(190, 185, 170));
        g.fillRect(0, 0, 960, 540);
        g.setColor(new Color(140, 120, 100));
        g.fillRect(0, 400, 960, 140);
        g.setColor(new Color(230, 235, 240));
        g.fillRect(80, 60, 160, 160);
        g.setColor(new Color(150, 150, 160));
        g.fillRect(740, 110, 120, 300);
        g.setColor(new Color(20, 20, 30));
        g.fillOval(ball - 50, 340, 100, 100);
        g.dispose();
        return Scenes.picture(image);
    }

    private static Camera camera(Picture before, Picture after, Transition.Kind kind) {
        var still = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);
        List<Shot> shots = List.of(
                new Shot(1, 0, FRAMES, new View.Panel(0, before.bounds()), still, Transition.CUT, ""),
                new Shot(2, FRAMES, FRAMES, new View.Panel(1, after.bounds()), still, new Transition(kind, JOIN), ""));
        var references = List.of(
                new Brief.Reference(Brief.Role.REFERENCE, before, Sheet.whole(before)),
                new Brief.Reference(Brief.Role.REFERENCE, after, Sheet.whole(after)));
        return new Camera(
                new Brief("", references, SIZE, 2 * FRAMES, 1, false),
                new Timeline(Timeline.VERSION, SIZE, 2 * FRAMES, 1, shots, null));
    }

    private static Frame frame(Camera camera, int number) {
        Frame frame = Frame.onHeap(SIZE);
        camera.shoot(number, frame);
        return frame;
    }

    /// Where the ball is, and how dark it is in all.
    private static double[] ball(Frame frame) {
        double mass = 0;
        double moment = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double dark = Math.max(0, 85 - frame.at(0, x, y));
                mass += dark;
                moment += dark * x;
            }
        }
        return new double[] {moment / mass, mass};
    }

    @ParameterizedTest
    @CsvSource({"440,500", "520,460"})
    void what_moved_between_two_pictures_of_a_set_up_travels(int from, int to) {
        Camera camera = camera(room(from), room(to), Transition.Kind.MORPH);
        double[] first = ball(frame(camera, FRAMES - 1));
        double[] middle = ball(frame(camera, FRAMES + JOIN / 2));
        double[] last = ball(frame(camera, FRAMES + JOIN));
        assertThat(first[0]).isEqualTo(from / 2.0, offset(1.0));
        assertThat(last[0]).isEqualTo(to / 2.0, offset(1.0));
        assertThat(middle[0]).isEqualTo((from + to) / 4.0, offset(2.5));
        // One ball, not two half ones.
        assertThat(middle[1]).isGreaterThan(0.8 * first[1]);
        double[] dissolved = ball(frame(camera(room(from), room(to), Transition.Kind.DISSOLVE), FRAMES + JOIN / 2));
        assertThat(dissolved[1]).isLessThan(0.75 * first[1]);
    }

    @Test
    void the_rest_of_the_picture_stays_where_it_is() {
        Camera camera = camera(room(440), room(500), Transition.Kind.MORPH);
        Frame before = frame(camera, FRAMES - 1);
        Frame middle = frame(camera, FRAMES + JOIN / 2);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                if (x < 150 || x > 340 || y < 110) {
                    assertThat(middle.at(0, x, y)).as("%s,%s", x, y).isCloseTo(before.at(0, x, y), offset(6));
                }
            }
        }
    }

    @Test
    void two_pictures_that_have_nothing_in_common_dissolve() {
        var other = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = other.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillOval(300, 40, 500, 460);
        g.dispose();
        byte[] morph = frame(camera(room(440), Scenes.picture(other), Transition.Kind.MORPH), FRAMES + 9)
                .planes()[0]
                .array();
        byte[] dissolve = frame(camera(room(440), Scenes.picture(other), Transition.Kind.DISSOLVE), FRAMES + 9)
                .planes()[0]
                .array();
        assertThat(morph).isEqualTo(dissolve);
    }

    @Test
    void a_frame_is_the_same_whichever_camera_shoots_it() {
        Camera forward = camera(room(440), room(500), Transition.Kind.MORPH);
        frame(forward, FRAMES + 2);
        byte[] later = frame(forward, FRAMES + 12).planes()[0].array();
        byte[] alone = frame(camera(room(440), room(500), Transition.Kind.MORPH), FRAMES + 12)
                .planes()[0]
                .array();
        assertThat(alone).isEqualTo(later);
    }
}
