package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void panels_of_an_uneven_grid_are_cells() {
        List<Found> panels = found(
                new Box(0, 0, 200, 100),
                new Box(220, 0, 300, 100),
                new Box(0, 120, 200, 300),
                new Box(220, 120, 300, 300));

        assertThat(new Cells(panels).all()).containsExactlyElementsOf(panels);
    }

    @Test
    void two_panels_in_one_are_no_cell() {
        List<Found> panels = found(new Box(0, 0, 200, 100), new Box(220, 0, 300, 100), new Box(0, 120, 300, 300));

        assertThat(new Cells(panels).has(new Box(0, 120, 300, 300))).isFalse();
    }

    @Test
    void a_panel_of_a_strip_is_no_cell() {
        assertThat(new Cells(found(new Box(0, 0, 100, 80), new Box(120, 0, 220, 80))).all())
                .isEmpty();
    }

    private static List<Found> found(Box... boxes) {
        return Stream.of(boxes).map(box -> new Found(box, 1)).toList();
    }
}
