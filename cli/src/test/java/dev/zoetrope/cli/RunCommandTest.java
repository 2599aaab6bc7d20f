package dev.zoetrope.cli;

import static dev.zoetrope.cli.ScriptedServer.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder).serverNamed();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void values_are_typed_by_the_schema_of_the_model() {
        int code = scene.run(
                "run",
                "acme/clip",
                "prompt=15",
                "duration=15",
                "strength=0.5",
                "generate_audio=false",
                "resolution=480p",
                "extra={\"a\":1}");

        assertThat(code).isZero();
        assertThat(scene.server.input())
                .isEqualTo(Map.of(
                        "prompt",
                        "15",
                        "duration",
                        15,
                        "strength",
                        0.5,
                        "generate_audio",
                        false,
                        "resolution",
                        "480p",
                        "extra",
                        Map.of("a", 1)));
    }

    @Test
    void a_list_is_written_by_repeating_its_key_or_as_json() {
        scene.run("run", "acme/clip", "sizes=1", "sizes=2", "sizes=[3,4]");

        assertThat(scene.server.input()).containsEntry("sizes", List.of(1, 2, 3, 4));
    }

    @Test
    void an_at_sign_uploads_a_file_and_sends_its_url() throws IOException {
        Files.writeString(folder.resolve("board.jpg"), "bytes of a board");

        int code = scene.run("run", "acme/clip", "reference_images=@board.jpg", "prompt=@@home");

        assertThat(code).isZero();
        assertThat(scene.server.input())
                .containsEntry("reference_images", List.of(scene.server.url() + "/v1/files/f1"))
                .containsEntry("prompt", "@home");
        assertThat(scene.server.requests())
                .anySatisfy(request -> assertThat(request.body()).contains("bytes of a board"));
    }

    @Test
    void the_output_is_printed_as_its_url() {
        assertThat(scene.run("run", "acme/clip", "prompt=x")).isZero();

        assertThat(scene.out()).isEqualTo(scene.server.url() + "/out/film.mp4\n");
        assertThat(scene.server.requests().getFirst().token()).isEqualTo("Bearer r8_mine");
    }

    @Test
    void the_output_is_saved_where_it_is_wanted() {
        assertThat(scene.run("run", "acme/clip", "-o", "a film.mp4")).isZero();

        assertThat(folder.resolve("a film.mp4")).hasContent("film");
        assertThat(scene.out()).isEqualTo(folder.resolve("a film.mp4") + "\n");
    }

    @Test
    void several_files_are_numbered() {
        scene.server.plays(state("succeeded", "[\"FILM\",\"FILM\"]", "", "null"));

        assertThat(scene.run("run", "acme/clip", "-o", "film.mp4")).isZero();

        assertThat(folder.resolve("film-1.mp4")).hasContent("film");
        assertThat(folder.resolve("film-2.mp4")).hasContent("film");
    }

    @Test
    void text_that_came_in_pieces_is_printed_as_one() {
        scene.server.plays(state("succeeded", "[\"Once \",\"upon\"]", "", "null"));

        assertThat(scene.run("run", "acme/clip")).isZero();

        assertThat(scene.out()).isEqualTo("Once upon\n");
    }

    @Test
    void json_prints_the_whole_prediction_and_nothing_else_on_standard_output() {
        assertThat(scene.run("run", "acme/clip", "--json")).isZero();

        assertThat(Codec.read(scene.out(), Prediction.class).id()).isEqualTo(ScriptedServer.ID);
    }

    @Test
    void log_lines_come_as_they_are_written_each_once() {
        scene.server.plays(
                state("processing", "null", "Using seed: 99\\nGenerat", "null"),
                state("succeeded", "\"FILM\"", "Using seed: 99\\nGenerated video in 1.2sec", "null"));

        scene.run("run", "acme/clip");

        assertThat(scene.err().lines())
                .containsSubsequence(
                        ScriptedServer.ID + " processing",
                        "  Generated video in 1.2sec",
                        ScriptedServer.ID + " succeeded")
                .containsOnlyOnce("  Using seed: 99");
    }

    @Test
    void a_terminal_gets_a_line_that_is_drawn_over() {
        scene.server.plays(state("processing", "null", "", "null"), state("succeeded", "\"FILM\"", "", "null"));

        scene.watched().run("run", "acme/clip");

        assertThat(scene.err())
                .contains("processing [###############...............] 50%")
                .contains("\r\u001b[2K");
    }

    @Test
    void a_failed_prediction_ends_with_1_and_its_reason() {
        scene.server.plays(state("failed", "null", "", "\"no panels were found\""));

        assertThat(scene.run("run", "acme/clip")).isEqualTo(1);

        assertThat(scene.err()).contains("zoetrope: the prediction failed: no panels were found");
        assertThat(scene.out()).isEmpty();
    }

    @Test
    void wrong_words_end_with_2_before_anything_is_created() {
        assertThat(scene.run("run", "acme/clip", "duration=long")).isEqualTo(2);
        assertThat(scene.run("run", "acme/clip", "prompt")).isEqualTo(2);
        assertThat(scene.run("run", "acme/clip", "prompt=a", "prompt=b")).isEqualTo(2);
        assertThat(scene.run("run", "clip", "prompt=a")).isEqualTo(2);
        assertThat(scene.run("run", "acme/clip", "reference_images=@none.jpg")).isEqualTo(2);

        assertThat(scene.err().lines())
                .contains(
                        "zoetrope: duration=long does not fit: it must be a whole number",
                        "zoetrope: \"prompt\" is no input; write key=value, such as prompt=\"a red fox\"",
                        "zoetrope: there is no readable file " + folder.resolve("none.jpg"));
        assertThat(scene.server.requests()).noneMatch(request -> request.path().endsWith("/predictions"));
    }

    @Test
    void an_input_that_the_schema_does_not_name_is_sent_with_a_note() {
        assertThat(scene.run("run", "acme/clip", "promt=hello", "steps=3")).isZero();

        assertThat(scene.err()).contains("does not name promt, steps; it names prompt, duration");
        assertThat(scene.server.input()).isEqualTo(Map.of("promt", "hello", "steps", 3));
    }

    @Test
    void a_server_that_does_not_answer_ends_with_3() {
        scene.server.close();

        assertThat(scene.run("predictions", "list")).isEqualTo(3);

        assertThat(scene.err())
                .contains("zoetrope: cannot reach " + scene.server.url())
                .doesNotContain("\tat ");
    }

    @Test
    void an_unknown_model_ends_with_1() {
        assertThat(scene.run("run", "acme/none", "prompt=a")).isEqualTo(1);

        assertThat(scene.err()).contains("zoetrope: not here (HTTP 404");
    }

    @Test
    void predictions_are_listed_shown_and_cancelled() {
        assertThat(scene.run("predictions", "list")).isZero();
        assertThat(scene.run("predictions", "get", ScriptedServer.ID)).isZero();

        assertThat(scene.out())
                .contains(ScriptedServer.ID + "  failed      2026-01-02T03:04:05.678Z  acme/clip")
                .contains("\"status\" : \"succeeded\"");
        assertThat(scene.run("predictions", "cancel", ScriptedServer.ID)).isZero();
        assertThat(scene.server.requests().getLast().path()).endsWith("/cancel");
    }
}
