package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_cursor_gives_its_id_back() {
        assertThat(Cursor.decode(Cursor.encode("01h455vb4pex5vsknk084sn02q"))).isEqualTo("01h455vb4pex5vsknk084sn02q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "cD0nOw", "abc"})
    void anything_else_is_refused(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor)).isInstanceOf(ApiException.class);
    }
}
