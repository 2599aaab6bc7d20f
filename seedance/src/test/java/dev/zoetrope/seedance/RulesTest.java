package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.cog.ModelException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static final String PICTURE = "https://example.com/a.png";
    private static final String VIDEO = "https://example.com/a.mp4";
    private static final String SOUND = "https://example.com/a.mp3";

    @Test
    void each_mode_is_taken_by_itself() {
        accepted(new Inputs());
        accepted(new Inputs().image(PICTURE));
        accepted(new Inputs().image(PICTURE).lastFrameImage(PICTURE));
        accepted(new Inputs().referenceImages(PICTURE));
        accepted(new Inputs().referenceVideos(VIDEO).referenceAudios(SOUND));
        accepted(new Inputs().referenceImages(PICTURE).referenceVideos(VIDEO).referenceAudios(SOUND));
    }

    @Test
    void a_blank_prompt_is_refused() {
        refused(new Inputs().prompt(" \n"), "prompt is blank; say in a few words what the film shows");
    }

    @Test
    void frames_and_references_exclude_each_other() {
        refused(
                new Inputs().image(PICTURE).referenceImages(PICTURE),
                "image cannot be used together with reference_images; give either first and last frame, or references");
        refused(
                new Inputs()
                        .image(PICTURE)
                        .lastFrameImage(PICTURE)
                        .referenceVideos(VIDEO)
                        .referenceAudios(SOUND),
                "image and last_frame_image cannot be used together with reference_videos, reference_audios; "
                        + "give either first and last frame, or references");
    }

    @Test
    void a_last_frame_needs_a_first_one() {
        refused(
                new Inputs().lastFrameImage(PICTURE),
                "last_frame_image is given without image; add image, the picture on which the film starts, "
                        + "or use reference_images");
    }

    @Test
    void the_numbers_of_references_are_limited() {
        accepted(new Inputs().referenceImages(many(9)));
        refused(
                new Inputs().referenceImages(many(10)),
                "reference_images has 10 items, but at most 9 are taken; leave out 1");
        refused(
                new Inputs().referenceVideos(many(4)),
                "reference_videos has 4 items, but at most 3 are taken; leave out 1");
        refused(
                new Inputs().referenceImages(PICTURE).referenceAudios(many(5)),
                "reference_audios has 5 items, but at most 3 are taken; leave out 2");
    }

    @Test
    void audios_need_something_to_see() {
        refused(
                new Inputs().referenceAudios(SOUND),
                "reference_audios need at least one item in reference_images or reference_videos; add one, "
                        + "or leave the audios out");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 5, 15})
    void durations_within_the_range_are_taken(int seconds) {
        accepted(new Inputs().duration(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 3, 16})
    void durations_outside_are_refused_in_the_words_of_the_original(int seconds) {
        refused(new Inputs().duration(seconds), "Duration must be between 4 and 15 seconds, or -1; got " + seconds);
    }

    @Test
    void the_fast_model_makes_small_films_only() {
        for (String made : new String[] {"480p", "720p"}) {
            assertThatCode(() -> new Rules(Variant.FAST)
                            .check(new Inputs().resolution(made).build()))
                    .doesNotThrowAnyException();
        }
        for (String large : new String[] {"1080p", "4k"}) {
            assertThatThrownBy(() -> new Rules(Variant.FAST)
                            .check(new Inputs().resolution(large).build()))
                    .isInstanceOf(ModelException.class)
                    .hasMessage(
                            "resolution \"" + large + "\" is not made by bytedance/seedance-2.0-fast; choose one of "
                                    + "480p, 720p, or use bytedance/seedance-2.0");
            accepted(new Inputs().resolution(large));
        }
    }

    @Test
    void unknown_resolutions_and_shapes_are_refused() {
        refused(
                new Inputs().resolution("8k"),
                "resolution \"8k\" is not made by bytedance/seedance-2.0; choose one of 480p, 720p, 1080p, 4k");
        refused(
                new Inputs().aspectRatio("2:1"),
                "aspect_ratio \"2:1\" is unknown; choose one of 16:9, 4:3, 1:1, 3:4, 9:16, 21:9, 9:21, adaptive");
        accepted(new Inputs().aspectRatio("adaptive"));
    }

    @Test
    void seeds_lie_in_the_range_that_the_original_documents() {
        accepted(new Inputs().seed(-1));
        accepted(new Inputs().seed(0));
        accepted(new Inputs().seed(2_147_483_647));
        refused(
                new Inputs().seed(2_147_483_648L),
                "seed is 2147483648, but must lie between 0 and 2147483647; leave it out to have one chosen");
        refused(
                new Inputs().seed(-2),
                "seed is -2, but must lie between 0 and 2147483647; leave it out to have one chosen");
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "https://example.com/" + i)
                .toArray(String[]::new);
    }

    private static void accepted(Inputs inputs) {
        assertThatCode(() -> new Rules(Variant.STANDARD).check(inputs.build())).doesNotThrowAnyException();
    }

    private static void refused(Inputs inputs, String message) {
        assertThatThrownBy(() -> new Rules(Variant.STANDARD).check(inputs.build()))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }
}
