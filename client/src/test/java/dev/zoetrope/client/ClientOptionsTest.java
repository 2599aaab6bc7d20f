package dev.zoetrope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {
    @Test
    void the_defaults_are_those_of_replicate() {
        var options = ClientOptions.fromEnvironment(Map.of());

        assertThat(options.baseUrl()).isEqualTo(URI.create("https://api.replicate.com/v1"));
        assertThat(options.token()).isNull();
        assertThat(options.pollInterval()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void our_names_stand_above_replicates() {
        var options = ClientOptions.fromEnvironment(Map.of(
                "ZOETROPE_URL", "http://127.0.0.1:8484",
                "REPLICATE_BASE_URL", "http://other/v1",
                "REPLICATE_API_TOKEN", " r8_x\n"));

        assertThat(options.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8484/v1"));
        assertThat(options.token()).isEqualTo("r8_x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "http://h:1/", "http://h:1/v1", "http://h:1/v1/"})
    void a_base_url_may_come_with_the_version_or_without(String url) {
        assertThat(ClientOptions.defaults().withBaseUrl(url).baseUrl()).isEqualTo(URI.create("http://h:1/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8484", "ftp://h", "localhost", "http://a b"})
    void a_base_url_that_is_none_is_refused(String url) {
        assertThatThrownBy(() -> ClientOptions.defaults().withBaseUrl(url))
                .hasMessageContaining(url)
                .hasMessageContaining("http://127.0.0.1:8484");
    }

    @Test
    void the_token_is_not_printed() {
        assertThat(ClientOptions.defaults().withToken("r8_secret").toString()).doesNotContain("r8_secret");
    }
}
