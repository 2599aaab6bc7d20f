package dev.zoetrope.animatic.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {
    /// Eight prompts as people write them, and what is understood of each.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A lonely lighthouse on the coast at dusk, seagulls circling above the waves"
                        + " | beach, dusk; lighthouse; 6 bird moving",
                "An old fisherman walks along the harbour in the morning fog, his dog beside him"
                        + " | harbour, dawn, fog; person moving; dog",
                "Cyberpunk alley, neon signs, heavy rain, a cat sits under a lantern"
                        + " | street, night, rain, neon; cat",
                "Two horses gallop across a snow field in winter | snowfield, snow, winter; 2 horse moving",
                "黄昏的沙漠，一个旅人骑着骆驼缓缓走过沙丘 | desert, dusk; person moving",
                "清晨薄雾中的湖面，一只小船，一群大雁飞过 | lake, dawn, fog; sailboat moving; 6 bird moving",
                "深夜，女孩坐在窗前看雨，一只猫趴在旁边 | room, night, rain; woman; cat",
                "樱花树下，两只狗在草地上奔跑，远处有一座寺庙 | meadow, spring; tree; 2 dog moving; pagoda"
            })
    void prompts_are_understood(String prompt, String scene) {
        assertThat(Scene.read(prompt).words()).isEqualTo(scene);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_scene_says_of_itself_reads_back_as_itself(Being being) {
        for (Place place : Place.values()) {
            for (Hour hour : Hour.values()) {
                Scene scene = Scene.read(place.word() + ", " + hour.word() + ", fog, autumn, ink, near; 3 "
                        + being.word() + " moving; house");
                assertThat(Scene.read(scene.words())).isEqualTo(scene);
                assertThat(scene.place()).contains(place);
                assertThat(scene.cast().getFirst().being()).isEqualTo(being);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "上海的海报, ''",
        "a seat in the pantry, ''",
        "A month of Sundays, ''",
        "spacious, ''",
        "mature people, person"
    })
    void words_that_only_look_alike_show_nothing(String words, String scene) {
        assertThat(Scene.read(words).words()).isEqualTo(scene);
    }

    @Test
    void a_shot_keeps_what_the_shot_before_told() {
        Scene first = Scene.read("A forest in the morning mist");
        assertThat(Scene.read("a deer walks by").after(first).words()).isEqualTo("forest, dawn, fog; deer moving");
        assertThat(Scene.read("night falls").after(first).words()).isEqualTo("forest, night, fog");
        assertThat(Scene.read("a ship").after(first).place()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_place_is_drawn_in_layers_that_cover_the_frame(Place place) {
        List<Layer> layers =
                new ScenePainter(Scene.read(place.word() + ", dusk; person; 6 bird"), 3, 16 / 9.0, 90).layers();

        assertThat(layers).hasSizeBetween(3, 6);
        Layer far = layers.getFirst();
        assertThat(far.left()).isNegative();
        assertThat(java.util.Arrays.stream(far.pixels())).allMatch(pixel -> pixel >>> 24 == 255);
        for (int i = 1; i < layers.size(); i++) {
            assertThat(layers.get(i).nearness())
                    .isGreaterThanOrEqualTo(layers.get(i - 1).nearness());
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_being_has_a_silhouette_that_stands_on_the_ground(Being being) {
        Cutout cutout = Cutout.named(being == Being.COUPLE ? "woman walking" : being.word());

        assertThat(cutout.body().getBounds2D().getHeight()).isBetween(80.0, 160.0);
        assertThat(cutout.width()).isBetween(20.0, 1400.0);
    }
}
