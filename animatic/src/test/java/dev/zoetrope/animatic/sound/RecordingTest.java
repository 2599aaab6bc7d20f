package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.media.SoundException;
import dev.zoetrope.animatic.media.Tools;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    private static final int RATE = Score.SAMPLE_RATE;

    @TempDir
    private Path folder;

    /// A drum on each beat over a held chord, the first beat at 0.2 s.
    private static float[] drums(double tempo, double seconds) {
        var samples = new float[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE;
            samples[i] =
                    (float) (0.05 * Math.sin(2 * Math.PI * 220 * time) + 0.04 * Math.sin(2 * Math.PI * 331 * time));
        }
        var hiss = new Hiss(3);
        for (double at = 0.2; at < seconds; at += 60 / tempo) {
            int start = (int) (at * RATE);
            for (int i = 0; i < RATE / 8 && start + i < samples.length; i++) {
                double fall = Math.exp(-i / (0.02 * RATE));
                samples[start + i] +=
                        (float) (fall * (0.4 * Math.sin(2 * Math.PI * 70 * i / RATE) + 0.2 * hiss.next()));
            }
        }
        return samples;
    }

    private static byte[] wav(float[] samples, int rate) {
        ByteBuffer file = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        for (float sample : samples) {
            file.putShort((short) Math.clamp(Math.round(sample * 32767), -32768, 32767));
        }
        return file.array();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static double level(float[] samples, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / ((to - from) * RATE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {84, 96, 100, 120, 128, 150})
    void beats_are_found_within_a_frame(double tempo) {
        Beats beats = Beats.of(drums(tempo, 12));
        double beat = 60 / tempo;
        List<Double> played = IntStream.range(0, (int) (11.8 / beat))
                .mapToObj(i -> 0.2 + i * beat)
                .toList();
        long hits = played.stream()
                .filter(at -> beats.times().stream().anyMatch(time -> Math.abs(time - at) < 1.0 / 24))
                .count();
        double recall = (double) hits / played.size();
        double precision = (double) hits / beats.times().size();
        assertThat(2 * recall * precision / (recall + precision)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void what_has_no_beat_has_none() {
        assertThat(Beats.of(new float[4 * RATE]).times()).isEmpty();
        assertThat(Beats.of(new float[10]).times()).isEmpty();
        var noise = new float[6 * RATE];
        var hiss = new Hiss(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 0.3f * hiss.next();
        }
        assertThat(Beats.of(noise).times()).isEmpty();
    }

    @Test
    void a_short_recording_is_repeated_from_beat_to_beat() {
        float[] track = Recording.of(drums(120, 5.3)).fitted(15 * RATE);
        assertThat(track).hasSize(15 * RATE);
        Beats beats = Beats.of(track);
        for (int i = 1; i < beats.times().size(); i++) {
            assertThat(beats.times().get(i) - beats.times().get(i - 1)).isCloseTo(0.5, Offset.offset(0.03));
        }
        assertThat(level(track, 13, 15)).isCloseTo(level(track, 1, 3), Offset.offset(0.02));
    }

    @Test
    void a_held_tone_is_repeated_without_a_click() {
        var tone = new float[3 * RATE];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.3 * Math.sin(2 * Math.PI * 220.3 * i / RATE));
        }
        float[] track = Recording.of(tone).fitted(10 * RATE);
        for (int i = 1; i < track.length; i++) {
            assertThat(Math.abs(track[i] - track[i - 1])).isLessThan(0.02f);
        }
    }

    @Test
    void cuts_go_to_beats_and_the_plan_stays_whole() {
        Timeline plan = Scenes.nine(
                new FrameSize(64, 36),
                361,
                new Sound(5, 90, Mood.CALM, List.of(new Sound.Ambience(Sound.Ambience.Kind.RAIN, 40, 80))));
        Timeline cut = BeatCuts.align(plan, Recording.of(drums(100, 15.1)));

        double beat = 60 / 100.0;
        for (Shot shot : cut.shots().subList(1, 9)) {
            double beats = (shot.start() / 24.0 - 0.2) / beat;
            assertThat(Math.abs(beats - Math.rint(beats)) * beat).isLessThan(1.0 / 24);
            assertThat(Math.abs(
                            shot.start() - plan.shots().get(shot.number() - 1).start()))
                    .isLessThan(9);
        }
        assertThat(cut.sound().ambiences().getFirst().start())
                .isEqualTo(cut.shots().get(1).start());
        assertThat(cut.shots())
                .extracting(Shot::life)
                .isEqualTo(plan.shots().stream().map(Shot::life).toList());
        assertThat(BeatCuts.align(plan, Recording.of(new float[RATE]))).isEqualTo(plan);
    }

    @Test
    void what_lives_in_a_shot_and_its_fade_stay_when_it_is_cut_to_the_beat() {
        Timeline plan = Scenes.nine(new FrameSize(64, 36), 361, new Sound(5, 90, Mood.CALM, List.of()));
        List<Shot> snowing = plan.shots().stream()
                .map(shot -> new Shot(
                        shot.number(),
                        shot.start(),
                        shot.length(),
                        shot.view(),
                        shot.move(),
                        shot.transition(),
                        List.of(),
                        Life.SNOW,
                        6,
                        shot.reason()))
                .toList();
        var winter = new Timeline(Timeline.VERSION, plan.size(), 361, 5, snowing, plan.sound());
        assertThat(BeatCuts.align(winter, Recording.of(drums(100, 15.1))).shots())
                .allMatch(shot -> shot.life() == Life.SNOW && shot.fadeOut() == 6);
    }

    @Test
    void a_film_with_a_recording_is_as_loud_as_any_and_ends_softly() {
        Timeline plan = Scenes.nine(new FrameSize(64, 36), 361, new Sound(5, 90, Mood.CALM, List.of()));
        Soundtrack track = Score.perform(plan, Recording.of(drums(120, 6)));
        assertThat(Loudness.integrated(track.samples())).isCloseTo(-14, Offset.offset(0.3));
        assertThat(level(track.samples(), 14.9, 15.04)).isLessThan(level(track.samples(), 5, 6) / 8);
        assertThat(track.notes().getFirst()).contains("6.0 s", "repeated", "120 beats");
    }

    /// A drum alone, from dense to sparse, and nothing between its strokes.
    @ParameterizedTest
    @ValueSource(doubles = {150, 90, 60})
    void bare_drums_are_as_loud_as_any_film_and_stay_below_the_ceiling_when_encoded(double tempo) throws Exception {
        float[] drums = new float[8 * RATE];
        var hiss = new Hiss(3);
        for (double at = 0.2; at < 8; at += 60 / tempo) {
            int start = (int) (at * RATE);
            for (int i = 0; i < RATE / 5 && start + i < drums.length; i++) {
                double fall = Math.exp(-i / (0.03 * RATE));
                drums[start + i] += (float) (fall * (0.5 * Math.sin(2 * Math.PI * 90 * i / RATE) + 0.2 * hiss.next()));
            }
        }
        Timeline plan = Scenes.nine(new FrameSize(64, 36), 193, new Sound(5, 90, Mood.CALM, List.of()));
        Path film = folder.resolve("drums.mp4");
        new Studio()
                .shoot(
                        Scenes.brief(Scenes.sheet(), new FrameSize(64, 36), 193),
                        plan,
                        Recording.of(drums),
                        film,
                        Progress.UNWATCHED);

        Heard heard = Heard.of(film);
        assertThat(heard.loudness()).isBetween(-14.5, -13.5);
        assertThat(heard.peak()).isLessThanOrEqualTo(-1);
    }

    @Test
    void files_are_read_at_any_rate_one_after_the_other() throws IOException {
        var tone = new float[22_050];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 22_050));
        }
        Path wav = file("tone.wav", wav(tone, 22_050));
        Path mp3 = folder.resolve("tone.m4a");
        Tools.ffmpeg("-v", "error", "-i", wav.toString(), "-ac", "2", "-ar", "44100", mp3.toString());
        Recording both = Recording.read(List.of(wav, mp3));
        assertThat(both.seconds()).isCloseTo(2, Offset.offset(0.12));
        assertThat(level(both.fitted(2 * RATE), 0.2, 0.8)).isCloseTo(0.35, Offset.offset(0.02));
        assertThat(level(both.fitted(2 * RATE), 1.2, 1.8)).isBetween(0.2, 0.4);
    }

    @Test
    void hostile_and_broken_files_are_refused_with_a_reason() throws IOException {
        byte[] good = wav(drums(120, 1), 48_000);
        byte[] silent = good.clone();
        ByteBuffer.wrap(silent).order(ByteOrder.LITTLE_ENDIAN).putInt(24, 0);
        Path list = file("list.wav", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8));
        for (Path bad : List.of(
                file("empty.wav", new byte[0]),
                file("text.mp3", "no sound at all, only words".getBytes(StandardCharsets.UTF_8)),
                file("header.wav", java.util.Arrays.copyOf(good, 44)),
                file("rate.wav", silent),
                list)) {
            assertThatThrownBy(() -> Recording.read(List.of(bad)))
                    .as(bad.toString())
                    .isInstanceOf(SoundException.class)
                    .hasMessageContaining("WAV or MP3");
        }
        // Half a file is half a sound.
        Path half = file("half.wav", java.util.Arrays.copyOf(good, good.length / 2));
        assertThat(Recording.read(List.of(half)).seconds()).isCloseTo(0.5, Offset.offset(0.05));
    }

    @Test
    void random_damage_is_heard_or_told_but_breaks_nothing() throws IOException {
        byte[] good = wav(drums(120, 1), 48_000);
        var random = new java.util.SplittableRandom(9);
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            for (int k = 0; k < 4; k++) {
                bad[random.nextInt(48)] = (byte) random.nextInt(256);
            }
            Path file = file("bad" + i, bad);
            try {
                assertThat(Recording.read(List.of(file)).seconds()).isLessThanOrEqualTo(120);
            } catch (SoundException e) {
                assertThat(e).hasMessageContaining("save");
            }
        }
    }
}
