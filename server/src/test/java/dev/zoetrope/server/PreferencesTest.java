package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.api.ApiException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    @Test
    void wait_is_cut_to_what_clients_bear() {
        assertThat(Preferences.wait("wait")).contains(Preferences.LONGEST_WAIT);
        assertThat(Preferences.wait("wait=60")).contains(Preferences.LONGEST_WAIT);
        assertThat(Preferences.wait("wait=99")).contains(Preferences.LONGEST_WAIT);
        assertThat(Preferences.wait("respond-async, wait=3")).contains(Duration.ofSeconds(3));
        assertThat(Preferences.wait("")).isEmpty();
        assertThat(Preferences.wait("respond-async")).isEmpty();
        assertThat(Preferences.wait("waiting")).isEmpty();
        assertThat(Preferences.applied("wait=10")).isEqualTo("wait=10");
        assertThat(Preferences.applied("wait")).isEqualTo("wait");
    }

    @ParameterizedTest
    @CsvSource({"30s,30", "5m,300", "1h30m45s,5445", "30,30", "2h,7200"})
    void deadlines_are_read(String text, long seconds) {
        assertThat(Preferences.cancelAfter(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4s", "4", "-5", "5d", "soon", "1m1h", "s"})
    void other_deadlines_are_refused_with_the_value(String text) {
        assertThatThrownBy(() -> Preferences.cancelAfter(text))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("\"" + text + "\"");
    }
}
