package dev.zoetrope.animatic.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.Soundtrack;
import dev.zoetrope.animatic.Subtitle;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Line;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.media.Tools;
import dev.zoetrope.animatic.studio.Film;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import dev.zoetrope.animatic.voice.Speaking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int PER_FRAME = 2000;

    /// Nine shots; lines by the index of their shot.
    private static Timeline film(int frames, List<List<Line>> lines) {
        Timeline bare = Scenes.nine(SIZE, frames, new Sound(5, 90, Mood.CALM, List.of()));
        var shots = new ArrayList<Shot>();
        for (Shot shot : bare.shots()) {
            int index = shot.number() - 1;
            shots.add(new Shot(
                    shot.number(),
                    shot.start(),
                    shot.length(),
                    shot.view(),
                    shot.move(),
                    shot.transition(),
                    index < lines.size() ? lines.get(index) : List.of(),
                    shot.reason()));
        }
        return new Timeline(Timeline.VERSION, SIZE, frames, bare.seed(), shots, bare.sound());
    }

    private static Line line(int at, String speaker, String words) {
        return new Line(at, 20, speaker, words);
    }

    @Test
    void lines_are_heard_in_their_shots_and_the_music_gives_way() {
        Timeline film = film(361, List.of(List.of(), List.of(line(6, "Anna", "Run away now!")), List.of()));
        Dialogue dialogue = Dialogue.of(film, Speaking.installed());

        Dialogue.Spoken spoken = dialogue.lines().getFirst();
        Shot shot = film.shots().get(1);
        assertThat(spoken.start()).isEqualTo((shot.start() + 6) * PER_FRAME);
        assertThat(spoken.end()).isLessThanOrEqualTo(shot.end() * PER_FRAME);
        float[] bed = new float[361 * PER_FRAME];
        java.util.Arrays.fill(bed, 1);
        Ducking.under(dialogue, bed);
        assertThat(bed[spoken.start()]).isLessThan(0.3f);
        assertThat(bed[shot.start() * PER_FRAME / 2]).isEqualTo(1);
        for (int i = 1; i < bed.length; i++) {
            assertThat(Math.abs(bed[i] - bed[i - 1])).isLessThan(0.001f);
        }
    }

    @Test
    void the_film_with_dialogue_is_as_loud_as_any_and_tells_what_was_said() {
        Timeline film = film(
                361,
                List.of(
                        List.of(line(2, "Anna", "Where are we?")),
                        List.of(),
                        List.of(line(2, "Tom", "Home.")),
                        List.of(line(4, "Анна", "Да!"))));
        Soundtrack track = Score.perform(film, null);

        assertThat(Loudness.integrated(track.samples())).isCloseTo(-14, Offset.offset(0.3));
        assertThat(track.notes()).hasSize(3);
        assertThat(track.notes().get(0)).contains("shot 1", "Anna", "woman", "Where are we?", "FreeTTS");
        assertThat(track.notes().get(1)).contains("Tom", "man");
        assertThat(track.notes().get(2)).contains("murmured");
        assertThat(track.captions()).extracting(Subtitle::text).contains("Where are we?", "Home.", "Да!");
        assertThat(Score.of(film)).isEqualTo(track.samples());
    }

    @Test
    void lines_too_long_for_their_shots_wait_for_each_other_and_end_with_the_film() {
        String words = "This is a long sentence that nobody could ever say in a second, not even a fast talker.";
        var lines = new ArrayList<List<Line>>();
        lines.add(List.of());
        for (int i = 1; i < 9; i++) {
            lines.add(i % 2 == 1 ? List.of() : List.of(line(0, "A", words)));
        }
        Dialogue dialogue = Dialogue.of(film(361, lines), Speaking.installed());

        assertThat(dialogue.lines()).hasSize(4);
        int before = 0;
        for (Dialogue.Spoken spoken : dialogue.lines()) {
            assertThat(spoken.start()).isGreaterThanOrEqualTo(before);
            before = spoken.end();
        }
        assertThat(before).isLessThan(361 * PER_FRAME);
    }

    @Test
    void the_film_carries_the_dialogue_as_a_track_to_be_read(@TempDir Path folder) throws Exception {
        Timeline film = film(97, List.of(List.of(), List.of(line(0, "Anna", "Home."), line(8, "", "回家。"))));
        Brief brief = Scenes.brief(Scenes.sheet(), SIZE, 97);
        Film made = new Studio().shoot(brief, film, folder.resolve("film.mp4"), Progress.UNWATCHED);

        assertThat(Tools.probe(made.file()))
                .containsSubsequence("codec_name=h264", "codec_name=aac", "codec_name=mov_text", "nb_streams=3");
        Path read = folder.resolve("lines.srt");
        Tools.ffmpeg("-v", "error", "-i", made.file().toString(), read.toString());
        assertThat(Files.readString(read)).containsSubsequence("00:00:00,4", "Home.", "-->", "回家。");
        assertThat(made.notes()).hasSize(2);
    }

    @Test
    void speech_is_heard_after_encoding_at_the_loudness_of_the_web(@TempDir Path folder) throws Exception {
        Timeline film = film(193, List.of(List.of(), List.of(line(0, "Tom", "We must leave this place.")), List.of()));
        Brief brief = Scenes.brief(Scenes.sheet(), SIZE, 193);
        Film made = new Studio().shoot(brief, film, folder.resolve("film.mp4"), Progress.UNWATCHED);

        Heard heard = Heard.of(made.file());
        assertThat(heard.loudness()).isBetween(-14.5, -13.5);
        assertThat(heard.peak()).isLessThanOrEqualTo(-1);
    }
}
