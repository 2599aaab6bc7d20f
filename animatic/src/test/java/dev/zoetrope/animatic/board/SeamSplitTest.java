package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeamSplitTest {
    private static final Box WHOLE = new Box(0, 0, 600, 400);

    @Test
    void rows_and_columns_of_any_size_are_parted() {
        List<Box> cells = List.of(
                new Box(0, 0, 170, 240),
                new Box(170, 0, 600, 240),
                new Box(0, 240, 170, 400),
                new Box(170, 240, 600, 400));

        assertThat(split(cells)).containsExactlyElementsOf(cells);
    }

    @Test
    void columns_may_have_each_their_own_panels() {
        List<Box> cells = List.of(
                new Box(0, 0, 200, 130),
                new Box(0, 130, 200, 400),
                new Box(200, 0, 420, 250),
                new Box(200, 250, 420, 400),
                new Box(420, 0, 600, 400));

        assertThat(split(cells)).containsExactlyElementsOf(cells);
    }

    @Test
    void a_horizon_makes_no_panels() {
        assertThat(split(List.of(new Box(0, 0, 600, 260), new Box(0, 260, 600, 400))))
                .containsExactly(WHOLE);
    }

    @Test
    void gutters_are_left_to_those_who_know_the_paper() {
        List<Box> cells = List.of(
                new Box(0, 0, 290, 190),
                new Box(310, 0, 600, 190),
                new Box(0, 210, 290, 400),
                new Box(310, 210, 600, 400));

        assertThat(split(cells)).containsExactly(WHOLE);
    }

    /// Each cell of one colour, and paper between; grain in all.
    private static List<Box> split(List<Box> cells) {
        var random = new SplittableRandom(7);
        var pixels = new int[WHOLE.width() * WHOLE.height()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % WHOLE.width();
            int y = i / WHOLE.width();
            int grey = 250;
            for (int cell = 0; cell < cells.size(); cell++) {
                Box box = cells.get(cell);
                boolean isInside = x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
                grey = isInside ? 40 + 35 * cell : grey;
            }
            pixels[i] = (grey + random.nextInt(5)) * 0x010101;
        }
        var picture = new Picture(WHOLE.width(), WHOLE.height(), pixels);
        Canvas canvas = Canvas.lay(picture, Paper.flat(0xffffff, 1), 0);
        Box bounds = canvas.bounds(picture);
        return SeamSplit.split(canvas, bounds).stream()
                .map(box -> new Box(
                        box.left() - bounds.left(),
                        box.top() - bounds.top(),
                        box.right() - bounds.left(),
                        box.bottom() - bounds.top()))
                .toList();
    }
}
