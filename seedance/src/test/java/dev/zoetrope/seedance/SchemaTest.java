package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.cog.InputReader;
import dev.zoetrope.cog.OpenApiDocument;
import dev.zoetrope.cog.OutputType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void the_inputs_come_in_the_order_of_the_original() {
        Map<String, Map<String, Object>> properties = properties(SeedanceInput.class);
        assertThat(properties.keySet())
                .containsExactly(
                        "prompt",
                        "image",
                        "last_frame_image",
                        "reference_images",
                        "reference_videos",
                        "reference_audios",
                        "duration",
                        "resolution",
                        "aspect_ratio",
                        "generate_audio",
                        "seed");
        List<Object> orders = new ArrayList<>();
        properties.values().forEach(property -> orders.add(property.get("x-order")));
        assertThat(orders).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(properties.values())
                .allSatisfy(property -> assertThat(property).containsKey("description"));
    }

    @Test
    void only_the_prompt_is_required() {
        assertThat(schema(SeedanceInput.class, "Input")).containsEntry("required", List.of("prompt"));
    }

    @Test
    void types_and_defaults_are_those_of_the_original() {
        Map<String, Map<String, Object>> properties = properties(SeedanceInput.class);
        assertThat(properties.get("prompt")).containsEntry("type", "string");
        for (String file : List.of("image", "last_frame_image")) {
            assertThat(properties.get(file))
                    .containsEntry("type", "string")
                    .containsEntry("format", "uri")
                    .doesNotContainKey("default");
        }
        for (String files : List.of("reference_images", "reference_videos", "reference_audios")) {
            assertThat(properties.get(files)).containsEntry("type", "array").containsEntry("default", List.of());
        }
        assertThat(properties.get("duration").toString()).contains("type=integer", "minimum=-1", "maximum=15");
        assertThat(properties.get("duration")).containsEntry("default", 5);
        assertThat(properties.get("resolution")).containsEntry("default", "720p");
        assertThat(properties.get("aspect_ratio")).containsEntry("default", "16:9");
        assertThat(properties.get("generate_audio"))
                .containsEntry("type", "boolean")
                .containsEntry("default", true);
        assertThat(properties.get("seed")).containsEntry("type", "integer").doesNotContainKey("default");
    }

    @Test
    void each_model_lists_the_choices_it_has() {
        assertThat(schema(SeedanceInput.class, "resolution"))
                .containsEntry("enum", List.of("480p", "720p", "1080p", "4k"));
        assertThat(schema(FastInput.class, "resolution")).containsEntry("enum", List.of("480p", "720p"));
        assertThat(schema(SeedanceInput.class, "aspect_ratio"))
                .isEqualTo(schema(FastInput.class, "aspect_ratio"))
                .containsEntry("enum", List.of("16:9", "4:3", "1:1", "3:4", "9:16", "21:9", "9:21", "adaptive"));
    }

    @Test
    void the_models_differ_in_nothing_else() {
        assertThat(properties(FastInput.class)).isEqualTo(properties(SeedanceInput.class));
    }

    @Test
    void a_prompt_alone_is_read_with_all_defaults() {
        assertThat(read(Map.of("prompt", "a boat sails by")))
                .isEqualTo(new Inputs().prompt("a boat sails by").build());
    }

    @Test
    void the_request_on_record_is_read() throws IOException {
        assertThat(read(SeedRequest.input()))
                .isEqualTo(new Inputs()
                        .prompt("按 Image 1 的故事版生成视频")
                        .referenceImages(
                                "https://replicate.delivery/pbxt/P0gcM2jonEv6KS1aMlSNwt1s0BkgTB4tvHOpwveo2iC6b1XB/"
                                        + "HHAglbTXAAAR3bD.jpeg")
                        .duration(15)
                        .resolution("480p")
                        .seed(99)
                        .build());
    }

    @Test
    void the_fast_inputs_become_the_common_ones() {
        var fast = new FastInput(
                "p", null, null, List.of(URI.create("a:b")), List.of(), List.of(), 4, "480p", "1:1", false, 7L, null);
        assertThat(fast.common())
                .isEqualTo(new Inputs()
                        .prompt("p")
                        .referenceImages("a:b")
                        .duration(4)
                        .resolution("480p")
                        .aspectRatio("1:1")
                        .silent()
                        .seed(7)
                        .build());
    }

    private static SeedanceInput read(Map<String, Object> json) {
        return ((InputReader.Valid<SeedanceInput>) new InputReader<>(SeedanceInput.class).read(json)).input();
    }

    @SuppressWarnings("unchecked") // the document is made of maps all the way down
    private static Map<String, Map<String, Object>> properties(Class<? extends Record> input) {
        return (Map<String, Map<String, Object>>) schema(input, "Input").get("properties");
    }

    @SuppressWarnings("unchecked") // the document is made of maps all the way down
    private static Map<String, Object> schema(Class<? extends Record> input, String name) {
        var components = (Map<String, Map<String, Object>>)
                OpenApiDocument.of(input, OutputType.FILE, "1").get("components");
        return (Map<String, Object>) components.get("schemas").get(name);
    }
}
