package dev.zoetrope.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Page;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.client.ScriptedServer.Reply;
import dev.zoetrope.client.ScriptedServer.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicateTest {
    private static final String ID = "w3k8y1m5tdrm80cx9r6a2bq7hn";
    private static final String FILM = "bytedance/seedance-2.0";
    private static final String CREATE = "POST /v1/models/" + FILM + "/predictions";
    private static final String GET = "GET /v1/predictions/" + ID;

    private final List<Duration> pauses = new ArrayList<>();
    private ScriptedServer server;
    private Replicate replicate;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        replicate = Replicate.connect(
                ClientOptions.defaults().withBaseUrl(server.url()).withToken("r8_secret"), pauses::add);
    }

    @AfterEach
    void stop() {
        replicate.close();
        server.close();
    }

    private static Reply prediction(int httpStatus, String status, String rest) {
        return Reply.json(httpStatus, """
                {"id":"%s","model":"%s","version":"hidden","input":{"prompt":"x"},"logs":"","output":null,\
                "data_removed":false,"error":null,"status":"%s","created_at":"2026-01-02T03:04:05.678Z"%s}""".formatted(ID, FILM, status, rest));
    }

    private static Reply succeeded() {
        return Reply.json(200, """
                {"id":"%s","model":"%s","version":"hidden","input":{},"logs":"Using seed: 99\\n",\
                "output":"http://127.0.0.1/film.mp4","data_removed":false,"error":null,"status":"succeeded",\
                "created_at":"2026-01-02T03:04:05.678Z","metrics":{"predict_time":1.5}}""".formatted(ID, FILM));
    }

    @Test
    void creates_by_name_with_token_and_input() {
        server.on(CREATE, prediction(201, "starting", ""));

        Prediction created = replicate.predictions().create(FILM, Map.of("prompt", "按 Image 1"));

        assertThat(created.id()).isEqualTo(ID);
        assertThat(created.status()).isEqualTo(Status.STARTING);
        Request request = server.requests().getFirst();
        assertThat(request.header("authorization")).isEqualTo("Bearer r8_secret");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.header("prefer")).isNull();
        assertThat(Codec.readObject(request.body())).isEqualTo(Map.of("input", Map.of("prompt", "按 Image 1")));
    }

    @Test
    void creates_by_version_where_one_is_named() {
        server.on("POST /v1/predictions", prediction(201, "starting", ""));

        replicate.predictions().create(FILM + ":abc123", Map.of());

        assertThat(Codec.readObject(server.requests().getFirst().body())).containsEntry("version", "abc123");
    }

    @Test
    void a_model_that_is_not_run_by_name_is_run_by_its_latest_version() {
        server.on(
                CREATE, Reply.json(404, "{\"detail\":\"The requested resource could not be found.\",\"status\":404}"));
        server.on("GET /v1/models/" + FILM, Reply.json(200, """
                        {"url":"u","owner":"bytedance","name":"seedance-2.0","visibility":"public","run_count":1,\
                        "latest_version":{"id":"feed","cog_version":"0.1","openapi_schema":{}}}"""));
        server.on("POST /v1/predictions", prediction(201, "starting", ""));

        replicate.predictions().create(FILM, Map.of());

        assertThat(Codec.readObject(server.requests().getLast().body())).containsEntry("version", "feed");
    }

    @Test
    void run_waits_for_the_end_and_asks_the_server_to_hold_the_answer() {
        server.on(CREATE, prediction(202, "starting", ""));
        server.on(GET, prediction(200, "processing", ""), succeeded());

        Prediction ended = replicate.run(FILM, Map.of());

        assertThat(ended.output()).isEqualTo("http://127.0.0.1/film.mp4");
        assertThat(server.requests().getFirst().header("prefer")).isEqualTo("wait");
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void run_throws_when_the_prediction_failed() {
        server.on(CREATE, prediction(201, "failed", ",\"error\":\"no panels were found\""));

        assertThatThrownBy(() -> replicate.run(FILM, Map.of()))
                .isInstanceOfSatisfying(
                        PredictionException.class,
                        e -> assertThat(e.prediction().status()).isEqualTo(Status.FAILED))
                .hasMessageContaining("no panels were found");
    }

    @Test
    void a_wait_ends_on_aborted_and_shows_each_change_once() {
        server.on(
                GET,
                prediction(200, "starting", ""),
                prediction(200, "starting", ""),
                prediction(200, "processing", ""),
                prediction(200, "aborted", ""));
        List<Status> seen = new ArrayList<>();

        Prediction ended = replicate.predictions().await(ID, prediction -> seen.add(prediction.status()));

        assertThat(ended.status()).isEqualTo(Status.ABORTED);
        assertThat(seen).containsExactly(Status.STARTING, Status.PROCESSING, Status.ABORTED);
    }

    @Test
    void an_error_answer_becomes_a_service_exception_with_its_problem() {
        server.on(CREATE, Reply.json(422, """
                        {"title":"Input validation failed","detail":"- input.duration: must be at most 15","status":422,\
                        "invalid_fields":[{"type":"number_lte","field":"input.duration","description":"too long"}]}"""));

        var thrown = catchThrowableOfType(
                ServiceException.class, () -> replicate.predictions().create(FILM, Map.of()));

        assertThat(thrown.status()).isEqualTo(422);
        assertThat(thrown.problem().invalidFields()).hasSize(1);
        assertThat(thrown).hasMessageContaining("must be at most 15").hasMessageContaining("422");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void an_error_page_of_a_proxy_is_told_as_text() {
        server.on(GET, Reply.json(403, "<html>forbidden</html>"));

        assertThatThrownBy(() -> replicate.predictions().get(ID))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("<html>forbidden</html>");
    }

    @Test
    void a_throttled_create_is_sent_again_after_the_time_the_server_asked_for() {
        server.on(CREATE, Reply.json(429, "{}").with("Retry-After", "7"), prediction(201, "starting", ""));

        replicate.predictions().create(FILM, Map.of());

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_create_is_not_sent_again_after_a_server_error_or_a_broken_connection() {
        server.on(CREATE, Reply.json(503, "{}"), Reply.dropped());

        assertThatThrownBy(() -> replicate.predictions().create(FILM, Map.of())).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> replicate.predictions().create(FILM, Map.of()))
                .isInstanceOf(ConnectionException.class);
        assertThat(server.requests()).hasSize(2);
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_read_is_sent_again_after_a_server_error_and_a_broken_connection() {
        server.on(GET, Reply.json(500, "{}"), Reply.dropped(), Reply.json(503, "{}"), succeeded());

        assertThat(replicate.predictions().get(ID).status()).isEqualTo(Status.SUCCEEDED);

        // The JDK's client may itself try a read again when a kept connection breaks, without a pause of ours.
        assertThat(pauses).hasSizeBetween(2, 3).isSorted();
    }

    @Test
    void a_read_gives_up_after_the_last_retry() {
        server.on(GET, Reply.json(503, "{\"detail\":\"resting\",\"status\":503}"));

        assertThatThrownBy(() -> replicate.predictions().get(ID)).hasMessageContaining("resting");

        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void a_server_that_is_not_there_is_a_connection_exception_that_names_it() {
        URI nowhere = server.url();
        server.close();

        assertThatThrownBy(() -> replicate.predictions().list())
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("cannot reach " + nowhere);
        assertThat(pauses).hasSize(4);
    }

    @Test
    void pages_are_followed_on_the_same_host_only() {
        String next = server.url() + "/v1/predictions?cursor=c1";
        server.on(
                "GET /v1/predictions", Reply.json(200, "{\"previous\":null,\"next\":\"" + next + "\",\"results\":[]}"));
        server.on("GET /v1/predictions?cursor=c1", Reply.json(200, "{\"previous\":null,\"next\":null,\"results\":[]}"));

        Page<Prediction> first = replicate.predictions().list();

        assertThat(replicate.predictions().page(first.next()).next()).isNull();
        assertThatThrownBy(() -> replicate.predictions().page("http://elsewhere.invalid/v1/predictions"))
                .hasMessageContaining("another host");
    }

    @Test
    void cancel_posts_an_empty_body() {
        server.on("POST /v1/predictions/" + ID + "/cancel", prediction(200, "canceled", ""));

        assertThat(replicate.predictions().cancel(ID).status()).isEqualTo(Status.CANCELED);
        assertThat(server.requests().getFirst().body()).isEmpty();
    }

    @Test
    void an_id_that_would_change_the_path_is_refused() {
        assertThatThrownBy(() -> replicate.predictions().get("../files")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_closed_client_ends_its_waits() {
        var real = Replicate.connect(
                ClientOptions.defaults().withBaseUrl(server.url()).withPollInterval(Duration.ofHours(1)));
        server.on(GET, prediction(200, "processing", ""));

        assertThatThrownBy(() -> real.predictions().await(ID, prediction -> real.close()))
                .isInstanceOf(ConnectionException.class);
    }
}
