package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CogHostOptionsTest {
    @Test
    void the_defaults_are_those_of_cog_on_the_loopback() {
        assertThat(CogHostOptions.defaults())
                .isEqualTo(
                        new CogHostOptions("127.0.0.1", 5000, 1, null, null, Duration.ofMillis(500), "0.0.1", false));
    }

    @Test
    void each_option_is_changed_by_itself() {
        assertThat(CogHostOptions.defaults()
                        .withHost("0.0.0.0")
                        .withPort(1)
                        .withConcurrency(2)
                        .withUploadUrl(URI.create("http://127.0.0.1/up"))
                        .withWebhookAuthToken("t")
                        .withThrottle(Duration.ZERO)
                        .withVersion("v")
                        .withExitWhenInputEnds(true))
                .isEqualTo(new CogHostOptions(
                        "0.0.0.0", 1, 2, URI.create("http://127.0.0.1/up"), "t", Duration.ZERO, "v", true));
    }

    @Test
    void values_that_make_no_sense_are_refused() {
        CogHostOptions options = CogHostOptions.defaults();
        assertThatThrownBy(() -> options.withPort(70_000)).hasMessageContaining("port is 70000");
        assertThatThrownBy(() -> options.withConcurrency(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> options.withThrottle(Duration.ofMillis(-1))).hasMessageContaining("not be negative");
        assertThatThrownBy(() -> options.withUploadUrl(URI.create("file:/tmp"))).hasMessageContaining("http or https");
    }
}
