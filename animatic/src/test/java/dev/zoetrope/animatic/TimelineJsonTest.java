package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.animatic.director.Director;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineJsonTest {
    private final Director director = new Director();

    @Test
    void what_is_written_reads_back_equal() {
        var random = new SplittableRandom(8);
        for (int round = 0; round < 100; round++) {
            Brief brief = Briefs.seeded(
                    round % 2 == 0 ? Briefs.of("雨夜, fade in", Briefs.board(5)) : Briefs.of("A \"quiet\" sea. 夜。"),
                    random.nextLong());
            Timeline timeline = director.direct(brief);

            assertThat(TimelineJson.read(TimelineJson.write(timeline))).isEqualTo(timeline);
        }
    }

    @Test
    void odd_numbers_survive() {
        Quad quad = new Quad(
                new Quad.Point(0.1, -1e-9),
                new Quad.Point(1 / 3.0, 2),
                new Quad.Point(1e15, 5),
                new Quad.Point(7, 8.25));
        var shot = new Timeline.Shot(
                1,
                0,
                7,
                new Timeline.View.Panel(3, quad),
                new Timeline.Move(Timeline.Move.Kind.ORBIT, 0.07, Timeline.Move.Easing.LINEAR),
                Timeline.Transition.CUT,
                "");
        var timeline = new Timeline(1, new FrameSize(2, 2), 7, Long.MIN_VALUE, List.of(shot), null);

        assertThat(TimelineJson.read(TimelineJson.write(timeline))).isEqualTo(timeline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "kind": "static"    | "kind": "fly"         | $.shots[0].move.kind must be one of
                    "kind": "cut"       | "kind": 3             | $.shots[0].transition.kind must be a string
                    "start": 0          | "start": 1            | $.shots[0].start is 1, but the shot before it ends at frame 0, so there is a gap
                    "width": 864        | "width": 863          | $: frame sides must be even
                    "frames": 361       | "frames": "many"      | $.frames must be a whole number
                    "seed": 99          | "seed": 1e40          | $.seed must be a whole number
                    "easing":           | "ease":               | $.shots[0].move.ease is unknown
                    "reference": 0      | "reference": -1       | $.shots[0].view.panel.reference must be
                    "panel":            | "pane":               | $.shots[0].view.pane is unknown
                    "version": 1        | "version": 2          | $.version must be a whole number
                    [ 6.5, 6.0 ]        | [ 5.0 ]               | $.shots[0].view.panel.quad[0] must be [x, y]
                    [ 6.5, 6.0 ]        | [ 5.0, null ]         | $.shots[0].view.panel.quad[0][1] must be a number
                    "mood": "calm"      | "mood": "merry"       | $.sound.mood must be one of
                    "tempo":            | "speed":              | $.sound.speed is unknown
                    "reason" :          | "reason": "", "reason" : | $ is not JSON
                    """)
    void a_fault_is_reported_with_its_path(String right, String wrong, String message) {
        String json = TimelineJson.write(director.direct(Briefs.of("static", Briefs.board(2))))
                .replace(" : ", ": ");
        String text = right.replace(" : ", ": ").replace(" :", ":");
        assertThat(json).contains(text);
        int at = json.indexOf(text);
        String broken = json.substring(0, at) + wrong.replace(" : ", ": ") + json.substring(at + text.length());

        assertThatThrownBy(() -> TimelineJson.read(broken))
                .isInstanceOf(MalformedTimeline.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_missing_field_is_named() {
        assertThatThrownBy(() -> TimelineJson.read("{\"version\": 1}")).hasMessage("$.width is missing");
    }

    @Test
    void anything_else_is_refused() {
        assertThatThrownBy(() -> TimelineJson.read("[]")).hasMessage("$ must be an object, got []");
        assertThatThrownBy(() -> TimelineJson.read("")).isInstanceOf(MalformedTimeline.class);
        assertThatThrownBy(() -> TimelineJson.read("{} {}")).isInstanceOf(MalformedTimeline.class);
    }
}
