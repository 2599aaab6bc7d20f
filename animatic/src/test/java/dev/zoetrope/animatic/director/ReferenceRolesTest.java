package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Timeline;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceRolesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Image 2 is the character                                          | Image 2 character
            Image 1 is the storyboard and Image 2 is the character            | Image 1 storyboard, Image 2 character
            参考图2的风格                                                      | Image 2 style
            按图片1的故事版生成视频，参考图2的画风，角色参考图3                   | Image 1 storyboard, Image 2 style, Image 3 character
            Use Image 3 as the last frame                                     | Image 3 last frame
            @图片1 为首帧，@图片2 作为尾帧                                      | Image 1 first frame, Image 2 last frame
            参考视频1的运镜，参考音频1的音乐                                     | Video 1 motion, Audio 1 music
            音色参考@音频1                                                     | Audio 1 voice
            the character from [Image2] in the style of [Image3]              | Image 2 character, Image 3 style
            Follow the camera movement of @Video1 with the rhythm of Audio 2  | Video 1 motion, Audio 2 music
            Use <Image_1> as reference for the main character                 | Image 1 character
            图片1中的人物走进房间                                               | Image 1 character
            Animate Image 1                                                   | ''
            Image 1, then Image 2. The style is free.                         | ''
            """)
    void the_role_stands_beside_the_name(String prompt, String roles) {
        assertThat(ReferenceRoles.find(prompt).stream()
                        .map(named -> titled(named.medium()) + " " + named.number() + " "
                                + named.role().title())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(roles);
    }

    private static String titled(ReferenceRoles.Medium medium) {
        return switch (medium) {
            case IMAGE -> "Image";
            case VIDEO -> "Video";
            case AUDIO -> "Audio";
        };
    }

    @Test
    void what_cannot_be_used_is_said() {
        assertThat(ReferenceRoles.remarks("参考图2的风格，参考视频1的运镜，参考音频1的音乐。Image 4 is the character", 2, 1, 1))
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).startsWith("Image 2 is the style").contains("not its strokes"))
                .anySatisfy(
                        line -> assertThat(line).contains("Image 4 is named").contains("there are 2 references"));
    }

    @Test
    void a_character_and_a_style_are_no_shots() {
        Timeline timeline = new Director()
                .direct(Briefs.of(
                        "Image 2 is the character, image 3 is the style.",
                        Briefs.picture(),
                        Briefs.picture(),
                        Briefs.picture()));

        assertThat(timeline.shots()).hasSize(1);
        assertThat(timeline.shots().getFirst().reason())
                .contains("image 2 not shown, being the character")
                .contains("image 3 not shown, being the style");
    }

    @Test
    void a_character_alone_is_shown_rather_than_nothing() {
        Timeline timeline = new Director().direct(Briefs.of("Image 1 is the hero. He walks.", Briefs.picture()));

        assertThat(timeline.shots().getFirst().view()).isInstanceOf(Timeline.View.Panel.class);
    }

    @Test
    void a_picture_that_is_called_the_last_frame_closes_the_film() {
        Timeline timeline = new Director()
                .direct(Briefs.of("Image 1 as the last frame", Briefs.picture(), Briefs.picture(), Briefs.picture()));

        assertThat(timeline.shots())
                .extracting(shot -> ((Timeline.View.Panel) shot.view()).reference())
                .containsExactly(1, 2, 0);
        assertThat(timeline.shots().getLast().reason()).contains("ending on the whole picture");
    }
}
