package dev.zoetrope.cli;

import static dev.zoetrope.cli.ScriptedServer.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void makes_the_film_of_the_storyboard_on_a_server_of_its_own() {
        assertThat(scene.run("demo")).isZero();

        assertThat(folder.resolve("film.mp4")).hasContent("film");
        assertThat(scene.server.input())
                .containsEntry("prompt", "按 Image 1 的故事版生成视频")
                .containsEntry("reference_images", List.of(scene.server.url() + "/v1/files/f1"))
                .containsEntry("seed", 99)
                .containsEntry("duration", 15)
                .containsEntry("resolution", "480p")
                .containsEntry("aspect_ratio", "16:9")
                .containsEntry("generate_audio", true);
        assertThat(scene.server.isClosed()).isTrue();
    }

    @Test
    void says_where_the_film_is_how_long_it_took_and_what_the_prediction_was() {
        scene.run("demo", "-o", "other.mp4");

        assertThat(scene.out().lines().findFirst())
                .contains(folder.resolve("other.mp4").toString());
        assertThat(scene.out())
                .contains("server started")
                .contains("model ready")
                .contains("prediction succeeded")
                .contains("film saved")
                .contains("in all")
                .contains("the model worked 1.25 s")
                .contains("\"id\" : \"" + ScriptedServer.ID + "\"");
    }

    @Test
    void its_server_is_on_a_free_port_of_loopback_with_a_folder_and_a_token_of_its_own() throws Exception {
        scene.run("demo", "--data", "films");

        var options = scene.started.getFirst();
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isZero();
        assertThat(options.data()).isEqualTo(folder.resolve("films/demo"));
        assertThat(options.token()).startsWith("r8_");
        assertThat(folder.resolve("films/demo/cli-token")).content().startsWith(options.token());
        assertThat(Files.getPosixFilePermissions(folder.resolve("films/demo/cli-token")))
                .hasSize(2);
        assertThat(options.models()).first().satisfies(model -> {
            assertThat(model.slug()).isEqualTo("bytedance/seedance-2.0");
            assertThat(model.command()).contains("dev.zoetrope.cli.Main", "model", "bytedance/seedance-2.0");
        });
        assertThat(scene.server.requests().getLast().token()).isNull(); // the download carries none
        assertThat(scene.server.requests()).anyMatch(request -> ("Bearer " + options.token()).equals(request.token()));
    }

    @Test
    void a_failed_prediction_ends_with_1() {
        scene.server.plays(state("failed", "null", "", "\"the encoder is missing\""));

        assertThat(scene.run("demo")).isEqualTo(1);

        assertThat(scene.err()).contains("zoetrope: the prediction failed: the encoder is missing");
        assertThat(scene.server.isClosed()).isTrue();
    }

    @Test
    void a_folder_that_is_not_there_is_told_before_the_work_begins() {
        assertThat(scene.run("demo", "-o", "nowhere/film.mp4")).isEqualTo(2);

        assertThat(scene.started).isEmpty();
    }

    @Test
    void run_starts_a_server_of_its_own_where_none_answers_and_saves_the_output() {
        var target = Target.embedded(EmbeddedServer.start(
                scene.surroundings().launcher(), ConfigReader.read(scene.surroundings(), java.util.Map.of(), null)));

        target.close();

        assertThat(scene.server.isClosed()).isTrue();
        assertThat(scene.started).hasSize(1);
    }
}
