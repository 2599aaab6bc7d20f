package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move.Easing;
import dev.zoetrope.animatic.Timeline.Shot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {
    private static List<Shot> shots(String prompt) {
        return new Director()
                .direct(Briefs.of(prompt, Briefs.picture(Brief.Role.REFERENCE), Briefs.picture(Brief.Role.REFERENCE)))
                .shots();
    }

    @ParameterizedTest
    @CsvSource({
        "he jumps in slow motion, SLOW_MOTION",
        "慢动作：水花四溅, SLOW_MOTION",
        "ends on a freeze-frame, FREEZE",
        "笑容定格, FREEZE"
    })
    void words_say_how_time_runs(String prompt, Easing easing) {
        assertThat(shots(prompt)).extracting(shot -> shot.move().easing()).containsOnly(easing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two friends meet, then fade to black", "最后淡出至黑", "it ends with a slow fade out"})
    void a_film_may_end_in_black(String prompt) {
        List<Shot> shots = shots(prompt);
        assertThat(shots.getLast().fadeOut()).isPositive();
        assertThat(shots.getFirst().fadeOut()).isZero();
        assertThat(shots.getLast().transition().kind()).isNotEqualTo(Timeline.Transition.Kind.FADE_FROM_BLACK);
    }

    @Test
    void a_freezing_cold_morning_freezes_nothing() {
        assertThat(TimeWords.easing("a freezing cold morning, slow steps")).isEmpty();
        assertThat(TimeWords.endsBlack("a fading light, a black cat")).isFalse();
    }

    @Test
    void a_match_cut_is_one() {
        assertThat(shots("a match cut from the bone to the ship").getLast().transition())
                .isEqualTo(new Timeline.Transition(Timeline.Transition.Kind.MATCH_CUT, 0));
    }
}
