package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepthWordsTest {
    private static final View PANEL = new View.Panel(0, Quad.rectangle(0, 0, 480, 270));

    private static double depth(String words, Move.Kind kind, View view) {
        return DepthWords.depth(words, new Move(kind, 0.1, Move.Easing.LINEAR), view);
    }

    @ParameterizedTest
    @CsvSource({
        "follow the storyboard, TRUCK_LEFT, 0.4",
        "follow the storyboard, PUSH_IN, 0",
        "strong parallax between the layers, PUSH_IN, 0.6",
        "2.5D 视差效果, CRANE_UP, 0.6",
        "没有别的要求, DOLLY_ZOOM, 0.4",
        "no parallax please, PUSH_IN, 0",
        "不要视差, ORBIT, 0",
        "parallax, PAN_LEFT, 0",
        "parallax, STATIC, 0"
    })
    void a_camera_that_travels_sees_depth_unless_the_words_want_none(String words, Move.Kind kind, double depth) {
        assertThat(depth(words, kind, PANEL)).isEqualTo(depth);
    }

    @Test
    void a_card_is_flat() {
        assertThat(depth("parallax", Move.Kind.PUSH_IN, new View.Card("Night", "", 1)))
                .isZero();
    }
}
