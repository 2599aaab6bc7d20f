package dev.zoetrope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {
    @Test
    void the_three_forms_are_read() {
        assertThat(ModelReference.of("bytedance/seedance-2.0"))
                .isEqualTo(new ModelReference("bytedance/seedance-2.0", null));
        assertThat(ModelReference.of("acme/clip:0f")).isEqualTo(new ModelReference("acme/clip", "0f"));
        assertThat(ModelReference.of("0f".repeat(32))).isEqualTo(new ModelReference(null, "0f".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b/c", "../etc", "a/", "/b", "a b/c", "acme/clip:", "a:b", "clip"})
    void anything_else_is_refused_with_the_forms(String text) {
        assertThatThrownBy(() -> ModelReference.of(text)).hasMessageContaining("owner/name");
    }
}
