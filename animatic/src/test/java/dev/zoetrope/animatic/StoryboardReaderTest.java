package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryboardReaderTest {
    private final StoryboardReader reader = new StoryboardReader();

    @ParameterizedTest
    @ValueSource(strings = {"english-3x3", "chinese-2x3", "single-photo"})
    void every_panel_of_the_sample_sheets_is_found_in_order(String name) throws Exception {
        Picture picture = TestPictures.resource("boards/" + name + ".jpg");
        List<Quad> truth = truth(name);

        Sheet sheet = reader.read(picture);

        assertThat(sheet.panels()).hasSameSizeAs(truth);
        for (int i = 0; i < truth.size(); i++) {
            assertThat(Polygons.iou(truth.get(i), sheet.panels().get(i).quad()))
                    .as("panel %d", i + 1)
                    .isGreaterThanOrEqualTo(0.98);
        }
    }

    @Test
    void a_picture_that_is_no_storyboard_is_one_panel_the_whole_of_it() {
        Picture picture = TestPictures.resource("boards/single-photo.jpg");

        Sheet sheet = reader.read(picture);

        assertThat(sheet.isStoryboard()).isFalse();
        assertThat(sheet.panels().getFirst().quad()).isEqualTo(picture.bounds());
    }

    private static List<Quad> truth(String name) throws Exception {
        try (InputStream in = StoryboardReaderTest.class.getResourceAsStream("/boards/" + name + ".json")) {
            var quads = new ArrayList<Quad>();
            for (JsonNode panel : JsonMapper.shared().readTree(in).get("panels")) {
                quads.add(Quad.rectangle(
                        panel.get("x").asInt(),
                        panel.get("y").asInt(),
                        panel.get("w").asInt(),
                        panel.get("h").asInt()));
            }
            return quads;
        }
    }
}
