package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Timeline;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BeatGridTest {
    @Test
    void free_cuts_go_to_the_beat_and_the_sum_stays() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 1000; round++) {
            int[] lengths = random.ints(random.nextInt(1, 12), 12, 90).toArray();
            var least = new int[lengths.length];
            Arrays.fill(least, 12);

            int[] aligned = BeatGrid.align(lengths, random.nextInt(60, 140), i -> i % 4 != 3, least);

            assertThat(Arrays.stream(aligned).sum())
                    .isEqualTo(Arrays.stream(lengths).sum());
            for (int i = 0; i < lengths.length; i++) {
                assertThat(Math.abs(aligned[i] - lengths[i])).isLessThanOrEqualTo((int) (0.15 * lengths[i]));
                if (i % 4 == 3) {
                    assertThat(aligned[i]).isEqualTo(lengths[i]);
                }
            }
        }
    }

    @Test
    void at_a_quick_tempo_nearly_every_cut_of_a_film_is_on_a_beat() {
        int cuts = 0;
        int onBeat = 0;
        for (long seed = 0; seed < 40; seed++) {
            Timeline timeline = new Director()
                    .direct(Briefs.seeded(Briefs.of("A tense chase, danger, thriller", Briefs.board(7)), seed));
            double beat = 60.0 * Timeline.FRAMES_PER_SECOND / timeline.sound().tempo();
            for (Timeline.Shot shot :
                    timeline.shots().subList(1, timeline.shots().size())) {
                double off = Math.abs(shot.start() - Math.round(shot.start() / beat) * beat);
                cuts++;
                onBeat += off <= 0.5 ? 1 : 0;
            }
        }
        assertThat((double) onBeat / cuts).isGreaterThan(0.85);
    }

    @Test
    void without_music_the_rhythm_is_free() {
        Timeline with = new Director().direct(Briefs.of("chase", Briefs.board(7)));
        Timeline without = new Director().direct(Briefs.of("chase, no music", Briefs.board(7)));

        assertThat(without.shots())
                .extracting(Timeline.Shot::start)
                .isNotEqualTo(with.shots().stream().map(Timeline.Shot::start).toList());
    }
}
