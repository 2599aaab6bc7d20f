package dev.zoetrope.animatic.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.Briefs;
import dev.zoetrope.animatic.Colour;
import dev.zoetrope.animatic.Frame;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.MalformedTimeline;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.Timeline.Shot;
import dev.zoetrope.animatic.TimelineJson;
import dev.zoetrope.animatic.camera.Camera;
import dev.zoetrope.animatic.camera.ContactSheet;
import dev.zoetrope.animatic.director.Director;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineFolderTest {
    @TempDir
    private Path folder;

    private Timeline timeline;

    @BeforeEach
    void lay() throws IOException {
        var image = new BufferedImage(300, 60, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 60; y++) {
                image.setRGB(x, y, Colour.of(x % 256, (3 * y) % 256, (x * y) % 256));
            }
        }
        ImageIO.write(image, "png", folder.resolve("board.png").toFile());
        var brief = new Brief(
                "Shot 1 (1s): Ann says: \"Go!\" Shot 2 (1s): pan left. Shot 3 (1s): static.",
                List.of(Briefs.board(3)),
                new FrameSize(64, 36),
                72,
                5,
                true);
        timeline = new Director().direct(brief).naming(List.of("board.png"));
    }

    private Path written(String json) throws IOException {
        return Files.writeString(folder.resolve("timeline.json"), json);
    }

    @Test
    void a_timeline_is_found_with_its_pictures() throws IOException {
        TimelineFolder.Contents contents = TimelineFolder.read(written(TimelineJson.write(timeline)));

        assertThat(contents.timeline()).isEqualTo(timeline);
        assertThat(contents.brief().references()).hasSize(1);
    }

    @Test
    void what_is_written_keeps_the_published_schema() throws IOException {
        String schema = Files.readString(Path.of("src/main/resources/dev/zoetrope/animatic/timeline.schema.json"));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        assertThat(registry.getSchema(schema, InputFormat.JSON)
                        .validate(TimelineJson.write(timeline), InputFormat.JSON))
                .isEmpty();
        assertThat(registry.getSchema(schema, InputFormat.JSON)
                        .validate(TimelineJson.write(timeline).replace("\"amount\"", "\"much\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "board.png"   | "../board.png"     | $.pictures[0].file is "../board.png", outside the timeline's folder
                    "board.png"   | "/etc/hostname"    | $.pictures[0].file is "/etc/hostname", outside the timeline's folder
                    "board.png"   | "a/../../x.png"    | $.pictures[0].file is "a/../../x.png", outside the timeline's folder
                    "board.png"   | "gone.png"         | $.pictures[0].file is "gone.png", but there is no such file
                    "board.png"   | "timeline.json"    | $.pictures[0].file: not a picture of a known format
                    "board.png"   | "."                | $.pictures[0].file is ".", outside the timeline's folder
                    "width": 300  | "width": 301       | $.pictures[0] is 301x60, but board.png has 300x60
                    "reference": 0| "reference": 1     | $.shots[0].view.panel.reference is 1, but $.pictures has only 1 picture
                    "start": 24   | "start": 20        | $.shots[1].start is 20, but the shot before it ends at frame 24, so they overlap
                    "frames": 72  | "frames": 73       | $.frames is 73, but the shots end at frame 72
                    "words":      | "word":            | $.shots[0].lines[0].word is unknown
                    [ 6.5, 6.0 ]  | [ -5.0, 5.0 ]      | $.shots[0].view.panel.quad has a corner at -5.0, 5.0, outside its picture
                    [ 6.5, 6.0 ]  | [ 93.5, 54.0 ]     | $.shots[0].view.panel.quad must list its corners clockwise
                    """)
    void a_fault_is_refused_with_its_path(String right, String wrong, String message) throws IOException {
        String json = TimelineJson.write(timeline).replace(" : ", ": ");
        assertThat(json).contains(right);
        int at = json.indexOf(right);
        Path file = written(json.substring(0, at) + wrong + json.substring(at + right.length()));

        assertThatThrownBy(() -> TimelineFolder.read(file))
                .isInstanceOf(MalformedTimeline.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_link_out_of_the_folder_is_refused(@TempDir Path elsewhere) throws IOException {
        Files.move(folder.resolve("board.png"), elsewhere.resolve("board.png"));
        Files.createSymbolicLink(folder.resolve("board.png"), elsewhere.resolve("board.png"));

        assertThatThrownBy(() -> TimelineFolder.read(written(TimelineJson.write(timeline))))
                .hasMessageContaining("a link out of the timeline's folder");
    }

    @Test
    void an_edit_of_one_shot_changes_its_frames_and_no_others() throws IOException {
        String json = TimelineJson.write(timeline).replace(" : ", ": ");
        int second = json.indexOf("\"kind\": \"pan_left\"");
        String edited = json.substring(0, second) + json.substring(second).replaceFirst("pan_left", "tilt_up");

        List<byte[]> before = film(TimelineFolder.read(written(json)));
        List<byte[]> after = film(TimelineFolder.read(written(edited)));

        Shot shot = timeline.shots().get(1);
        for (int i = 0; i < 72; i++) {
            boolean isInside = i >= shot.start()
                    && i < shot.end() + timeline.shots().get(2).transition().frames();
            if (!isInside) {
                assertThat(after.get(i)).as("frame " + i).isEqualTo(before.get(i));
            }
        }
        assertThat(after.get(shot.start())).isNotEqualTo(before.get(shot.start()));
    }

    @Test
    void without_starts_a_longer_shot_moves_those_behind_it() throws IOException {
        String json = TimelineJson.write(timeline)
                .replace(" : ", ": ")
                .replaceAll("\"start\": \\d+,", "")
                .replace("\"frames\": 72,", "")
                .replaceFirst("\"length\": 24", "\"length\": 30")
                .replace("\"Go!\"", "\"Run!\"");
        // Sounds keep their own places.
        Timeline longer = TimelineJson.read(json.replaceAll("(?s)\"sound\": \\{.*\\},\\s*\"marks\"", "\"marks\""));

        assertThat(longer.frames()).isEqualTo(78);
        assertThat(longer.shots()).extracting(Shot::start).containsExactly(0, 30, 54);
        assertThat(longer.shots().getFirst().lines().getFirst().words()).isEqualTo("Run!");
        assertThat(longer.shots().subList(1, 3))
                .extracting(Shot::move)
                .isEqualTo(
                        timeline.shots().subList(1, 3).stream().map(Shot::move).toList());
    }

    @Test
    void a_contact_sheet_shows_every_shot() throws IOException {
        TimelineFolder.Contents contents = TimelineFolder.read(written(TimelineJson.write(timeline)));
        Path page = folder.resolve("page.png");

        ContactSheet.write(contents.brief(), contents.timeline(), page);

        BufferedImage drawn = ImageIO.read(page.toFile());
        assertThat(drawn.getWidth()).isEqualTo(16 + 2 * 400);
    }

    private static List<byte[]> film(TimelineFolder.Contents contents) {
        var camera = new Camera(contents.brief(), contents.timeline());
        var frames = new ArrayList<byte[]>();
        for (int i = 0; i < contents.timeline().frames(); i++) {
            Frame frame = Frame.onHeap(contents.timeline().size());
            camera.shoot(i, frame);
            frames.add(frame.planes()[0].array().clone());
        }
        return frames;
    }
}
