package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.camera.Scenes;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int RATE = Score.SAMPLE_RATE;

    private static Timeline film(int frames, Sound sound) {
        return Scenes.nine(SIZE, frames, sound);
    }

    private static Sound music(long seed, double tempo, Mood mood) {
        return new Sound(seed, tempo, mood, List.of());
    }

    /// Root mean square of a stretch in seconds.
    private static double level(float[] samples, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }

    @ParameterizedTest
    @EnumSource
    void every_mood_has_the_wanted_loudness_below_the_ceiling(Mood mood) {
        for (int seed = 1; seed <= 3; seed++) {
            float[] samples = Score.of(film(193, music(seed, 80 + 10 * seed, mood)));
            assertThat(Loudness.integrated(samples)).isCloseTo(Score.LOUDNESS, Offset.offset(0.2));
            for (float sample : samples) {
                assertThat(Math.abs(sample)).isLessThan(0.76f); // -2.4 dBFS
            }
        }
    }

    @Test
    void lasts_as_long_as_the_film_and_fades_out_with_it() {
        float[] samples = Score.of(film(361, music(5, 90, Mood.CALM)));
        assertThat(samples).hasSize(361 * RATE / 24);
        assertThat(level(samples, 14.9, 15.04)).isLessThan(level(samples, 13, 13.5) / 20);
        assertThat(Math.abs(samples[samples.length - 1])).isLessThan(1e-4f);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 24, 97})
    void short_films_have_sound_as_well(int frames) {
        float[] samples = Score.of(film(frames, music(1, 100, Mood.BRIGHT)));
        assertThat(samples).hasSize(frames * RATE / 24);
        assertThat(level(samples, 0, frames / 24.0)).isGreaterThan(0.01);
    }

    @Test
    void the_seed_decides_and_nothing_else() {
        float[] first = Score.of(film(97, music(1, 90, Mood.DARK)));
        assertThat(Score.of(film(97, music(1, 90, Mood.DARK)))).isEqualTo(first);
        assertThat(Score.of(film(97, music(2, 90, Mood.DARK)))).isNotEqualTo(first);
    }

    @Test
    void notes_stand_on_the_beat() {
        double beat = 60.0 / 108;
        Tune tune = Tune.compose(music(3, 108, Mood.BRIGHT), 15);
        for (Tune.Note note : tune.notes()) {
            if (note.voice() == Tune.Voice.KICK) {
                double beats = note.start() / beat;
                assertThat((beats - Math.rint(beats)) * beat).isCloseTo(0, Offset.offset(0.01));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void comes_home_to_the_chord_it_began_from_or_its_own_tonic(Mood mood) {
        for (long seed = 0; seed < 20; seed++) {
            Harmony harmony = new Harmony(mood, seed, 5);
            int last = harmony.chords() - 1;
            assertThat(Math.floorMod(harmony.bass(last) - harmony.pitch(0), 12)).isZero();
            // The step before is another chord, so that there is a home-coming.
            assertThat(harmony.bass(last - 1)).isNotEqualTo(harmony.bass(last));
        }
    }

    @ParameterizedTest
    @EnumSource
    void surroundings_sound_only_in_their_stretch(Ambience.Kind kind) {
        float[] samples = new float[4 * RATE];
        new Surroundings(new Ambience(kind, 24, 48), 7).addTo(samples);
        assertThat(level(samples, 0, 1)).isZero();
        assertThat(level(samples, 3, 4)).isZero();
        double inside = level(samples, 1.7, 2.3);
        assertThat(inside).isBetween(0.002, 0.3);
        assertThat(level(samples, 1, 1.05)).isLessThan(inside);
    }

    @Test
    void a_stretch_beyond_the_film_is_cut() {
        float[] samples = new float[RATE];
        new Surroundings(new Ambience(Ambience.Kind.WIND, 12, 480), 7).addTo(samples);
        assertThat(level(samples, 0.5, 0.9)).isPositive();
    }

    @Test
    void loudness_is_measured_as_the_standard_says() {
        // EBU Tech 3341, case 1, for one channel: a 1 kHz sine of -20 dBFS peak has -23 LUFS there, 3 dB below stereo.
        float[] sine = new float[10 * RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) (0.1 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        assertThat(Loudness.integrated(sine)).isCloseTo(-23.0, Offset.offset(0.1));
        // The gate: ten seconds of near silence more change nothing.
        float[] longer = java.util.Arrays.copyOf(sine, 20 * RATE);
        assertThat(Loudness.integrated(longer)).isCloseTo(-23.0, Offset.offset(0.3));
        assertThat(Loudness.integrated(new float[RATE])).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void the_limiter_sees_peaks_between_the_samples() {
        // A quarter of the rate, sampled at 45 degrees: each sample is 3 dB below the wave's peak.
        float[] wave = new float[RATE / 2];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) Math.sin(Math.PI * i / 2 + Math.PI / 4);
        }
        float[] limited = Limiter.limit(wave, 0, -6);
        assertThat((double) Math.abs(limited[wave.length / 2])).isCloseTo(0.5012 * Math.sqrt(0.5), Offset.offset(0.02));
    }
}
