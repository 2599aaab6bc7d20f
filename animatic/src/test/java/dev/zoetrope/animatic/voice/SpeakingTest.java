package dev.zoetrope.animatic.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakingTest {
    private static final String LINE = "Hello there, my friend. We have to go now!";

    private final Speaking speaking = Speaking.installed();

    /// The median pitch in Hz of the voiced stretches, by autocorrelation.
    private static double pitch(float[] samples) {
        int window = 48_000 / 20;
        var pitches = new ArrayList<Double>();
        for (int from = 0; from + window < samples.length; from += window / 2) {
            int best = 0;
            double most = 0;
            for (int lag = 48_000 / 450; lag < 48_000 / 60; lag++) {
                double sum = 0;
                for (int i = from; i + lag < from + window; i += 2) {
                    sum += samples[i] * samples[i + lag];
                }
                if (sum > most) {
                    most = sum;
                    best = lag;
                }
            }
            if (most > 3) {
                pitches.add(48_000.0 / best);
            }
        }
        Collections.sort(pitches);
        return pitches.get(pitches.size() / 2);
    }

    @Test
    void english_is_spoken_as_long_as_a_person_takes() {
        Said said = speaking.say(LINE, Voice.MAN, 1);
        assertThat(said.isSpeech()).isTrue();
        assertThat(said.engine()).isEqualTo("FreeTTS");
        assertThat(said.seconds()).isBetween(2.0, 4.5);
        assertThat(speaking.seconds(LINE, Voice.MAN)).isEqualTo(said.seconds());
    }

    @Test
    void voices_differ_in_pitch_and_keep_the_pace() {
        Said man = speaking.say(LINE, Voice.MAN, 1);
        Said woman = speaking.say(LINE, Voice.WOMAN, 1);
        assertThat(pitch(man.samples())).isCloseTo(104, Percentage.withPercentage(20));
        assertThat(pitch(woman.samples())).isCloseTo(190, Percentage.withPercentage(20));
        assertThat(woman.seconds()).isCloseTo(man.seconds(), Percentage.withPercentage(12));
    }

    @Test
    void a_line_can_be_said_faster() {
        double usual = speaking.seconds(LINE, Voice.WOMAN);
        assertThat(speaking.say(LINE, Voice.WOMAN, 1.4).seconds())
                .isCloseTo(usual / 1.4, Percentage.withPercentage(12));
    }

    @Test
    void the_same_line_is_the_same_sound() {
        float[] first = speaking.say(LINE, Voice.CHILD, 1).samples();
        speaking.say("Something else, in between.", Voice.MAN, 1.3);
        assertThat(speaking.say(LINE, Voice.CHILD, 1).samples()).isEqualTo(first);
    }

    @Test
    void lines_begin_and_end_without_a_click() {
        for (Voice voice : Voice.values()) {
            float[] samples = speaking.say(LINE, voice, 1).samples();
            assertThat(samples[0]).isZero();
            assertThat((double) samples[samples.length - 1]).isCloseTo(0, Offset.offset(1e-3));
        }
    }

    @Test
    void chinese_is_spoken_where_the_program_is_installed() {
        assumeTrue(EspeakEngine.find().isPresent(), "espeak-ng is not installed");
        Said man = speaking.say("我们得走了，快点！", Voice.MAN, 1);
        Said woman = speaking.say("我们得走了，快点！", Voice.WOMAN, 1);
        assertThat(man.engine()).isEqualTo("espeak-ng");
        assertThat(man.seconds()).isBetween(1.0, 3.5);
        assertThat(pitch(woman.samples())).isGreaterThan(pitch(man.samples()) * 1.15);
        assertThat(speaking.say("我们得走了，快点！", Voice.MAN, 1).samples()).isEqualTo(man.samples());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Привет, мой друг!", "안녕하세요", "こんにちは、友よ"})
    void other_languages_are_murmured_and_told_so(String words) {
        Said said = speaking.say(words, Voice.WOMAN, 1);
        assertThat(said.isSpeech()).isFalse();
        assertThat(said.seconds()).isBetween(0.5, 3.0);
    }

    @Test
    void without_engines_all_is_murmured() {
        assertThat(Speaking.murmuring().say("我们得走了", Voice.MAN, 1).engine()).isEqualTo("murmur");
        assertThat(Speaking.murmuring().say("", Voice.MAN, 1).samples()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "?!",
                "-v",
                "12345678901234567890",
                "$1,000.50 at 25:61 o'clock",
                "a<b>&c;",
                "\u0000\u0007",
                "Mr. & Mrs. O'Neil's 3rd 1/2",
                "supercalifragilisticexpialidocious xqzzt",
                "—“”…",
                "🎬",
                "Naïve café",
                "\uD800"
            })
    void odd_words_break_nothing(String words) {
        Said said = speaking.say(words, Voice.OLDER_MAN, 1);
        assertThat(said.seconds()).isLessThan(30);
        // The voice is still there for the next line.
        assertThat(speaking.say("Yes.", Voice.MAN, 1).isSpeech()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Hello, ENGLISH",
        "你好, CHINESE",
        "去看 movie 吧, CHINESE",
        "こんにちは世界, OTHER",
        "Привет, OTHER",
        "'?!', ENGLISH"
    })
    void the_script_tells_the_language(String words, Language language) {
        assertThat(Language.of(words)).isEqualTo(language);
    }

    @Test
    void the_cast_keeps_its_voices_and_tells_two_speakers_apart() {
        var cast = new Cast();
        assertThat(cast.voice("Old woman")).isEqualTo(Voice.WOMAN);
        assertThat(cast.voice("小男孩")).isEqualTo(Voice.CHILD);
        assertThat(cast.voice("KAI")).isNotEqualTo(cast.voice("ZED")).isEqualTo(cast.voice("Kai"));
    }
}
