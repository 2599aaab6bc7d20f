package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacingTest {
    @Test
    void lengths_add_up_and_are_never_too_short() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 2000; round++) {
            int frames = random.nextInt(1, 500);
            double[] weights = random.doubles(random.nextInt(1, Math.min(frames, 40) + 1), 0.01, 10)
                    .toArray();

            int[] lengths = Pacing.lengths(weights, frames);

            assertThat(Arrays.stream(lengths).sum()).isEqualTo(frames);
            int least = frames >= 12 * weights.length ? 12 : 1;
            assertThat(Arrays.stream(lengths).min().orElseThrow()).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void the_largest_remainders_get_the_frames_left_over() {
        assertThat(Pacing.lengths(new double[] {1, 1, 1}, 361)).containsExactly(121, 120, 120);
        assertThat(Pacing.lengths(new double[] {2, 1.5, 1}, 100)).containsExactly(45, 33, 22);
    }

    @Test
    void a_short_shot_is_raised_at_the_cost_of_all_others() {
        assertThat(Pacing.lengths(new double[] {0.1, 5, 5}, 120)).containsExactly(12, 54, 54);
    }
}
