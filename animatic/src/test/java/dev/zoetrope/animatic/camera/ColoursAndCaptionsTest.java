package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Grade;
import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Oklab;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColoursAndCaptionsTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private static final Move STILL = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);

    private static final Grade SAME =
            new Grade(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), List.of(0.0, 0.0, 0.0));

    @Test
    void oklab_goes_there_and_back() {
        var lab = new double[3];
        for (int rgb = 0; rgb < 0x1000000; rgb += 54_321) {
            Oklab.of(rgb, lab);
            assertThat(Colour.distance(Oklab.rgb(lab), rgb)).isLessThanOrEqualTo(1);
        }
        Oklab.of(0xffffff, lab);
        assertThat(lab[0]).isCloseTo(1, within(1e-6));
    }

    @Test
    void a_grade_that_changes_nothing_changes_nothing() {
        var grading = new Grading(SAME);
        for (int rgb = 0; rgb < 0x1000000; rgb += 12_345) {
            assertThat(Colour.distance(grading.of(rgb), rgb)).isLessThanOrEqualTo(1);
        }
        assertThat(grading.of(0xffffff)).isEqualTo(0xffffff);
        assertThat(grading.of(0)).isZero();
    }

    @Test
    void a_grade_changes_panels_and_clips_alike() {
        var grey = new Grade(List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), List.of(0.0, 0.0, 0.0));
        for (View view : List.of(new View.Panel(0, Quad.rectangle(0, 0, 64, 36)), new View.Clip(0, 0))) {
            Frame frame = shot(view, List.of(), new Extras(List.of(), Extras.Captions.SOFT, grey), 0xd02010, 3);
            assertThat(frame.at(1, 40, 40)).isBetween(127, 129);
            assertThat(frame.at(2, 40, 40)).isBetween(127, 129);
        }
    }

    @Test
    void a_clip_plays_and_then_stands() {
        for (int number : new int[] {0, 2, 5, 23}) {
            Frame frame = shot(new View.Clip(0, 2), List.of(), Extras.NONE, 0, number);
            int level = 20 * Math.min(number + 2, 5);
            assertThat(frame.at(0, 100, 100)).isCloseTo(16 + level * 219 / 255, within(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"255", "0", "128"})
    void captions_are_read_on_any_picture(int level) {
        int paper = level * 0x010101;
        var lines = List.of(new Line(2, 10, "Ann", "We have to go, now! 我们走吧。"));
        Frame with = shot(panel(), lines, Extras.NONE.with(Extras.Captions.BURNT), paper, 5);
        Frame without = shot(panel(), lines, Extras.NONE.with(Extras.Captions.BURNT), paper, 15);
        Frame soft = shot(panel(), lines, Extras.NONE, paper, 5);

        assertThat(soft.planes()[0]).isEqualTo(without.planes()[0]);
        int light = 0;
        int dark = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                boolean isSafe = x >= 28 && x < 292 && y > 90 && y < 171;
                if (!isSafe) {
                    assertThat(with.at(0, x, y)).isEqualTo(without.at(0, x, y));
                }
                light += with.at(0, x, y) > 200 ? 1 : 0;
                dark += with.at(0, x, y) < 60 ? 1 : 0;
            }
        }
        assertThat(light).isGreaterThan(120);
        assertThat(dark).isGreaterThan(120);
    }

    private static View panel() {
        return new View.Panel(0, Quad.rectangle(0, 0, 64, 36));
    }

    private static Frame shot(View view, List<Line> lines, Extras extras, int colour, int number) {
        Picture picture = TestPictures.flat(64, 36, colour);
        var brief = new Brief(
                "",
                Scenes.brief(picture, SIZE, 24).references(),
                SIZE,
                24,
                1,
                false,
                List.of(new Brief.Clip(new Steps(colour), List.of())));
        var shot = new Shot(1, 0, 24, view, STILL, Transition.CUT, lines, "");
        var timeline = new Timeline(1, SIZE, 24, 1, List.of(shot), null).with(extras);
        Frame frame = Frame.onHeap(SIZE);
        new Camera(brief, timeline).shoot(number, frame);
        return frame;
    }

    /// Six frames, each a little brighter; or of one colour.
    private record Steps(int colour) implements MovingPicture {
        @Override
        public int width() {
            return 64;
        }

        @Override
        public int height() {
            return 36;
        }

        @Override
        public int frames() {
            return 6;
        }

        @Override
        public Picture frame(int number) {
            return TestPictures.flat(64, 36, colour == 0 ? 0x010101 * 20 * Math.min(number, 5) : colour);
        }
    }
}
