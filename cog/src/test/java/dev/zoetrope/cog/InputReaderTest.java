package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.Codec;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputReaderTest {
    private final InputReader<Films.Wish> reader = new InputReader<>(Films.Wish.class);

    private InputReader.Valid<Films.Wish> valid(String json) {
        return (InputReader.Valid<Films.Wish>) reader.read(Codec.readObject(json));
    }

    private List<Violation> violations(String json) {
        return ((InputReader.Invalid<Films.Wish>) reader.read(Codec.readObject(json))).violations();
    }

    @Test
    void defaults_are_filled_in() {
        assertThat(valid("{\"prompt\":\"x\"}").input())
                .isEqualTo(new Films.Wish("x", 5, "16:9", Films.Look.PENCIL, List.of(), null, null, 0.5, true, false));
    }

    @Test
    void every_type_is_read() {
        String json = """
                {"prompt":"x","duration":15.0,"aspect_ratio":"1:1","look":"ink & wash",
                 "images":["https://films.test/1.png","data:image/png;base64,AA=="],
                 "image":"http://127.0.0.1/2","seed":9007199254740993,"strength":1,"sound":false,"secret":true}""";
        assertThat(valid(json).input())
                .isEqualTo(new Films.Wish(
                        "x",
                        15,
                        "1:1",
                        Films.Look.INK,
                        List.of(URI.create("https://films.test/1.png"), URI.create("data:image/png;base64,AA==")),
                        URI.create("http://127.0.0.1/2"),
                        9007199254740993L,
                        1.0,
                        false,
                        true));
    }

    @Test
    void null_counts_as_left_out_where_it_may_be_left_out() {
        assertThat(valid("{\"prompt\":\"x\",\"image\":null,\"seed\":null}")
                        .input()
                        .image())
                .isNull();
        assertThat(violations("{\"prompt\":null,\"duration\":null}"))
                .extracting(Violation::msg)
                .containsExactly(
                        "prompt may not be null; leave it out instead",
                        "duration may not be null; leave it out instead");
    }

    @Test
    void unknown_keys_are_dropped_and_named() {
        assertThat(valid("{\"prompt\":\"x\",\"fps\":24,\"n\":null}").ignored()).containsExactly("fps", "n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prompt       | 5                     | prompt must be a string, but is 5",
                "prompt       | '\"a text of 21 letters..\"' | prompt may have at most 20 characters, but has 22",
                "duration     | '\"5\"'               | 'duration must be a whole number, but is \"5\"'",
                "duration     | 5.5                   | duration must be a whole number, but is 5.5",
                "duration     | 0                     | duration must be at least 1, but is 0",
                "duration     | 99999999999           | duration must fit 32 bits, but is 99999999999",
                "duration     | true                  | duration must be a whole number, but is true",
                "aspect_ratio | '\"4:3\"'             | 'aspect_ratio must be one of 16:9, 1:1, but is \"4:3\"'",
                "look         | '\"oil\"'             | 'look must be one of pencil, ink & wash, but is \"oil\"'",
                "strength     | 1.5                   | strength must be at most 1, but is 1.5",
                "strength     | '\"1\"'               | 'strength must be a number, but is \"1\"'",
                "sound        | 1                     | sound must be true or false, but is 1",
                "image        | '\"not a url\"'       | 'image must be a URL, but \"not a url\" is none: Illegal character in path'",
                "image        | '\"/etc/passwd\"'     | 'image must be a URL that starts with http:, https: or data:,"
                        + " but is \"/etc/passwd\"'",
                "images       | '\"http://a\"'        | 'images must be a list, but is \"http://a\"'",
                "images       | '[\"a:b\",\"a:b\",\"a:b\"]' | images may have at most 2 items, but has 3",
                "images       | '[\"a:b\",null]'      | images item 2 must be a string, but is null",
            })
    void what_does_not_fit_is_said_with_its_value(String field, String value, String message) {
        var violation = new Violation(List.of("body", "input", field), message, "value_error");
        String prompt = field.equals("prompt") ? "" : "\"prompt\":\"x\",";
        assertThat(violations("{" + prompt + "\"" + field + "\":" + value + "}"))
                .containsExactly(violation);
    }

    @Test
    void length_is_counted_in_characters_not_in_utf_16() {
        assertThat(valid("{\"prompt\":\"" + "\ud83c\udfac".repeat(20) + "\"}")).isNotNull();
    }

    @Test
    void a_refusal_of_the_record_itself_is_for_the_caller() {
        record Range(
                @Input(description = "From") int from,
                @Input(description = "To") int to) {
            @SuppressWarnings("UnusedMethod") // called by reflection
            Range {
                if (from > to) {
                    throw new IllegalArgumentException("from is " + from + "; it must not be after to, " + to);
                }
            }
        }
        var reading = new InputReader<>(Range.class).read(Map.of("from", 2, "to", 1));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        InputReader.Invalid.class,
                        invalid -> assertThat(invalid.violations().toString())
                                .contains("from is 2; it must not be after to, 1"));
    }

    @Test
    void a_record_that_cannot_be_an_input_is_refused_at_once() {
        record NoDefault(
                @Input(description = "x", defaultJson = "99", max = 15)
                int duration) {}
        record NoType(@Input(description = "x") java.time.Instant when) {}
        record NoAnnotation(String prompt) {}
        assertThatThrownBy(() -> new InputReader<>(NoDefault.class))
                .hasMessageContaining("input duration")
                .hasMessageContaining("must be at most 15");
        assertThatThrownBy(() -> new InputReader<>(NoType.class)).hasMessageContaining("cannot be an input");
        assertThatThrownBy(() -> new InputReader<>(NoAnnotation.class)).hasMessageContaining("no @Input");
    }

    @Test
    void names_are_snake_case_on_the_wire() {
        record Camel(@Input(description = "x") @Nullable URI lastFrameImage) {}
        Map<String, Object> json = new HashMap<>();
        json.put("last_frame_image", "https://films.test/1.png");
        var reading = (InputReader.Valid<Camel>) new InputReader<>(Camel.class).read(json);
        assertThat(reading.input().lastFrameImage()).hasToString("https://films.test/1.png");
    }
}
