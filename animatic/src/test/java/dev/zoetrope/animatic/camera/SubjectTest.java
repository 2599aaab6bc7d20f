package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    /// A figure of a head and a coat before a grey sky and a ground, its middle at a place.
    private static Picture figure(int width, int height, int x, int y) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(200, 205, 210));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(180, 178, 170));
        g.fillRect(0, height * 3 / 4, width, height);
        g.setColor(new Color(60, 30, 90));
        g.fillRect(x - 30, y - 40, 60, 120);
        g.setColor(new Color(240, 190, 160));
        g.fillOval(x - 20, y - 80, 40, 40);
        g.dispose();
        return Scenes.picture(image);
    }

    @ParameterizedTest
    @CsvSource({
        "960,540, 180,270, 0.5625", // 16:9 to 9:16, at the left
        "960,540, 780,270, 0.5625",
        "960,540, 800,270, 1", // to a square
        "540,960, 270,200, 1.7778", // 9:16 to 16:9, high up
        "540,960, 270,780, 1.7778",
        "720,720, 120,360, 0.5625"
    })
    void a_crop_to_another_ratio_keeps_the_subject(int width, int height, int x, int y, double ratio) {
        Picture picture = figure(width, height, x, y);
        Upright panel = Upright.of(picture, picture.bounds());
        Ground ground = Subject.of(panel).ground(ratio);
        double wide = Math.min(width, height * ratio);
        double high = wide / ratio;
        assertThat(ground.x() - wide / 2).isGreaterThanOrEqualTo(-1e-6);
        assertThat(ground.x() + wide / 2).isLessThanOrEqualTo(width + 1e-6);
        assertThat((double) x).isBetween(ground.x() - wide / 2 + 30, ground.x() + wide / 2 - 30);
        assertThat((double) y).isBetween(ground.y() - high / 2 + 40, ground.y() + high / 2 - 40);
    }

    @Test
    void a_picture_without_a_subject_is_seen_by_its_middle() {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Picture picture = Scenes.picture(image);
        Ground ground = Subject.of(Upright.of(picture, picture.bounds())).ground(1);
        assertThat(ground).isEqualTo(new Ground(640, 360));
    }
}
