package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline.View;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CardPainterTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private static int[] paint(String scene, long seed) {
        return new CardPainter(new View.Card("字 words", scene, seed), SIZE)
                .background()
                .picture()
                .pixels();
    }

    @Test
    void the_same_card_is_the_same_picture_and_another_seed_another() {
        assertThat(paint("night city", 1)).isEqualTo(paint("night city", 1)).isNotEqualTo(paint("night city", 2));
    }

    @Test
    void night_is_darker_than_day_in_both_languages() {
        assertThat(light(paint("night", 3))).isLessThan(light(paint("noon", 3)) / 2);
        assertThat(light(paint("深夜", 3))).isLessThan(light(paint("正午", 3)) / 2);
    }

    @Test
    void a_scene_is_no_plain_surface() {
        for (String scene : new String[] {"sea", "city", "forest", "hills", "雨"}) {
            assertThat(Arrays.stream(paint(scene, 5)).distinct().count())
                    .as(scene)
                    .isGreaterThan(100);
        }
    }

    @Test
    void a_card_without_words_has_no_lettering() {
        assertThat(new CardPainter(new View.Card("", "sea", 1), SIZE).lettering())
                .isNull();
        assertThat(new CardPainter(new View.Card("海", "sea", 1), SIZE).lettering())
                .isNotNull();
    }

    private static double light(int[] pixels) {
        return Arrays.stream(pixels)
                .mapToDouble(p -> (p >> 16 & 255) + (p >> 8 & 255) + (p & 255))
                .average()
                .orElseThrow();
    }
}
