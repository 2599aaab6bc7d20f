package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Extras;
import dev.zoetrope.animatic.Grade;
import dev.zoetrope.animatic.MovingPicture;
import dev.zoetrope.animatic.Oklab;
import dev.zoetrope.animatic.Picture;
import dev.zoetrope.animatic.Pose;
import dev.zoetrope.animatic.Sheet;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.TestPictures;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.View;
import dev.zoetrope.animatic.TimelineJson;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideosAndStylesTest {
    private static Pose pan(int i) {
        return new Pose(0.003 * i, 0, 1, 0);
    }

    private static Pose push(int i) {
        return new Pose(0, 0.001 * i, 1 + 0.003 * i, 0);
    }

    private interface Way extends IntFunction<Pose> {}

    private static Brief.Clip clip(Way... stretches) {
        List<List<Pose>> motion = Arrays.stream(stretches)
                .map(way -> IntStream.range(0, 48).mapToObj(way).toList())
                .toList();
        return new Brief.Clip(new Grey(48 * stretches.length), motion);
    }

    private static Timeline direct(String prompt, List<Brief.Clip> clips, Brief.Reference... references) {
        return new Director().direct(new Brief(prompt, Arrays.asList(references), Briefs.SIZE, 241, 99, true, clips));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    extend Video 1 by five seconds          | EXTEND | 0
                    将@视频1延长5s                            | EXTEND | 0
                    延长视频2                                 | EXTEND | 1
                    Continue from [Video2], she walks away  | EXTEND | 1
                    视频1向后延长5秒                           | EXTEND | 0
                    Strictly edit <Video_1>: make it rain   | EDIT   | 0
                    编辑视频1                                 | EDIT   | 0
                    Replace the cat in Video 2 with a dog   | EDIT   | 1
                    把视频1中的猫替换成狗                        | EDIT   | 0
                    """)
    void what_is_to_be_done_with_a_video_is_understood(String prompt, ClipWords.Use use, int clip) {
        assertThat(ClipWords.find(prompt, 2)).contains(new ClipWords(use, clip));
    }

    @ParameterizedTest
    @CsvSource({"参考视频1的运镜", "use the camera movement of Video 1", "do not extend Video 1", "extend Video 3"})
    void other_words_leave_a_video_a_reference(String prompt) {
        assertThat(ClipWords.find(prompt, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"按图片1的故事版，参考视频1的运镜", "use the camera movement of Video 1 and push in", "follow the storyboard"})
    void shots_follow_the_camera_of_a_video(String prompt) {
        Timeline timeline =
                direct(prompt, List.of(clip(VideosAndStylesTest::pan, VideosAndStylesTest::push)), Briefs.board(4));

        assertThat(timeline.shots())
                .hasSize(4)
                .allSatisfy(shot -> assertThat(shot.move().kind()).isEqualTo(Move.Kind.PATH));
        assertThat(ShotList.lines(timeline).getFirst()).contains("follows Video 1's camera (pan right 14 %)");
        assertThat(ShotList.lines(timeline).get(1)).contains("follows Video 1's camera (tilt down 5 %, in 14 %)");
        Move pan = timeline.shots().getFirst().move();
        assertThat(pan.path()).as("an even way needs no more").hasSizeLessThan(6);
        assertThat(pan.path().getLast().pose().x()).isCloseTo(0.003 * 47, within(1e-4));
        assertThat(TimelineJson.read(TimelineJson.write(timeline))).isEqualTo(timeline);
    }

    @Test
    void words_about_a_shot_win_over_the_video() {
        Timeline timeline = direct(
                "参考视频1的运镜。镜头1：固定镜头。镜头2：海边。",
                List.of(clip(VideosAndStylesTest::pan)),
                Briefs.picture(),
                Briefs.picture());

        assertThat(timeline.shots())
                .extracting(shot -> shot.move().kind())
                .containsExactly(Move.Kind.STATIC, Move.Kind.PATH);
    }

    @Test
    void a_camera_that_stands_is_followed_only_when_asked_for() {
        Brief.Clip still = clip(_ -> Pose.START);
        assertThat(direct("a film", List.of(still), Briefs.picture())
                        .shots()
                        .getFirst()
                        .move()
                        .kind())
                .isNotEqualTo(Move.Kind.STATIC);
        assertThat(direct("camera movement of Video 1", List.of(still), Briefs.picture())
                        .shots()
                        .getFirst()
                        .reason())
                .contains("follows Video 1's camera, which stands");
    }

    @Test
    void a_video_is_extended_from_its_end() {
        Timeline timeline = direct(
                "extend Video 1",
                List.of(clip(VideosAndStylesTest::pan, VideosAndStylesTest::pan)),
                Briefs.picture(),
                Briefs.picture());

        assertThat(timeline.shots()).extracting(Shot::view).hasSize(3).first().isEqualTo(new View.Clip(0, 96 - 72));
        assertThat(timeline.shots().getFirst().length()).isBetween(68, 76);
        assertThat(timeline.extras().clips()).containsExactly(new Extras.Clip("Video 1", 96));
        assertThat(timeline.shots().getFirst().reason()).contains("plays Video 1 from 1.0 s");
    }

    @Test
    void without_pictures_the_last_frame_goes_on() {
        Timeline timeline = direct("延长视频1", List.of(clip(VideosAndStylesTest::pan, VideosAndStylesTest::pan)));

        assertThat(timeline.shots()).extracting(Shot::view).containsExactly(new View.Clip(0, 24), new View.Clip(0, 95));
        assertThat(timeline.shots().getLast().move().kind()).isEqualTo(Move.Kind.PUSH_IN);
        assertThat(timeline.shots().getFirst().reason()).contains("nothing new is drawn");
    }

    @Test
    void an_edit_shows_the_video_with_life_and_says_what_it_cannot() {
        Timeline timeline = direct("编辑视频1，下雨", List.of(clip(VideosAndStylesTest::pan, VideosAndStylesTest::pan)));

        assertThat(timeline.shots()).hasSize(1).first().satisfies(shot -> {
            assertThat(shot.view()).isEqualTo(new View.Clip(0, 0));
            assertThat(shot.life()).isEqualTo(dev.zoetrope.animatic.Life.RAIN);
            assertThat(shot.reason()).contains("nothing in it is replaced or removed");
        });
        assertThat(Director.wantedSeconds(
                        "编辑视频1", List.of(), List.of(clip(VideosAndStylesTest::pan, VideosAndStylesTest::pan))))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "burn in the subtitles,BURNT",
        "with burnt-in captions,BURNT",
        "hard subtitles please,BURNT",
        "硬字幕,BURNT",
        "烧录字幕,BURNT",
        "带字幕,SOFT",
        "with subtitles,SOFT",
        "no hard subtitles,SOFT",
        "a burning house,SOFT"
    })
    void captions_are_burnt_in_on_request_alone(String prompt, Extras.Captions captions) {
        assertThat(direct(prompt, List.of(), Briefs.picture()).extras().captions())
                .isEqualTo(captions);
    }

    @Test
    void a_style_lends_its_colours_within_bounds() {
        Brief.Reference drawing = reference(0xf4f2ee, 0x303030);
        Brief.Reference night = reference(0x08204a, 0x20407a);
        Timeline timeline = direct("参考图2的风格", List.of(), drawing, night);

        Grade grade = Objects.requireNonNull(timeline.extras().grade());
        int paper = graded(grade, 0xf4f2ee);
        assertThat(Colour.blue(paper)).as("bluer").isGreaterThan(Colour.red(paper) + 8);
        assertThat(Colour.green(paper)).as("still paper").isGreaterThan(170);
        assertThat(timeline.shots().getFirst().reason()).contains("colours of image 2");
        assertThat(direct("in the style of Image 2", List.of(), drawing, night)
                        .extras()
                        .grade())
                .isEqualTo(grade);
        assertThat(direct("a film", List.of(), drawing, night).extras().grade()).isNull();
    }

    @Test
    void a_style_like_the_pictures_changes_little() {
        Brief.Reference drawing = reference(0xc0a080, 0x304050);
        Timeline timeline = direct("in the style of Image 2", List.of(), drawing, drawing);

        Grade grade = Objects.requireNonNull(timeline.extras().grade());
        for (int rgb : new int[] {0xc0a080, 0x304050, 0x808080}) {
            assertThat(Colour.distance(graded(grade, rgb), rgb)).isLessThan(8);
        }
    }

    private static int graded(Grade grade, int rgb) {
        var lab = new double[3];
        var out = new double[3];
        Oklab.of(rgb, lab);
        for (int i = 0; i < 3; i++) {
            out[i] = grade.shift().get(i);
            for (int k = 0; k < 3; k++) {
                out[i] += grade.matrix().get(3 * i + k) * lab[k];
            }
        }
        return Oklab.rgb(out);
    }

    /// Three quarters of one colour, one of the other.
    private static Brief.Reference reference(int much, int little) {
        int[] pixels = TestPictures.flat(160, 90, much).pixels().clone();
        Arrays.fill(pixels, 0, pixels.length / 4, little);
        var picture = new Picture(160, 90, pixels);
        return new Brief.Reference(
                Brief.Role.REFERENCE, picture, new Sheet(160, 90, List.of(new Sheet.Panel(picture.bounds(), 1))));
    }

    private record Grey(int frames) implements MovingPicture {
        @Override
        public int width() {
            return 320;
        }

        @Override
        public int height() {
            return 180;
        }

        @Override
        public Picture frame(int number) {
            return TestPictures.flat(320, 180, 0x808080);
        }
    }
}
