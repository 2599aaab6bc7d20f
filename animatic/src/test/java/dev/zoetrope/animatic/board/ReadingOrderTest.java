package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
    @Test
    void a_grid_is_read_in_rows() {
        assertRead(
                new Box(0, 0, 90, 50),
                new Box(100, 3, 190, 53),
                new Box(200, -2, 290, 48),
                new Box(0, 60, 90, 110),
                new Box(100, 62, 190, 112),
                new Box(200, 58, 290, 108));
    }

    @Test
    void a_tall_panel_beside_two_is_read_in_its_place() {
        assertRead(new Box(0, 0, 90, 110), new Box(100, 0, 190, 50), new Box(100, 60, 190, 110));
        assertRead(new Box(0, 0, 90, 50), new Box(0, 60, 90, 110), new Box(100, 0, 190, 110));
    }

    @Test
    void columns_of_uneven_panels_are_read_one_after_the_other() {
        assertRead(
                new Box(0, 0, 90, 40),
                new Box(0, 50, 90, 120),
                new Box(0, 130, 90, 180),
                new Box(100, 0, 190, 80),
                new Box(100, 90, 190, 180));
    }

    @Test
    void columns_are_told_by_their_gap_when_a_row_happens_to_end_at_one_height() {
        assertRead(
                new Box(0, 0, 210, 283),
                new Box(0, 380, 210, 663),
                new Box(0, 760, 210, 1040),
                new Box(265, 0, 475, 188),
                new Box(265, 284, 475, 472),
                new Box(265, 568, 475, 756),
                new Box(265, 852, 475, 1040));
    }

    @Test
    void columns_whose_gaps_meet_once_or_twice_are_still_columns() {
        assertRead(
                new Box(0, 0, 72, 70),
                new Box(0, 110, 72, 180),
                new Box(0, 220, 72, 290),
                new Box(84, 0, 156, 45),
                new Box(84, 82, 156, 127),
                new Box(84, 164, 156, 209),
                new Box(84, 245, 156, 290),
                new Box(168, 0, 240, 70),
                new Box(168, 110, 240, 180),
                new Box(168, 220, 240, 290));
    }

    @Test
    void rows_of_a_large_panel_and_two_small_ones_are_read_as_rows() {
        assertRead(
                new Box(0, 0, 150, 140),
                new Box(160, 0, 310, 65),
                new Box(160, 75, 310, 140),
                new Box(0, 150, 150, 290),
                new Box(160, 150, 310, 215),
                new Box(160, 225, 310, 290));
    }

    @Test
    void panels_that_lean_over_a_cut_do_not_upset_it() {
        assertRead(
                new Box(0, 0, 95, 52), new Box(85, 0, 190, 50), new Box(0, 50, 100, 110), new Box(100, 53, 190, 110));
    }

    private static void assertRead(Box... inOrder) {
        var shuffled = new ArrayList<>(List.of(inOrder));
        Collections.shuffle(shuffled, new Random(3));

        assertThat(ReadingOrder.sort(shuffled, Function.identity())).containsExactly(inOrder);
    }
}
