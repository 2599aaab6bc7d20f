package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Status;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CogHostOutputTest {
    private final FilmHost films = new FilmHost();

    @AfterEach
    void stop() {
        films.close();
    }

    @Test
    void files_are_given_out_as_data_uris_without_an_upload_url() {
        films.serveReady(new Films(OutputType.FILE), FilmHost.OPTIONS);
        CogSnapshot end = films.predict("file");

        assertThat(end.output())
                .isEqualTo("data:video/mp4;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}));
        assertThat(end.metrics()).containsEntry("frames", 121);
        assertThat(films.predict("lost file").error()).contains("lost.mp4", "no such file");
    }

    @Test
    void files_are_uploaded_with_their_prediction_and_known_by_the_location_that_the_store_says() {
        try (var store = new Loopback(exchange -> {
            exchange.getResponseHeaders().set("Location", "https://films.test/1.mp4?signature=x");
            exchange.sendResponseHeaders(201, -1);
        })) {
            films.serveReady(new Films(OutputType.FILE), FilmHost.OPTIONS.withUploadUrl(store.uri("/up/")));
            CogSnapshot end = films.predict("file");

            assertThat(end.output()).isEqualTo("https://films.test/1.mp4?signature=x");
            Loopback.Received upload = store.received().getFirst();
            assertThat(upload.method() + " " + upload.path()).isEqualTo("PUT /up/out%20film.mp4");
            assertThat(upload.body()).containsExactly(1, 2, 3);
            assertThat(upload.headers().getFirst("X-Prediction-ID")).isEqualTo(end.id());
            assertThat(upload.headers().getFirst("Content-Type")).isEqualTo("video/mp4");
        }
    }

    @Test
    void a_failed_upload_fails_the_prediction() {
        try (var store = Loopback.answering(507)) {
            films.serveReady(new Films(OutputType.FILE), FilmHost.OPTIONS.withUploadUrl(store.uri("/up")));
            CogSnapshot end = films.predict("file");

            assertThat(end.status()).isEqualTo(Status.FAILED);
            assertThat(end.error()).contains("out film.mp4", "HTTP 507");
            assertThat(end.output()).isNull();
        }
    }

    @Test
    void pieces_are_told_as_they_come_and_make_the_output() throws Exception {
        films.serveReady(new Films(OutputType.TEXT_STREAM), FilmHost.OPTIONS);
        assertThat(films.predict("pieces").output()).isEqualTo(List.of("once ", "upon"));
        films.serveReady(new Films(OutputType.JSON), FilmHost.OPTIONS);
        assertThat(films.predict("pieces").error()).contains("output type is JSON");
    }
}
