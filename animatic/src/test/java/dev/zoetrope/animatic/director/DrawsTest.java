package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawsTest {
    @Test
    void the_generator_is_the_same_for_ever() {
        assertThat(new Draws(99, Draws.Concern.MOVES).seed()).isEqualTo(2681093739714181612L);
    }

    @Test
    void each_concern_draws_for_itself() {
        assertThat(new Draws(99, Draws.Concern.MOVES).seed()).isNotEqualTo(new Draws(99, Draws.Concern.PACE).seed());
    }
}
