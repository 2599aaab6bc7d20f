package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Effect;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.director.Director;
import dev.zoetrope.animatic.sound.Foley.Thing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoleyTest {
    private static final int RATE = Score.SAMPLE_RATE;

    private static float[] heard(Thing thing) {
        float[] samples = new float[5 * RATE];
        Foley.addTo(samples, new Effect(24, 48, thing.words()), 7);
        return samples;
    }

    private static double level(float[] samples, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }

    @ParameterizedTest
    @EnumSource
    void each_thing_is_heard_at_its_shot_and_nowhere_else(Thing thing) {
        float[] samples = heard(thing);
        assertThat(level(samples, 0, 1)).isZero();
        assertThat(level(samples, 3.75, 5)).isZero();
        assertThat(level(samples, 1, 3)).isBetween(0.003, 0.4);
        for (float sample : samples) {
            assertThat(Math.abs(sample)).isLessThan(1.6f);
        }
        assertThat(heard(thing)).isEqualTo(samples);
    }

    @ParameterizedTest
    @EnumSource
    void each_thing_comes_and_goes_without_a_click(Thing thing) {
        float[] samples = heard(thing);
        assertThat(Math.abs(samples[RATE])).isLessThan(0.02f);
        int end = RATE * 3 + RATE * 7 / 10;
        assertThat(Math.abs(samples[end - 1])).isLessThan(0.001f);
    }

    @ParameterizedTest
    @EnumSource
    void each_thing_is_known_by_its_own_name(Thing thing) {
        assertThat(Foley.things(thing.words())).contains(thing);
    }

    @ParameterizedTest
    @CsvSource({
        "footsteps in the hall, FOOTSTEPS",
        "脚步声渐近, FOOTSTEPS",
        "She slams the door, DOOR",
        "他推门而入, DOOR",
        "雷声, THUNDER",
        "lightning over the hill, THUNDER",
        "鸟鸣, BIRDS",
        "a dog barks, DOG",
        "敲门, KNOCK",
        "心跳加速, HEARTBEAT"
    })
    void words_of_both_languages_name_things(String words, Thing thing) {
        assertThat(Foley.things(words)).contains(thing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a step forward", "outdoor scene", "雷达", "a door in the wall of words", "Clockwork orange"})
    void words_that_only_look_alike_make_no_sound(String words) {
        assertThat(Foley.things(words)).isEmpty();
    }

    @Test
    void the_score_tells_what_is_heard_and_what_is_not_known() {
        Sound sound = new Sound(
                1,
                90,
                Mood.CALM,
                List.of(),
                List.of(new Effect(0, 40, "knock, knock"), new Effect(40, 40, "rain"), new Effect(80, 40, "zither")),
                "");
        Soundtrack track = Score.perform(Scenes.nine(new FrameSize(64, 36), 361, sound), null);
        assertThat(track.notes())
                .containsExactly(
                        "Effect at 0.00 s: knock",
                        "Effect at 1.67 s: rain",
                        "Effect at 3.33 s: no sound is known for \"zither\"");
    }

    @Test
    void the_director_hears_what_the_words_show() {
        Timeline film = new Director()
                .direct(Briefs.of(
                        "Shot 1 (4s): rain. Shot 2 (4s): a knock at the door. Shot 3 (7s): 雷声", Briefs.board(3)));
        assertThat(film.sound().effects())
                .containsExactly(
                        new Effect(
                                film.shots().get(1).start(), film.shots().get(1).length(), "knock"),
                        new Effect(
                                film.shots().get(2).start(), film.shots().get(2).length(), "thunder"));
    }
}
