package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextBlockTest {
    @Test
    void words_stay_whole_and_ideographs_may_part() {
        assertThat(TextBlock.fit("a quiet forest", 10, 80, 3, String::length).lines())
                .containsExactly("a quiet", "forest");
        assertThat(TextBlock.fit("黎明的海边薄雾", 10, 40, 3, String::length).lines()).containsExactly("黎明的海", "边薄雾");
    }

    @Test
    void no_line_begins_with_a_closing_mark() {
        assertThat(TextBlock.fit("雨中的街，霓虹", 10, 40, 3, String::length).lines()).noneMatch(line -> line.startsWith("，"));
    }

    @Test
    void what_does_not_fit_becomes_smaller() {
        TextBlock block = TextBlock.fit("incomprehensibilities", 10, 100, 2, String::length);
        assertThat(block.height()).isLessThan(5);
        assertThat(block.lines()).hasSize(1);
    }

    @Test
    void the_font_has_latin_chinese_japanese_and_korean() {
        for (String character : new String[] {"A", "é", "9", "故", "鎮", "あ", "ア", "ー", "한", "，", "「"}) {
            assertThat(Lettering.get()
                            .outline(character, 0, 0, 100)
                            .getBounds2D()
                            .isEmpty())
                    .as(character)
                    .isFalse();
        }
        assertThat(Lettering.get().width("故事")).isBetween(1.5, 2.5);
    }
}
