package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotMarksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Style. Shot 1: dawn. Shot 2: noon. Shot 3: dusk.",
                "Style.\nSHOT 1 - dawn\nSHOT 2 - noon\nSHOT 3 - dusk",
                "风格。镜头1：dawn 镜头2：noon 镜头3：dusk",
                "风格。【镜头一】dawn。【镜头二】noon。【镜头三】dusk",
                "风格。分镜1、dawn。分镜2、noon。分镜3、dusk",
                "Style. 0-3s: dawn. 3-5s: noon. 5-9s: dusk.",
                "风格。0-3秒：dawn；3-5秒：noon；5-9秒：dusk",
                "Style.\n[0-3s] dawn. [3-5s] noon. [5-9s] dusk",
                "第0-3秒，dawn。第3-5秒，noon。第5-9秒，dusk",
                "0:00-0:03 dawn\n0:03-0:05 noon\n0:05-0:09 dusk"
            })
    void the_three_shots_are_told_apart(String prompt) {
        List<ShotMarks.Part> shots = ShotMarks.split(prompt).shots();

        assertThat(shots).extracting(ShotMarks.Part::number).containsExactly(1, 2, 3);
        assertThat(shots.get(0).text()).contains("dawn").doesNotContain("noon");
        assertThat(shots.get(2).text()).contains("dusk").doesNotContain("noon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shot 1 (3s): a. Shot 2 (2.5s): b.", "镜头1（3秒）：a。镜头2（2.5秒）：b", "镜头1：0-3秒：a。镜头2：3-5.5秒：b"})
    void seconds_belong_to_their_shot(String prompt) {
        assertThat(ShotMarks.split(prompt).shots())
                .extracting(ShotMarks.Part::seconds)
                .containsExactly(OptionalDouble.of(3), OptionalDouble.of(2.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a cat",
                "时长：15秒",
                "a film of 4-15 s",
                "In shot 2 he smiles",
                "5-10 people walk by",
                "镜头3：只有一个",
                "按 Image 1 的故事版生成视频",
                "one shot, 9 panels"
            })
    void a_prompt_without_marks_has_no_shots(String prompt) {
        assertThat(ShotMarks.split(prompt).shots()).isEmpty();
    }

    @Test
    void what_stands_before_the_first_mark_is_for_the_whole_film() {
        assertThat(ShotMarks.split("胶片质感。镜头1：海。").preamble()).isEqualTo("胶片质感。");
    }
}
