package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.director.LifeWords;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int FRAMES = 24;
    private static final Move STILL = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);

    private static Camera camera(Life life) {
        int[] pixels = new int[640 * 360];
        Arrays.setAll(pixels, i -> i / 640 < 180 ? 0x30405A : i % 640 < 320 ? 0x182010 : 0x808890);
        Picture picture = new Picture(640, 360, pixels);
        Shot shot = new Shot(
                1, 0, FRAMES, new View.Panel(0, picture.bounds()), STILL, Transition.CUT, List.of(), life, "test");
        Timeline timeline = new Timeline(Timeline.VERSION, SIZE, FRAMES, 5, List.of(shot), null);
        return new Camera(Scenes.brief(picture, SIZE, FRAMES), timeline);
    }

    private static byte[] luma(Camera camera, int number) {
        Frame frame = Frame.onHeap(SIZE);
        camera.shoot(number, frame);
        return frame.planes()[0].array().clone();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void what_lives_moves_before_a_still_picture(Life life) {
        Camera camera = camera(life);
        byte[] early = luma(camera, 4);
        byte[] late = luma(camera, 20);
        byte[] still = luma(camera(Life.NONE), 4);
        assertThat(different(early, late)).as("samples that changed").isGreaterThan(100);
        assertThat(different(early, still)).as("samples before the picture").isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void a_frame_is_the_same_in_any_order_of_asking(Life life) {
        Camera forward = camera(life);
        luma(forward, 3);
        byte[] ninth = luma(forward, 9);
        assertThat(luma(camera(life), 9)).isEqualTo(ninth);
    }

    @Test
    void rain_falls_in_the_tones_of_the_picture() {
        byte[] rain = luma(camera(Life.RAIN), 10);
        int lightest = 0;
        for (byte sample : rain) {
            lightest = Math.max(lightest, sample & 0xFF);
        }
        assertThat(lightest)
                .as("no lighter than the picture's own lightest tone")
                .isLessThan(0x90);
    }

    @ParameterizedTest
    @CsvSource({
        "雨夜的街道, RAIN",
        "It is snowing over the hills, SNOW",
        "篝火旁的人, FIRE",
        "a misty forest, STEAM",
        "尘土飞扬, DUST",
        "a cloudy sky, CLOUDS",
        "波光粼粼的湖面, WATER",
        "waves on the shore, WATER",
        "sunbeams through the window, LIGHT",
        "丁达尔效应, LIGHT",
        "雪茄, NONE",
        "云南, NONE",
        "a train arrives, NONE"
    })
    void words_ask_for_it(String words, Life life) {
        assertThat(LifeWords.in(words)).isEqualTo(life);
    }

    private static int different(byte[] one, byte[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }
}
