package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputCheckTest {
    private static final Map<String, Object> INPUT = Map.of(
            "type",
            "object",
            "properties",
            Map.of("prompt", Map.of("type", "string", "x-order", 0)),
            "x-hidden",
            List.of("timeline"));

    private final InputCheck check =
            InputCheck.of(Map.of("components", Map.of("schemas", Map.<String, Object>of("Input", INPUT))));

    @Test
    void unknown_inputs_are_dropped_and_named() {
        InputCheck.Checked checked = check.check(Map.of("prompt", "a", "colour", "red"));

        assertThat(checked.input()).containsOnlyKeys("prompt");
        assertThat(checked.ignored()).containsExactly("colour");
    }

    @Test
    void an_input_that_is_accepted_but_not_published_reaches_the_model() {
        InputCheck.Checked checked = check.check(Map.of("prompt", "a", "timeline", "{}"));

        assertThat(checked.input()).containsKeys("prompt", "timeline");
        assertThat(checked.ignored()).isEmpty();
    }
}
