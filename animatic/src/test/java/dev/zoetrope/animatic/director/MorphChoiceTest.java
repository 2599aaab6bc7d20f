package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline.Transition;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorphChoiceTest {
    /// A room with a window and a door, and somebody in it.
    private static Picture room(int figure) {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        fill(g, 0xBEB4A0, 0, 0, 640, 360);
        fill(g, 0x785A3C, 0, 260, 640, 100);
        fill(g, 0xF0F5FA, 60, 60, 120, 110);
        fill(g, 0x5A321E, 470, 80, 90, 190);
        fill(g, 0xA02832, figure, 130, 50, 150);
        g.dispose();
        return TestPictures.picture(image);
    }

    private static Picture moon() {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        fill(g, 0x0A1030, 0, 0, 640, 360);
        g.setColor(Color.WHITE);
        g.fillOval(380, 40, 120, 120);
        g.dispose();
        return TestPictures.picture(image);
    }

    private static void fill(Graphics2D g, int rgb, int x, int y, int width, int height) {
        g.setColor(new Color(rgb));
        g.fillRect(x, y, width, height);
    }

    private static Transition.Kind join(String prompt, Role first, Picture one, Role second, Picture other) {
        Brief brief = Briefs.of(
                prompt,
                new Brief.Reference(first, one, Sheet.whole(one)),
                new Brief.Reference(second, other, Sheet.whole(other)));
        return new Director().direct(brief).shots().get(1).transition().kind();
    }

    private static Transition.Kind join(String prompt, Picture one, Picture other) {
        return join(prompt, Role.REFERENCE, one, Role.REFERENCE, other);
    }

    @Test
    void a_picture_of_the_same_set_up_comes_out_of_the_one_before_it() {
        assertThat(join("a quiet evening", room(260), room(290))).isEqualTo(Transition.Kind.MORPH);
        assertThat(join("a quiet evening", room(260), moon())).isNotEqualTo(Transition.Kind.MORPH);
        assertThat(join("hard cuts only", room(260), room(290))).isEqualTo(Transition.Kind.CUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the room morphs into the moon", "房间渐变成月亮", "变形转场", "same set-up throughout"})
    void words_ask_for_it(String prompt) {
        assertThat(join(prompt, room(260), moon())).isEqualTo(Transition.Kind.MORPH);
    }

    @Test
    void a_film_from_a_first_to_a_last_frame_of_one_set_up_morphs() {
        assertThat(join("she gets up", Role.FIRST_FRAME, room(260), Role.LAST_FRAME, room(290)))
                .isEqualTo(Transition.Kind.MORPH);
        assertThat(join("she gets up", Role.FIRST_FRAME, room(260), Role.LAST_FRAME, moon()))
                .isEqualTo(Transition.Kind.DISSOLVE);
    }
}
