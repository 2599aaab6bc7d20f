package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Caption;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Salience;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move.Kind;
import dev.zoetrope.animatic.Timeline.View;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
    /// A red ball on grey, as wide as high, with its middle at a place.
    private static Picture ball(int x, int y) {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x8a8f98));
        pen.fillRect(0, 0, 400, 400);
        pen.setColor(Color.RED);
        pen.fillOval(x - 35, y - 35, 70, 70);
        pen.dispose();
        return TestPictures.picture(image);
    }

    private static Timeline film(Picture picture, String prompt) {
        return new Director()
                .direct(Briefs.of(prompt, new Brief.Reference(Brief.Role.REFERENCE, picture, Sheet.whole(picture))));
    }

    private static Timeline film(String caption, int panels) {
        Brief.Reference board = Briefs.board(panels);
        return new Director()
                .direct(Briefs.of(
                        "",
                        new Brief.Reference(
                                board.role(),
                                board.picture(),
                                board.sheet(),
                                Collections.nCopies(panels, new Caption(caption, 1)))));
    }

    private static Quad quad(Timeline timeline) {
        return ((View.Panel) timeline.shots().getFirst().view()).quad();
    }

    @Test
    void the_eye_goes_to_what_differs() {
        Picture picture = ball(120, 280);

        Salience salience = Salience.of(picture, picture.bounds());

        assertThat(salience.left(0.2)).isCloseTo(0.2, within(0.06));
        assertThat(salience.top(0.2)).isCloseTo(0.6, within(0.06));
        assertThat(salience.isClear()).isTrue();
        Picture flat = TestPictures.flat(50, 50, 0x336699);
        assertThat(Salience.of(flat, flat.bounds()).isClear()).isFalse();
    }

    @Test
    void what_stands_out_is_not_cut_off_by_the_films_ratio() {
        Quad low = quad(film(ball(200, 330), "static camera"));

        assertThat(low.bottomLeft().y()).isGreaterThan(370);
        assertThat(low.width() / low.height()).isCloseTo(Briefs.SIZE.ratio(), within(0.01));
        assertThat(quad(film(ball(200, 60), "static camera")).topLeft().y()).isLessThan(22);
    }

    @Test
    void a_push_goes_towards_what_stands_out() {
        Quad quad = quad(film(ball(330, 200), "push in"));

        assertThat(quad.width()).isCloseTo(360, within(1.0));
        assertThat(quad.topRight().x()).isCloseTo(400, within(8.0));
    }

    @Test
    void a_move_that_travels_keeps_the_whole_picture() {
        Picture picture = ball(200, 330);

        assertThat(quad(film(picture, "tilt up"))).isEqualTo(picture.bounds());
    }

    @Test
    void where_words_name_no_move_the_size_of_the_shot_does() {
        List<Kind> near = kinds(film("Close-up of her face", 5));
        List<Kind> wide = kinds(film("Wide shot of the hills", 6));

        assertThat(near).containsExactly(Kind.PUSH_IN, Kind.PUSH_IN, Kind.PULL_OUT, Kind.PUSH_IN, Kind.PUSH_IN);
        assertThat(wide).contains(Kind.PULL_OUT).containsAnyOf(Kind.PAN_LEFT, Kind.PAN_RIGHT);
        assertThat(wide.contains(Kind.PAN_LEFT) && wide.contains(Kind.PAN_RIGHT))
                .as("one way through the film")
                .isFalse();
    }

    private static List<Kind> kinds(Timeline timeline) {
        return timeline.shots().stream().map(shot -> shot.move().kind()).toList();
    }
}
