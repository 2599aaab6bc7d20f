package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Timeline.Move.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoveWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    slow push in on the face            | PUSH_IN
                    Zoom in on the window.              | PUSH_IN
                    the camera slowly moves closer      | PUSH_IN
                    缓慢推镜                             | PUSH_IN
                    夜，推镜头至窗户                      | PUSH_IN
                    镜头慢慢推近人物                      | PUSH_IN
                    希区柯克变焦                         | DOLLY_ZOOM
                    a vertigo shot of the stairs        | DOLLY_ZOOM
                    Dolly zoom on the boy.              | DOLLY_ZOOM
                    Out at sea. Pull back.              | PULL_OUT
                    zoom out to reveal the city         | PULL_OUT
                    镜头拉远                             | PULL_OUT
                    Wide shot, slow pan left.           | PAN_LEFT
                    the camera pans to the right        | PAN_RIGHT
                    黎明，远景，镜头左摇                   | PAN_LEFT
                    向右摇镜                             | PAN_RIGHT
                    Rain. Tilt up.                      | TILT_UP
                    雨中，镜头上摇                        | TILT_UP
                    俯摇                                | TILT_DOWN
                    truck right past the shops          | TRUCK_RIGHT
                    镜头向左平移                         | TRUCK_LEFT
                    City street. Tracking shot.         | TRACK
                    街道，跟拍                           | TRACK
                    crane up over the roofs             | CRANE_UP
                    镜头缓缓上升                         | CRANE_UP
                    镜头下降                             | CRANE_DOWN
                    orbit around the statue             | ORBIT
                    镜头环绕主角                         | ORBIT
                    The chase begins. Handheld.         | HANDHELD
                    追逐，手持                           | HANDHELD
                    手持镜头跟随                         | HANDHELD
                    An apple. Static.                   | STATIC
                    固定镜头                             | STATIC
                    """)
    void a_camera_word_is_its_move(String text, Kind move) {
        assertThat(MoveWords.distinct(text)).first().isEqualTo(List.of(move));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "他推开门",
                "女孩推门而入",
                "一碗拉面",
                "手持长剑的骑士",
                "我跟你走",
                "树叶摇曳",
                "太阳升起",
                "摇头",
                "一辆卡车移动",
                "eggs in a frying pan",
                "she pulls the curtain",
                "a truck on the road",
                "he tilts his head",
                "they orphaned the follower",
                "no zoom",
                "不要变焦",
                "群山环绕",
                "static noise on the radio"
            })
    void a_word_that_does_not_mean_the_camera_is_no_move(String text) {
        assertThat(MoveWords.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"摇镜, 2", "camera pans, 2", "升降, 2"})
    void a_move_without_direction_leaves_the_choice(String text, int choices) {
        assertThat(MoveWords.distinct(text).getFirst()).hasSize(choices);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push in, then pan left", "先推镜，再左摇"})
    void moves_come_in_the_order_of_the_text(String text) {
        assertThat(MoveWords.distinct(text)).containsExactly(List.of(Kind.PUSH_IN), List.of(Kind.PAN_LEFT));
    }
}
