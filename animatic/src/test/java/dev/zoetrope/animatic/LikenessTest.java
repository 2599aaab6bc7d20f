package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.board.StoryboardReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
    /// A room with a window, a door and a table, and a figure in it.
    private static Picture room(int figure, double light) {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        fill(g, light, 190, 180, 160, 0, 0, 640, 360);
        fill(g, light, 120, 90, 60, 0, 260, 640, 100);
        fill(g, light, 240, 245, 250, 60, 60, 120, 110);
        fill(g, light, 90, 50, 30, 470, 80, 90, 190);
        fill(g, light, 60, 70, 40, 220, 220, 180, 60);
        fill(g, light, 160, 40, 50, figure, 130, 50, 150);
        g.dispose();
        return TestPictures.picture(image);
    }

    private static void fill(
            Graphics2D g, double light, int red, int green, int blue, int x, int y, int width, int height) {
        g.setColor(new Color((int) (light * red), (int) (light * green), (int) (light * blue)));
        g.fillRect(x, y, width, height);
    }

    private static double likeness(Picture one, Picture other) {
        return Likeness.of(one, one.bounds(), other, other.bounds());
    }

    @Test
    void a_room_is_the_same_at_night_and_when_somebody_moved() {
        assertThat(likeness(room(300, 1), room(300, 1))).isGreaterThan(0.999);
        assertThat(likeness(room(300, 1), room(330, 1))).isGreaterThan(Likeness.CLEAR);
        assertThat(likeness(room(300, 1), room(320, 0.5))).isGreaterThan(Likeness.CLEAR);
    }

    @Test
    void what_shows_nothing_is_like_nothing() {
        Picture flat = TestPictures.flat(50, 50, 0x336699);
        assertThat(likeness(flat, flat)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"english-3x3", "chinese-2x3"})
    void no_two_panels_of_the_sample_boards_are_one_set_up(String name) throws IOException {
        Picture board;
        try (InputStream in = Likeness.class.getResourceAsStream("boards/" + name + ".jpg")) {
            board = TestPictures.picture(ImageIO.read(in));
        }
        List<Quad> panels = new StoryboardReader()
                .read(board).panels().stream().map(Sheet.Panel::quad).toList();
        for (int i = 0; i < panels.size(); i++) {
            for (int k = i + 1; k < panels.size(); k++) {
                assertThat(Likeness.of(board, panels.get(i), board, panels.get(k)))
                        .as("%s and %s", i + 1, k + 1)
                        .isLessThan(Likeness.CLEAR - 0.15);
            }
        }
    }
}
