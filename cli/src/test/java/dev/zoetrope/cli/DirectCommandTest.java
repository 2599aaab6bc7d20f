package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectCommandTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws IOException {
        scene = new Scene(folder);
        Files.createDirectories(folder.resolve("plans"));
        Files.createDirectories(folder.resolve("pictures"));
        var picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", folder.resolve("pictures/one.png").toFile());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_was_directed_can_be_rendered() {
        assertThat(scene.run("direct", "pictures/one.png", "--seconds", "1", "-o", "plan.json"))
                .as(scene.err())
                .isZero();
        assertThat(scene.run("render", "plan.json", "--shot-list"))
                .as(scene.err())
                .isZero();
    }

    @Test
    void a_soundfont_that_is_none_is_refused_with_the_remedy() {
        assertThat(scene.run("direct", "pictures/one.png", "--seconds", "1", "-o", "plan.json"))
                .as(scene.err())
                .isZero();
        assertThat(scene.run("render", "plan.json", "--soundfont", "plan.json")).isEqualTo(ExitCode.USAGE.number());

        assertThat(scene.err()).contains("--soundfont", "plan.json is no SoundFont 2 file", "give an .sf2 file");
    }

    @Test
    void a_video_is_extended() throws IOException {
        scene.run("direct", "pictures/one.png", "--seconds", "1", "-o", "plan.json");
        scene.run("render", "plan.json", "-o", "pictures/film.mp4");

        assertThat(scene.run(
                        "direct", "pictures/film.mp4", "pictures/one.png", "--seconds", "2", "-p", "extend Video 1"))
                .as(scene.err())
                .isZero();
        assertThat(folder.resolve("timeline.json"))
                .content()
                .contains("pictures/film.mp4")
                .contains("pictures/one.png");
        assertThat(scene.run("render", "timeline.json", "-o", "longer.mp4"))
                .as(scene.err())
                .isZero();
        assertThat(folder.resolve("longer.mp4")).exists();

        Files.writeString(folder.resolve("pictures/text.mp4"), "hello");
        assertThat(scene.run("direct", "pictures/text.mp4")).isEqualTo(ExitCode.USAGE.number());
        assertThat(scene.err()).contains("pictures/text.mp4: the file is no MP4 or MOV video");
    }

    @Test
    void a_picture_outside_of_the_timelines_folder_is_refused_with_the_remedy() {
        assertThat(scene.run("direct", "pictures/one.png", "-o", "plans/plan.json"))
                .isEqualTo(ExitCode.USAGE.number());

        assertThat(scene.err()).contains("pictures/one.png lies outside of").contains("copy the picture");
        assertThat(folder.resolve("plans/plan.json")).doesNotExist();
    }
}
