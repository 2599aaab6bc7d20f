package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.voice.Speaking;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promises of the sound, each in numbers.
class FiguresTest {
    private static final int RATE = Score.SAMPLE_RATE;
    private static final int FRAMES = 145;
    private static final int PER_FRAME = RATE / Timeline.FRAMES_PER_SECOND;

    private static Timeline film(Mood mood, String music, boolean isSpoken) {
        Timeline bare = Scenes.nine(new FrameSize(64, 36), FRAMES, new Sound(5, 96, mood, List.of(), List.of(), music));
        var shots = new ArrayList<Shot>();
        for (Shot shot : bare.shots()) {
            boolean hasLine = isSpoken && shot.number() % 3 == 2;
            List<Line> lines = hasLine ? List.of(new Line(0, 20, "Anna", "Run, they are coming!")) : List.of();
            shots.add(new Shot(
                    shot.number(),
                    shot.start(),
                    shot.length(),
                    shot.view(),
                    shot.move(),
                    shot.transition(),
                    lines,
                    shot.reason()));
        }
        return new Timeline(Timeline.VERSION, bare.size(), FRAMES, 5, shots, bare.sound());
    }

    /// A tone with a stroke on each beat.
    private static Recording recording(double tempo, double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            double since = (double) i / RATE % (60 / tempo);
            samples[i] = (float) (0.08 * Math.sin(2 * Math.PI * 220 * i / RATE)
                    + 0.5 * Math.exp(-since * 30) * Math.sin(2 * Math.PI * 110 * since));
        }
        return Recording.of(samples);
    }

    @ParameterizedTest
    @EnumSource
    void loudness_and_peak_hold_with_music_speech_a_recording_and_without_music(Mood mood) {
        for (boolean isSpoken : new boolean[] {false, true}) {
            for (String music : new String[] {"", "drums, strings", SoundWords.NO_MUSIC}) {
                if (isSpoken || !SoundWords.isWithoutMusic(music)) {
                    check(film(mood, music, isSpoken), null);
                }
            }
            check(film(mood, "", isSpoken), recording(100, 7));
        }
    }

    private static void check(Timeline film, Recording recording) {
        float[] samples = Score.perform(film, recording).samples();
        assertThat(Loudness.integrated(samples)).isCloseTo(-14, Offset.offset(0.5));
        for (float sample : samples) {
            assertThat(Math.abs(sample)).isLessThan(0.76f); // -2.4 dBFS, which leaves AAC its room below -1 dBTP
        }
    }

    @Test
    void speech_has_energy_in_the_spans_planned_for_it_and_turns_the_rest_down_by_ten_decibels() {
        Timeline film = film(Mood.CALM, "", true);
        Dialogue dialogue = Dialogue.of(film, Speaking.installed());
        float[] speech = new float[FRAMES * PER_FRAME];
        dialogue.addTo(speech);
        int sounding = 0;
        int spans = 0;
        for (Dialogue.Spoken spoken : dialogue.lines()) {
            for (int at = spoken.start(); at + RATE / 5 <= spoken.end(); at += RATE / 5) {
                spans++;
                sounding += level(speech, at, at + RATE / 5) > 0.003 ? 1 : 0;
            }
        }
        assertThat((double) sounding / spans).isGreaterThanOrEqualTo(0.95);
        float[] bed = new float[FRAMES * PER_FRAME];
        java.util.Arrays.fill(bed, 1);
        Ducking.under(dialogue, bed);
        Dialogue.Spoken first = dialogue.lines().getFirst();
        assertThat(20 * Math.log10(bed[(first.start() + first.end()) / 2])).isLessThan(-10);
    }

    private static double level(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /// F at one frame: how many cuts stand on beats; none is demanded on each beat.
    @ParameterizedTest
    @ValueSource(doubles = {80, 92, 100, 112, 126, 140})
    void cuts_stand_on_the_beats_of_a_recording(double tempo) {
        Timeline plan = Scenes.nine(new FrameSize(64, 36), 361, new Sound(5, 96, Mood.CALM, List.of()));
        Timeline cut = BeatCuts.align(plan, recording(tempo, 16));
        double beat = 60 / tempo;
        long hits = cut.shots().stream()
                .skip(1)
                .filter(shot -> {
                    double beats = shot.start() / 24.0 / beat;
                    return Math.abs(beats - Math.rint(beats)) * beat <= 1.0 / 24 + 1e-6;
                })
                .count();
        assertThat((double) hits / (cut.shots().size() - 1)).isGreaterThanOrEqualTo(0.95);
    }
}
