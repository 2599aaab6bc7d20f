package dev.zoetrope.animatic.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Salience;
import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.board.StoryboardReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTest {
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
        Ground ground = Ground.of(Salience.of(picture, picture.bounds()), width, height, ratio);
        double wide = Math.min(width, height * ratio);
        double high = wide / ratio;
        assertThat(ground.x() - wide / 2).isGreaterThanOrEqualTo(-1e-6);
        assertThat(ground.x() + wide / 2).isLessThanOrEqualTo(width + 1e-6);
        assertThat((double) x).isBetween(ground.x() - wide / 2 + 30, ground.x() + wide / 2 - 30);
        assertThat((double) y).isBetween(ground.y() - high / 2 + 40, ground.y() + high / 2 - 40);
    }

    /// What each panel is about, as shares of the panel: the face, the umbrella and its man, the boat, the apple.
    @ParameterizedTest
    @CsvSource({
        "english-3x3, 2, 0.30, 0.03, 0.71, 0.95",
        "english-3x3, 5, 0.33, 0.25, 0.67, 0.94",
        "english-3x3, 6, 0.38, 0.20, 0.62, 0.64",
        "english-3x3, 8, 0.35, 0.12, 0.66, 0.73",
        "chinese-2x3, 2, 0.28, 0.03, 0.72, 0.95",
        "chinese-2x3, 5, 0.33, 0.25, 0.67, 0.95"
    })
    void the_sample_boards_keep_their_subjects(
            String board, int panel, double left, double top, double right, double bottom) throws IOException {
        Picture picture = board(board);
        Quad quad = new StoryboardReader()
                .read(picture, SheetHints.NONE)
                .panels()
                .get(panel)
                .quad();
        double width = quad.width();
        double height = quad.height();
        for (double ratio : new double[] {16 / 9.0, 9 / 16.0, 1}) {
            Ground ground = Ground.of(Salience.of(picture, quad), width, height, ratio);
            double wide = Math.min(width, height * ratio) / width;
            double high = wide * width / ratio / height;
            double across = within(ground.x() / width, wide, left, right);
            double down = within(ground.y() / height, high, top, bottom);
            assertThat(across * down)
                    .as("%s: panel %s kept in %s", board, panel, ratio)
                    .isGreaterThan(0.9);
        }
    }

    /// How much of a stretch a window shows, of what it could at most.
    private static double within(double middle, double length, double from, double to) {
        double shown = Math.min(to, middle + length / 2) - Math.max(from, middle - length / 2);
        return shown / Math.min(to - from, length);
    }

    private static Picture board(String name) throws IOException {
        try (InputStream in = Ground.class.getResourceAsStream("/dev/zoetrope/animatic/boards/" + name + ".jpg")) {
            return Scenes.picture(ImageIO.read(in));
        }
    }

    @Test
    void a_picture_without_a_subject_is_seen_by_its_middle() {
        var image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Picture picture = Scenes.picture(image);
        Ground ground = Ground.of(Salience.of(picture, picture.bounds()), 640, 360, 1);
        assertThat(ground).isEqualTo(new Ground(640, 360));
    }
}
