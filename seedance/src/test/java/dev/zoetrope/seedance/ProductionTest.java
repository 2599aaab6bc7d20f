package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-29T08:59:39Z"));

    @TempDir
    Path folder;

    @Test
    void the_log_has_the_shape_of_the_original() throws Exception {
        RecordingContext context = new RecordingContext(folder);
        Path film = production(3_120_013).make(seedRequest().build(), context);
        assertThat(film).hasFileName("seedance-480p-15s-99.mp4").exists();
        assertThat(context.log()).hasSize(6);
        assertThat(context.log().get(0)).isEqualTo("Using seed: 99");
        assertThat(context.log().get(1))
                .matches("Generating video\\.\\.\\. \\(request ID: zt-20260429085939-[0-9a-z]{5}\\)");
        assertThat(context.log().get(2)).isEqualTo("Engine: paper (writes one byte again and again)");
        assertThat(context.log().get(3)).matches("Generated video in [0-9]+\\.[0-9]sec");
        assertThat(context.log().get(4)).isEqualTo("Saving 3120013 bytes");
        assertThat(context.log().get(5)).matches("Saved 2\\.98MB in [0-9]+\\.[0-9]{2}sec");
    }

    @Test
    void the_metrics_are_those_of_the_original_and_no_others() throws Exception {
        RecordingContext context = new RecordingContext(folder);
        production(1).make(seedRequest().build(), context);
        assertThat(context.metrics())
                .isEqualTo(Map.of(
                        "model_variant",
                        "non_video_in",
                        "resolution_target",
                        "480p",
                        "token_output_count",
                        151_078,
                        "video_output_duration_seconds",
                        15));
    }

    @Test
    void reference_videos_make_another_variant() throws Exception {
        RecordingContext context = new RecordingContext(folder);
        production(1)
                .make(new Inputs().referenceVideos("https://example.com/a.mp4").build(), context);
        assertThat(context.metrics()).containsEntry("model_variant", "video_in");
    }

    @Test
    void a_seed_is_chosen_told_and_used_when_none_is_given() throws Exception {
        for (Inputs inputs : List.of(new Inputs(), new Inputs().seed(-1).resolution("480p"))) {
            RecordingContext context = new RecordingContext(folder);
            Path film = production(1).make(inputs.build(), context);
            assertThat(context.log().getFirst()).matches("Using seed: [0-9]{1,5}");
            String seed = context.log().getFirst().substring("Using seed: ".length());
            assertThat(film.getFileName().toString()).endsWith("-" + seed + ".mp4");
            assertThat(Files.readAllBytes(film))
                    .containsExactly(Long.valueOf(seed).byteValue());
        }
    }

    @Test
    void inputs_that_break_a_rule_never_reach_the_engine() {
        RecordingContext context = new RecordingContext(folder);
        assertThatThrownBy(() -> production(1).make(new Inputs().duration(3).build(), context))
                .isInstanceOf(ModelException.class);
        assertThat(context.log()).isEmpty();
    }

    private static Inputs seedRequest() {
        return new Inputs()
                .prompt("按 Image 1 的故事版生成视频")
                .referenceImages("https://example.com/board.jpeg")
                .duration(15)
                .resolution("480p")
                .seed(99);
    }

    private static Production production(int bytes) throws Exception {
        var production =
                new Production(new Rules(Variant.STANDARD), () -> new PaperEngine(bytes), CLOCK, new Random(1));
        production.setup();
        return production;
    }

    /// Makes files of a given size, full of the seed's lowest byte.
    private record PaperEngine(int bytes) implements Engine {
        @Override
        public String name() {
            return "paper";
        }

        @Override
        public String nature() {
            return "writes one byte again and again";
        }

        @Override
        public void warmUp() {}

        @Override
        public Footage make(Job job, Context context) throws IOException {
            byte[] content = new byte[bytes];
            Arrays.fill(content, (byte) job.seed());
            Path file = Files.write(context.workFolder().resolve("paper.mp4"), content);
            return new Footage(file, job.input().duration(), 151_078);
        }
    }
}
