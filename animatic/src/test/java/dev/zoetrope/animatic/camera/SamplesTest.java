package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A film of three seconds for each transition and each life: does it do what its name promises?
class SamplesTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int FRAMES = 72;

    /// Luma of a grey in the film's limited range.
    private static double luma(int grey) {
        return 16 + grey * 219 / 255.0;
    }

    @ParameterizedTest
    @EnumSource
    void a_transition_shows_the_one_picture_and_then_the_other(Transition.Kind kind) {
        int length = switch (kind) {
            case CUT, MATCH_CUT -> 0;
            case DISSOLVE, FADE_FROM_BLACK, WIPE, WHIP, MORPH -> 23;
        };
        double dark = luma(60);
        double light = luma(200);
        double[][] film = joined(kind, length);
        double[] middle = film[36 + length / 2];
        assertSides(film[35], dark, dark);
        assertSides(film[36 + length], light, light);
        assertSides(film[FRAMES - 1], light, light);
        switch (kind) {
            case CUT, MATCH_CUT -> assertSides(film[36], light, light);
            case DISSOLVE, MORPH -> assertSides(middle, (dark + light) / 2, (dark + light) / 2);
            case FADE_FROM_BLACK -> {
                assertSides(film[36], 16, 16);
                assertSides(middle, 16 + (light - 16) * 11 / 23, 16 + (light - 16) * 11 / 23);
            }
            case WIPE -> assertSides(middle, light, dark);
            case WHIP -> assertSides(middle, dark, light);
        }
    }

    private static void assertSides(double[] frame, double left, double right) {
        assertThat(frame[0]).as("left").isEqualTo(left, offset(4.0));
        assertThat(frame[1]).as("right").isEqualTo(right, offset(4.0));
    }

    /// A dark grey picture and then a light one: the luma at a tenth from the left and from the right in each frame.
    private static double[][] joined(Transition.Kind kind, int length) {
        List<Brief.Reference> references = List.of(grey(0x3C3C3C), grey(0xC8C8C8));
        var still = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);
        Timeline timeline = new Timeline(
                Timeline.VERSION,
                SIZE,
                FRAMES,
                1,
                List.of(
                        new Shot(1, 0, 36, panel(references, 0), still, Transition.CUT, ""),
                        new Shot(2, 36, 36, panel(references, 1), still, new Transition(kind, length), "")),
                null);
        var camera = new Camera(new Brief("", references, SIZE, FRAMES, 1, false), timeline);
        Frame frame = Frame.onHeap(SIZE);
        double[][] film = new double[FRAMES][2];
        for (int i = 0; i < FRAMES; i++) {
            camera.shoot(i, frame);
            film[i][0] = frame.at(0, SIZE.width() / 10, 90);
            film[i][1] = frame.at(0, SIZE.width() * 9 / 10, 90);
        }
        return film;
    }

    private static View panel(List<Brief.Reference> references, int index) {
        return new View.Panel(index, references.get(index).picture().bounds());
    }

    private static Brief.Reference grey(int rgb) {
        int[] pixels = new int[640 * 360];
        Arrays.fill(pixels, rgb);
        Picture picture = new Picture(640, 360, pixels);
        return new Brief.Reference(Brief.Role.REFERENCE, picture, Sheet.whole(picture));
    }

    /// Samples of a frame that life changes, as shares of the upper, the middle and the lower third.
    private static double[] touched(byte[] still, byte[] alive) {
        double[] share = new double[3];
        int third = SIZE.height() / 3;
        for (int i = 0; i < 3 * third * SIZE.width(); i++) {
            boolean isTouched = Math.abs((still[i] & 0xFF) - (alive[i] & 0xFF)) > 2;
            share[i / SIZE.width() / third] += isTouched ? 1.0 / third / SIZE.width() : 0;
        }
        return share;
    }

    private static byte[][] living(Life life) {
        int[] pixels = new int[640 * 360];
        Arrays.setAll(pixels, i -> i / 640 < 180 ? 0x50607A : i % 640 < 320 ? 0x182010 : 0x808890);
        Picture picture = new Picture(640, 360, pixels);
        var still = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);
        Shot shot = new Shot(
                1, 0, FRAMES, new View.Panel(0, picture.bounds()), still, Transition.CUT, List.of(), life, "test");
        var camera = new Camera(
                Scenes.brief(picture, SIZE, FRAMES),
                new Timeline(Timeline.VERSION, SIZE, FRAMES, 5, List.of(shot), null));
        byte[][] film = new byte[FRAMES][];
        for (int i = 0; i < FRAMES; i++) {
            Frame frame = Frame.onHeap(SIZE);
            camera.shoot(i, frame);
            film[i] = frame.planes()[0].array();
        }
        return film;
    }

    @ParameterizedTest
    @EnumSource
    void what_lives_does_so_where_it_belongs_and_leaves_the_rest_alone(Life life) {
        byte[] still = living(Life.NONE)[0];
        byte[][] film = living(life);
        double[] most = new double[3];
        for (byte[] frame : film) {
            double[] share = touched(still, frame);
            for (int k = 0; k < 3; k++) {
                most[k] = Math.max(most[k], share[k]);
            }
        }
        double upper = most[0];
        double middle = most[1];
        double lower = most[2];
        double changed = Arrays.stream(touched(film[10], film[40])).sum();
        switch (life) {
            case NONE -> assertThat(upper + middle + lower + changed).isZero();
            case RAIN, SNOW, DUST -> {
                assertThat(Arrays.stream(most).boxed())
                        .as("thin, and everywhere")
                        .allMatch(share -> share > 0.003 && share < 0.1);
                assertThat(changed).as("moves").isGreaterThan(0.01);
            }
            case FIRE -> {
                assertThat(lower).as("glows from below").isGreaterThan(upper * 1.5);
                assertThat(changed).as("flickers").isGreaterThan(0.005);
            }
            case STEAM -> {
                assertThat(upper).as("the sky stays").isLessThan(0.05);
                assertThat(lower).as("lies low").isGreaterThan(middle);
                assertThat(changed).as("drifts").isGreaterThan(0.1);
            }
            case CLOUDS -> {
                assertThat(upper).as("hang high").isGreaterThan(lower * 1.3);
                assertThat(changed).as("drift").isGreaterThan(0.1);
            }
            case WATER -> {
                assertThat(upper).as("the sky stays").isZero();
                assertThat(lower).as("glitters low").isGreaterThan(middle).isLessThan(0.1);
                assertThat(changed).as("glitters").isGreaterThan(0.01);
            }
            case LIGHT -> {
                assertThat(upper).as("comes from above").isGreaterThan(lower);
                assertThat(changed).as("passes").isGreaterThan(0.1);
            }
        }
    }
}
