package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoardCommandTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
        try (InputStream sheet = Objects.requireNonNull(BoardCommand.class.getResourceAsStream(DemoCommand.SHEET))) {
            Files.copy(sheet, folder.resolve("sheet.jpg"));
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void each_file_is_one_line_of_json_with_its_panels_in_reading_order() {
        assertThat(scene.run("board", "--json", "sheet.jpg", "sheet.jpg")).isZero();

        assertThat(scene.out().lines()).hasSize(2);
        JsonNode sheet =
                JsonMapper.shared().readTree(scene.out().lines().findFirst().orElseThrow());
        assertThat(sheet.get("file").asString()).isEqualTo("sheet.jpg");
        assertThat(sheet.get("panels")).hasSize(9);
        JsonNode second = sheet.get("panels").get(1);
        assertThat(second.get("quad")).hasSize(4);
        assertThat(second.get("quad").get(0).get(0).asDouble())
                .isGreaterThan(
                        sheet.get("panels").get(0).get("quad").get(1).get(0).asDouble());
        assertThat(second.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(second.get("shot").asInt()).isEqualTo(2);
        assertThat(second.get("seconds").asDouble()).isPositive();
        assertThat(second.get("move").asString()).isEqualTo("track");
    }

    @Test
    void right_to_left_turns_the_rows_around() {
        assertThat(scene.run("board", "--json", "--right-to-left", "sheet.jpg")).isZero();

        JsonNode panels = JsonMapper.shared().readTree(scene.out()).get("panels");
        assertThat(panels.get(0).get("quad").get(0).get(0).asDouble())
                .isGreaterThan(panels.get(1).get("quad").get(0).get(0).asDouble());
    }

    @Test
    void without_json_there_is_a_table_and_the_drawing_is_as_large_as_the_sheet() throws IOException {
        assertThat(scene.run("board", "sheet.jpg", "--draw", "drawn.png")).isZero();

        assertThat(scene.out()).contains("9 panels").hasLineCount(10);
        var drawn = ImageIO.read(folder.resolve("drawn.png").toFile());
        var sheet = ImageIO.read(folder.resolve("sheet.jpg").toFile());
        assertThat(drawn.getWidth()).isEqualTo(sheet.getWidth());
    }

    @Test
    void a_file_that_is_no_picture_fails_by_name_and_the_others_are_read() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "no picture");

        assertThat(scene.run("board", "notes.txt", "missing.png", "sheet.jpg")).isEqualTo(1);

        assertThat(scene.err()).contains("notes.txt: not a picture", "missing.png: there is no such file");
        assertThat(scene.out()).contains("9 panels");
    }

    @Test
    void wrong_options_say_what_is_right() {
        assertThat(scene.run("board", "--grid", "nine", "sheet.jpg")).isEqualTo(2);
        assertThat(scene.run("board", "--draw", "x.png", "sheet.jpg", "sheet.jpg"))
                .isEqualTo(2);

        assertThat(scene.err()).contains("3x3").contains("give one");
    }
}
