package dev.zoetrope.animatic.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.SheetHints;
import dev.zoetrope.animatic.TestPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryboardReaderTest {
    private final StoryboardReader reader = new StoryboardReader();

    @ParameterizedTest
    @ValueSource(strings = {"english-3x3", "chinese-2x3", "single-photo"})
    void every_panel_of_the_sample_sheets_is_found_in_order(String name) throws Exception {
        Picture picture = TestPictures.resource("boards/" + name + ".jpg");
        List<Quad> truth = truth(name);

        Sheet sheet = reader.read(picture);

        assertThat(sheet.panels()).hasSameSizeAs(truth);
        for (int i = 0; i < truth.size(); i++) {
            assertThat(Polygons.iou(truth.get(i), sheet.panels().get(i).quad()))
                    .as("panel %d", i + 1)
                    .isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void a_picture_that_is_no_storyboard_is_one_panel_the_whole_of_it() {
        Picture picture = TestPictures.resource("boards/single-photo.jpg");

        Sheet sheet = reader.read(picture);

        assertThat(sheet.isStoryboard()).isFalse();
        assertThat(sheet.panels().getFirst().quad()).isEqualTo(picture.bounds());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 700", "48, 48", "200, 50", "640, 480"})
    void noise_and_flat_colour_of_any_size_are_one_panel(int width, int height) {
        var random = new SplittableRandom(width);
        int[] noise = random.ints((long) width * height, 0, 0x1000000).toArray();

        for (Picture picture : List.of(
                new Picture(width, height, noise),
                TestPictures.flat(width, height, 0xffffff),
                TestPictures.flat(width, height, 0))) {
            assertThat(reader.read(picture))
                    .isEqualTo(new Sheet(width, height, List.of(new Sheet.Panel(picture.bounds(), 1))));
        }
    }

    @Test
    void a_very_large_sheet_is_read_at_its_own_scale() {
        Picture small = TestPictures.resource("boards/english-3x3.jpg");
        int width = small.width() * 3;
        var pixels = new int[width * small.height() * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = small.at(i % width / 3, i / width / 3);
        }

        Sheet sheet = reader.read(new Picture(width, small.height() * 3, pixels));

        assertThat(sheet.panels()).hasSize(9);
        Quad truth = Quad.rectangle(3 * 544, 3 * 464, 3 * 480, 3 * 270);
        assertThat(Polygons.iou(truth, sheet.panels().get(4).quad())).isGreaterThan(0.98);
    }

    @Test
    void things_on_white_are_no_storyboard() {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 900, 600);
        pen.setColor(Color.RED);
        for (int i = 0; i < 3; i++) {
            pen.fillOval(60 + 280 * i, 150, 220, 300);
        }
        pen.dispose();
        Picture picture = TestPictures.picture(image);

        assertThat(reader.read(picture).panels().getFirst().quad()).isEqualTo(picture.bounds());
    }

    @Test
    void a_horizon_and_a_vignette_do_not_make_panels() {
        var pixels = new int[800 * 600];
        var shaded = new int[800 * 600];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i < 800 * 380 ? 0x2dcf24 : 0x5514d4;
            double x = (i % 800) / 800.0 - 0.5;
            int row = i / 800;
            double y = row / 600.0 - 0.5;
            int level = (int) (170 - 260 * (x * x + y * y));
            shaded[i] = (level << 16) | ((level / 2) << 8) | level;
        }

        assertThat(reader.read(new Picture(800, 600, pixels)).isStoryboard()).isFalse();
        assertThat(reader.read(new Picture(800, 600, shaded)).isStoryboard()).isFalse();
    }

    @Test
    void drawings_in_thin_frames_beside_pictures_are_no_table() {
        var image = new BufferedImage(640, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 500);
        for (int row = 0; row < 2; row++) {
            int top = 30 + row * 230;
            pen.setColor(Color.DARK_GRAY);
            pen.drawRect(30, top, 280, 205);
            pen.drawOval(80, top + 30, 90, 120);
            pen.setColor(new Color(0x3377aa));
            pen.fillRect(330, top, 280, 206);
        }
        pen.dispose();

        assertThat(reader.read(TestPictures.picture(image)).panels()).hasSize(4);
    }

    @Test
    void the_same_picture_gives_the_same_sheet() {
        Picture picture = SyntheticSheet.of(SheetKind.TURNED, 7).picture();

        assertThat(reader.read(picture)).isEqualTo(new StoryboardReader().read(picture));
    }

    @Test
    void a_given_grid_divides_what_shows_none() {
        Picture picture = TestPictures.resource("boards/single-photo.jpg");

        Sheet sheet = reader.read(picture, SheetHints.grid(2, 3));

        assertThat(sheet.panels()).hasSize(6).allMatch(panel -> panel.confidence() <= 0.5);
        assertThat(sheet.panels().get(4).quad().topLeft().y()).isGreaterThan(picture.height() / 3.0);
    }

    @Test
    void a_given_grid_that_fits_changes_nothing() {
        Picture picture = TestPictures.resource("boards/english-3x3.jpg");

        assertThat(reader.read(picture, SheetHints.grid(3, 3))).isEqualTo(reader.read(picture));
    }

    private static List<Quad> truth(String name) throws Exception {
        try (InputStream in = StoryboardReaderTest.class.getResourceAsStream("/boards/" + name + ".json")) {
            var quads = new ArrayList<Quad>();
            for (JsonNode panel : JsonMapper.shared().readTree(in).get("panels")) {
                quads.add(Quad.rectangle(
                        panel.get("x").asInt(),
                        panel.get("y").asInt(),
                        panel.get("w").asInt(),
                        panel.get("h").asInt()));
            }
            return quads;
        }
    }
}
