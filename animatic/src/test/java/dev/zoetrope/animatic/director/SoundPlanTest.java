package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.sound.Score;
import dev.zoetrope.animatic.sound.SoundWords;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundPlanTest {
    @Test
    void each_shot_has_its_own_bed_and_the_rest_is_a_room() {
        Sound sound = sound(
                Briefs.of("Shot 1 (4s): rain. Shot 2 (4s): rain at night. Shot 3 (7s): a door.", Briefs.board(3)));

        assertThat(sound.ambiences())
                .extracting(Ambience::kind)
                .containsExactly(Ambience.Kind.RAIN, Ambience.Kind.NIGHT, Ambience.Kind.ROOM);
        Ambience rain = sound.ambiences().getFirst();
        assertThat(rain.length()).isEqualTo(sound.ambiences().getLast().start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A lake. No music.", "湖边，无背景音乐", "a lake, without any background music", "音乐：无"})
    void a_film_can_be_without_music(String prompt) {
        Sound sound = sound(Briefs.of(prompt, Briefs.board(3)));
        assertThat(SoundWords.isWithoutMusic(sound.music())).isTrue();
        Soundtrack track = Score.perform(Scenes.nine(new FrameSize(64, 36), 97, sound), null);
        assertThat(track.notes()).contains("No music, as asked for");
        assertThat(SoundWords.isWithoutMusic("soft piano music")).isFalse();
    }

    @Test
    void without_words_the_whole_film_is_a_room() {
        Sound sound = sound(Briefs.of("", Briefs.board(3)));

        assertThat(sound.ambiences()).containsExactly(new Ambience(Ambience.Kind.ROOM, 0, 361));
        assertThat(sound.tempo()).isBetween(66.0, 80.0);
    }

    private static Sound sound(Brief brief) {
        return Objects.requireNonNull(new Director().direct(brief).sound());
    }
}
