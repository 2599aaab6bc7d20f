package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Sound.Mood;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundWordsTest {
    @ParameterizedTest
    @CsvSource({
        "a quiet lake, CALM",
        "紧张的追逐, TENSE",
        "阳光明媚，欢快, BRIGHT",
        "a dark and gloomy house, DARK",
        "一只猫, CALM",
        "a happy chase through a tense battle, TENSE"
    })
    void the_mood_follows_the_words(String prompt, Mood mood) {
        assertThat(SoundWords.mood(prompt)).isEqualTo(mood);
    }

    @ParameterizedTest
    @CsvSource({"雨夜, RAIN", "heavy rain, RAIN", "大海, SEA", "寒风, WIND", "街道, STREET", "at night, NIGHT"})
    void what_is_named_is_heard(String prompt, Ambience.Kind bed) {
        assertThat(SoundWords.beds(prompt)).contains(bed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"电影风格", "风景", "上海外滩", "浪漫", "海报", "a train to Spain", "the season of windows", "a knight"})
    void words_that_only_look_alike_are_not_heard(String prompt) {
        assertThat(SoundWords.beds(prompt)).isEmpty();
    }
}
