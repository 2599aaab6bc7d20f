package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFilterTest {
    private static final String HOST = "127.0.0.1:8484";

    @ParameterizedTest
    @CsvSource({
        "/v1/predictions, /v1/predictions",
        "/v1//predictions/, /v1/predictions",
        "/v1/v1/predictions, /v1/predictions",
        "/v1/v1/v1/models/a/b, /v1/models/a/b",
        "/predictions, /v1/predictions",
        "/v1predictions, /v1/predictions",
        "/models/a/b/versions/c, /v1/models/a/b/versions/c",
        "/files, /v1/files",
        "/files/abc, /v1/files/abc",
        "/files/abc/download, /v1/files/abc/download",
        "/files/secret/film.mp4, /files/secret/film.mp4",
        "/p/abc, /p/abc",
        "/modelsheet, /modelsheet",
        "/v1/http://127.0.0.1:8484/v1/models, /v1/models",
        "/v1/v1/http:/127.0.0.1:8484/v1/models, /v1/models",
        "/v1/http://elsewhere.example/v1/models, /v1/http:/elsewhere.example/v1/models",
        "/, /",
    })
    void a_path_with_a_token_means_the_route_that_was_meant(String sent, String meant) {
        assertThat(PathFilter.tidy(sent, HOST, true)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"/predictions, /predictions", "/models, /models", "/v1/v1/models, /v1/models"})
    void without_a_token_the_api_stands_under_v1_only(String sent, String meant) {
        assertThat(PathFilter.tidy(sent, HOST, false)).isEqualTo(meant);
    }
}
