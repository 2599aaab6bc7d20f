package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zoetrope.animatic.Timeline.Move;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.Timeline.Transition;
import dev.zoetrope.animatic.Timeline.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtrasTest {
    private static final Timeline FULL = full();

    private static Timeline full() {
        var path = new Move(
                Move.Kind.PATH,
                1,
                Move.Easing.LINEAR,
                List.of(new Move.Key(0, Pose.START), new Move.Key(1, new Pose(0.25, -0.1, 1.1, 3.5))));
        var still = new Move(Move.Kind.STATIC, 0, Move.Easing.LINEAR);
        return new Timeline(
                        1,
                        new FrameSize(64, 36),
                        48,
                        7,
                        List.of(new Timeline.Source("a.png", 64, 36)),
                        List.of(
                                new Shot(1, 0, 24, new View.Clip(0, 100), still, Transition.CUT, ""),
                                new Shot(
                                        2,
                                        24,
                                        24,
                                        new View.Panel(0, Quad.rectangle(0, 0, 64, 36)),
                                        path,
                                        Transition.CUT,
                                        "")),
                        null,
                        List.of())
                .with(new Extras(
                        List.of(new Extras.Clip("a.mp4", 124)),
                        Extras.Captions.BURNT,
                        new Grade(List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0), List.of(0.0, 0.0, 0.01))));
    }

    @Test
    void what_is_written_reads_back_equal() {
        assertThat(TimelineJson.read(TimelineJson.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void what_is_written_keeps_the_published_schema() throws IOException {
        String schema = Files.readString(Path.of("src/main/resources/dev/zoetrope/animatic/timeline.schema.json"));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        assertThat(registry.getSchema(schema, InputFormat.JSON).validate(TimelineJson.write(FULL), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "at": 1.0          | "at": 0.0          | $.shots[1].move.path[1].at is 0.0, but the pose before it is at 0.0
                    "roll": 3.5        | "roll": 90         | $.shots[1].move.path[1].roll must be a number from -45.0 to 45.0
                    "scale": 1.1       | "scale": 0         | $.shots[1].move.path[1].scale must be a number from 0.05
                    "kind": "path"     | "kind": "static"   | $.shots[1].move.path goes only with kind path
                    "kind": "static"   | "kind": "path"     | $.shots[0].move.path is missing
                    "reference": 0     | "reference": 1     | $.shots[0].view.clip.reference must be an index into $.clips, which has 1
                    "from": 100        | "from": -1         | $.shots[0].view.clip.from must be a whole number
                    "captions": "burnt"| "captions": "loud" | $.captions must be one of soft, burnt
                    "matrix": [ 1.0,   | "matrix": [        | $.grade.matrix must have 9 numbers
                    "shift": [ 0.0,    | "shift": [ 9,      | $.grade.shift[0] must be a number from -4.0 to 4.0
                    "frames": 124      | "frames": 0        | $.clips[0].frames must be a whole number
                    """)
    void a_fault_is_reported_with_its_path(String right, String wrong, String message) {
        String json = TimelineJson.write(FULL).replace(" : ", ": ");
        assertThat(json).contains(right);
        int at = json.indexOf(right);
        String broken = json.substring(0, at) + wrong + json.substring(at + right.length());

        assertThatThrownBy(() -> TimelineJson.read(broken))
                .isInstanceOf(MalformedTimeline.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_clip_that_is_not_there_is_named() {
        assertThatThrownBy(() -> FULL.requireFits(List.of(TestPictures.flat(64, 36, 0)), 0))
                .hasMessageStartingWith("$.shots[0].view.clip.reference is 0, but there are only 0 videos");
    }
}
