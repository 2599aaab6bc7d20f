package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.director.Director;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicTest {
    private static final int RATE = Score.SAMPLE_RATE;

    private static Sound music(String words, double tempo, Mood mood) {
        return new Sound(5, tempo, mood, List.of(), List.of(), words);
    }

    private static float[] played(String words, double tempo, Mood mood, double seconds) {
        Sound sound = music(words, tempo, mood);
        return new Band((int) (seconds * RATE)).play(Tune.compose(sound, seconds), sound);
    }

    @ParameterizedTest
    @CsvSource({
        "'a city, music at 120 bpm', 120",
        "每分钟90拍的钢琴曲, 90",
        "'slow music, a lake', 62",
        "'a slow push in on a lake', 0",
        "'快节奏的音乐，街道', 136",
        "'慢节奏配乐', 62",
        "'upbeat soundtrack', 136",
        "'A car races by. The music is fast.', 136",
        "'in 2026 at 999 bpm', 0"
    })
    void words_tell_how_fast_the_music_is(String prompt, double tempo) {
        double drawn = new Director().direct(Briefs.of(prompt)).sound().tempo();
        assertThat(MusicWords.tempo("", prompt).orElse(0)).isEqualTo(tempo);
        assertThat(drawn).isEqualTo(tempo == 0 ? drawn : tempo);
    }

    @ParameterizedTest
    @CsvSource({
        "soft piano, PIANO",
        "钢琴与弦乐, PIANO STRINGS",
        "epic orchestra, STRINGS DRUMS",
        "吉他弹唱, GUITAR",
        "古筝, ZITHER",
        "lo-fi beats, PIANO DRUMS",
        "a quiet walk, ''"
    })
    void words_tell_who_plays(String words, String players) {
        assertThat(String.join(
                        " ", MusicWords.players(words).stream().map(Enum::name).toList()))
                .isEqualTo(players);
    }

    /// The tempo is heard, not only planned: by the autocorrelation of the onsets.
    @ParameterizedTest
    @ValueSource(doubles = {72, 100, 128, 160})
    void the_tempo_is_heard(double tempo) {
        Beats beats = Beats.of(played("drums, guitar", tempo, Mood.BRIGHT, 16));
        double heard = 60 / beats.period();
        // Half and double time are the same beat to an ear.
        double nearest = List.of(heard, heard * 2, heard / 2).stream()
                .min((one, other) -> Double.compare(Math.abs(one - tempo), Math.abs(other - tempo)))
                .orElseThrow();
        assertThat(nearest).isCloseTo(tempo, Offset.offset(tempo * 0.02));
    }

    @Test
    void players_have_their_own_sound_and_drums_are_brighter_than_a_flute() {
        float[] flute = played("flute", 90, Mood.CALM, 8);
        float[] piano = played("piano", 90, Mood.CALM, 8);
        float[] drums = played("piano, drums", 90, Mood.CALM, 8);
        assertThat(piano).isNotEqualTo(flute);
        assertThat(brightness(drums)).isGreaterThan(brightness(piano) * 1.3);
    }

    /// The share of change from sample to sample in all that sounds: more for higher partials.
    private static double brightness(float[] samples) {
        double change = 0;
        double power = 0;
        for (int i = 1; i < samples.length; i++) {
            change += (samples[i] - samples[i - 1]) * (samples[i] - samples[i - 1]);
            power += samples[i] * samples[i];
        }
        return Math.sqrt(change / power);
    }

    @ParameterizedTest
    @EnumSource
    void music_grows_to_the_longest_shot_and_ends_with_the_film(Mood mood) {
        Timeline film = Scenes.nine(new FrameSize(64, 36), 361, music("strings, drums", 110, mood));
        Form form = Form.of(film);
        assertThat(form.climax() / form.seconds()).isBetween(0.4, 0.8);
        assertThat(form.fullness(0)).isLessThan(0.7);
        assertThat(form.fullness(form.climax())).isEqualTo(1, Offset.offset(0.001));
        Tune tune = Tune.compose(film.sound(), form);
        assertThat(tune.notes()).allMatch(note -> note.start() < form.seconds());
        assertThat(tune.notes().stream().filter(note -> note.voice() == Tune.Voice.SNARE))
                .isNotEmpty()
                .allMatch(note -> form.isBuilding(note.start()) && note.start() < tune.home());
        float[] samples = Score.of(film);
        assertThat(level(samples, 14.9, 15.04)).isLessThan(level(samples, 8, 12) / 15);
        assertThat(level(samples, 0, 2)).isLessThan(level(samples, form.climax(), form.climax() + 2));
    }

    private static double level(float[] samples, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }
}
