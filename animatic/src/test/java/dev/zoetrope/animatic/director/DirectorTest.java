package dev.zoetrope.animatic.director;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Brief.Role;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Life;
import dev.zoetrope.animatic.Quad;
import dev.zoetrope.animatic.ShotList;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectorTest {
    private final Director director = new Director();

    @Test
    void a_storyboard_gives_one_shot_a_panel_in_reading_order() {
        Brief brief = Briefs.of("按 Image 1 的故事版生成视频", Briefs.board(9));

        Timeline timeline = director.direct(brief);

        assertThat(timeline.shots()).hasSize(9);
        for (int i = 0; i < 9; i++) {
            Quad panel = brief.references().getFirst().sheet().panels().get(i).quad();
            // Without the rim, where a panel is mixed with what is around it.
            assertThat(timeline.shots().get(i).view())
                    .isEqualTo(new View.Panel(
                            0, panel.part(1.5 / panel.width(), 0.02, 1 - 1.5 / panel.width(), 1 - 0.02)));
        }
    }

    @Test
    void the_same_brief_gives_the_same_film_and_another_seed_another() {
        Brief brief = Briefs.of("a city at night", Briefs.board(6));

        assertThat(director.direct(brief)).isEqualTo(new Director().direct(brief));
        assertThat(director.direct(Briefs.seeded(brief, 100)).shots())
                .isNotEqualTo(director.direct(brief).shots());
    }

    @Test
    void every_film_keeps_the_rules_of_the_cut() {
        var random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            int panels = random.nextInt(2, 17);
            int frames = random.nextInt(1, 400);
            Brief brief = Briefs.lasting(Briefs.seeded(Briefs.of("", Briefs.board(panels)), random.nextLong()), frames);

            List<Shot> shots = director.direct(brief).shots();

            assertThat(shots).hasSize(Math.min(panels, frames));
            for (int i = 0; i < shots.size(); i++) {
                Shot shot = shots.get(i);
                assertThat(shot.length()).isGreaterThanOrEqualTo(frames >= 12 * panels ? 12 : 1);
                assertThat(shot.move().amount()).isBetween(0.05, 0.12);
                assertThat(shot.transition().frames()).isBetween(0, shot.length() / 2);
                if (i > 0) {
                    assertThat(shot.transition().frames())
                            .isLessThanOrEqualTo(shots.get(i - 1).length() / 2);
                    assertThat(shot.move().kind())
                            .isNotEqualTo(shots.get(i - 1).move().kind());
                }
            }
        }
    }

    @Test
    void lengths_vary_a_little_and_fill_the_film() {
        List<Shot> shots = director.direct(Briefs.of("", Briefs.board(9))).shots();

        assertThat(shots.stream().mapToInt(Shot::length).sum()).isEqualTo(361);
        assertThat(shots).allSatisfy(shot -> assertThat(shot.length()).isBetween(33, 47));
        assertThat(new HashSet<>(shots.stream().map(Shot::length).toList())).hasSizeGreaterThan(2);
    }

    @Test
    void references_that_are_no_storyboard_are_a_sequence() {
        Timeline timeline = director.direct(Briefs.of("", Briefs.picture(), Briefs.picture(), Briefs.picture()));

        assertThat(timeline.shots())
                .extracting(shot -> ((View.Panel) shot.view()).reference())
                .containsExactly(0, 1, 2);
    }

    @Test
    void a_storyboard_leads_and_single_pictures_beside_it_are_left_out_with_a_remark() {
        Timeline timeline = director.direct(Briefs.of("", Briefs.picture(), Briefs.board(4)));

        assertThat(timeline.shots()).hasSize(4);
        assertThat(timeline.shots().getFirst().reason()).contains("image 1 not shown");
    }

    @Test
    void the_storyboard_that_the_prompt_names_is_the_one() {
        Timeline timeline = director.direct(Briefs.of(
                "[Image1] is the hero. Follow the storyboard of [Image 2].", Briefs.board(3), Briefs.board(5)));

        assertThat(timeline.shots()).hasSize(5);
    }

    @Test
    void a_first_frame_opens_the_film_on_the_whole_picture() {
        Timeline timeline = director.direct(Briefs.of("she smiles, pan left", Briefs.picture(Role.FIRST_FRAME)));

        Shot shot = timeline.shots().getFirst();
        assertThat(timeline.shots()).hasSize(1);
        assertThat(shot.view()).isEqualTo(new View.Panel(0, Quad.rectangle(0, 0, 160, 90)));
        assertThat(shot.move().kind()).isEqualTo(Move.Kind.PUSH_IN);
        assertThat(shot.transition()).isEqualTo(Transition.CUT);
    }

    @Test
    void a_first_and_a_last_frame_are_two_shots_that_meet_in_a_dissolve() {
        Timeline timeline = director.direct(
                Briefs.of("day turns to night", Briefs.picture(Role.FIRST_FRAME), Briefs.picture(Role.LAST_FRAME)));

        assertThat(timeline.shots())
                .extracting(shot -> shot.move().kind())
                .containsExactly(Move.Kind.PUSH_IN, Move.Kind.PULL_OUT);
        assertThat(timeline.shots().getLast().transition()).isEqualTo(new Transition(Transition.Kind.DISSOLVE, 24));
    }

    @Test
    void a_move_named_once_is_the_move_of_every_shot() {
        Timeline timeline = director.direct(Briefs.of("缓慢推镜，电影感", Briefs.board(4)));

        assertThat(timeline.shots()).allSatisfy(shot -> {
            assertThat(shot.move().kind()).isEqualTo(Move.Kind.PUSH_IN);
            assertThat(shot.move().amount()).isLessThan(0.07);
            assertThat(shot.reason()).startsWith("push in, from the prompt");
        });
    }

    @Test
    void what_is_said_of_a_shot_goes_to_that_shot() {
        Timeline timeline = director.direct(Briefs.of(
                "Shot 1: hills at dawn, pan left.\nShot 2: a street, handheld.\nShot 4: an apple. Static.",
                Briefs.board(4)));

        assertThat(timeline.shots())
                .extracting(shot -> shot.move().kind())
                .startsWith(Move.Kind.PAN_LEFT, Move.Kind.HANDHELD)
                .endsWith(Move.Kind.STATIC);
        assertThat(timeline.shots().get(2).reason()).contains("chosen by seed 99");
    }

    @Test
    void seconds_given_for_every_shot_are_kept() {
        Timeline timeline =
                director.direct(Briefs.lasting(Briefs.of("0-3秒：黎明，左摇。3-4秒：街道，跟拍。4-10秒：海边，雨。", Briefs.board(3)), 240));

        assertThat(timeline.shots()).extracting(Shot::length).containsExactly(72, 24, 144);
        assertThat(timeline.shots().get(1).move().kind()).isEqualTo(Move.Kind.TRACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一镜到底", "a single continuous take", "叠化转场", "all shots dissolve into each other"})
    void one_take_and_dissolve_words_leave_no_cut(String prompt) {
        Timeline timeline = director.direct(Briefs.of(prompt, Briefs.board(6)));

        assertThat(timeline.shots().subList(1, 6))
                .allSatisfy(shot -> assertThat(shot.transition().kind()).isEqualTo(Transition.Kind.DISSOLVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"硬切，快节奏", "hard cuts between the shots"})
    void cut_words_leave_no_dissolve(String prompt) {
        Timeline timeline = director.direct(Briefs.of(prompt, Briefs.board(16)));

        assertThat(timeline.shots())
                .allSatisfy(shot -> assertThat(shot.transition()).isEqualTo(Transition.CUT));
    }

    @Test
    void without_pictures_each_sentence_is_a_scene_and_no_words_lie_over_it() {
        Timeline timeline = director.direct(Briefs.lasting(
                Briefs.of("A lighthouse in the storm. A small boat fights the waves. Dawn breaks over calm water."),
                121));

        assertThat(timeline.shots())
                .extracting(shot -> ((View.Card) shot.view()).scene())
                .containsExactly(
                        "sea, dawn, storm, wide; lighthouse",
                        "sea, dawn, storm, medium; sailboat moving",
                        "sea, dawn, clear, near; sailboat moving");
        assertThat(timeline.shots())
                .allSatisfy(shot -> assertThat(((View.Card) shot.view()).text()).isEmpty());
        assertThat(timeline.shots().getFirst().reason())
                .contains("shows sea, dawn, storm, wide; lighthouse", "docs/models.md");
    }

    @Test
    void a_film_of_one_sentence_has_shots_from_several_distances_in_one_place() {
        Timeline timeline = director.direct(Briefs.lasting(Briefs.of("一只猫坐在雨夜的街角"), 121));

        assertThat(timeline.shots())
                .extracting(shot -> ((View.Card) shot.view()).scene())
                .containsExactly(
                        "street, night, rain, wide; cat",
                        "street, night, rain, medium; cat",
                        "street, night, rain, near; cat");
        assertThat(timeline.shots().stream().map(shot -> ((View.Card) shot.view()).seed()))
                .containsOnly(((View.Card) timeline.shots().getFirst().view()).seed());
        assertThat(timeline.shots()).allSatisfy(shot -> assertThat(shot.life()).isEqualTo(Life.RAIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A ship sails at dusk. Title: \"The Last Voyage\" | The Last Voyage",
                "片名《远航》，一艘船驶向大海 | 远航",
                "She says: \"Come home.\" | ''"
            })
    void a_title_is_shown_where_it_is_asked_for(String prompt, String title) {
        Timeline timeline = director.direct(Briefs.of(prompt));

        assertThat(timeline.shots())
                .extracting(shot -> ((View.Card) shot.view()).text())
                .contains(title);
        assertThat(timeline.shots().stream()
                        .filter(shot -> !((View.Card) shot.view()).text().isEmpty()))
                .hasSize(title.isEmpty() ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a cat", "镜头1：海边日出", "一只猫。", "a. b. c. d. e. f. g. h. i."})
    void any_prompt_without_pictures_gives_a_film(String prompt) {
        Timeline timeline = director.direct(Briefs.of(prompt));

        assertThat(timeline.shots()).hasSizeBetween(1, 5);
        assertThat(timeline.shots()).allSatisfy(shot -> assertThat(shot.view()).isInstanceOf(View.Card.class));
    }

    @Test
    void marked_shots_are_scenes_of_one_style() {
        Timeline timeline = director.direct(Briefs.of("赛博朋克风格。镜头1：雨夜的街道，缓慢推镜。镜头2：女孩回头，特写。镜头3：霓虹灯熄灭。"));

        assertThat(timeline.shots())
                .extracting(shot -> ((View.Card) shot.view()).scene())
                .containsExactly(
                        "street, night, rain, neon, wide",
                        "street, night, rain, neon, near; woman",
                        "street, night, rain, neon, near; woman");
        assertThat(timeline.shots().getFirst().move().kind()).isEqualTo(Move.Kind.PUSH_IN);
    }

    @Test
    void a_silent_brief_gives_a_silent_film() {
        Brief brief = new Brief("a cat", List.of(), Briefs.SIZE, 97, 1, false);

        assertThat(director.direct(brief).sound()).isNull();
    }

    @Test
    void the_shot_list_has_a_line_for_each_shot() {
        Timeline timeline = director.direct(
                Briefs.lasting(Briefs.of("Shot 1 (1s): static. Shot 2 (2s): handheld.", Briefs.board(2)), 72));

        assertThat(ShotList.lines(timeline).getFirst()).isEqualTo("Shot 1  0.0-1.0 s  static, from the prompt");
        assertThat(ShotList.lines(timeline).get(1)).startsWith("Shot 2  1.0-3.0 s  handheld, from the prompt");
    }
}
