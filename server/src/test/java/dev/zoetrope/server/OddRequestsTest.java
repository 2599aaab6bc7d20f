package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests as other people's programs send them.
@Timeout(90)
class OddRequestsTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";
    private static final String BODY = "{\"input\":{\"text\":\"x\"}}";
    private static final String HEAD = "\nHost: localhost\nAuthorization: Bearer " + TestServer.TOKEN + "\n";

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
        server.run(Map.of("text", "x"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer.Reply call(String method, String path) {
        return server.send(HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static Wire.Answer raw(String request) {
        try (var wire = new Wire(server)) {
            return wire.send(request).read();
        }
    }

    private static String post(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1" + HEAD + headers + "Content-Length: " + body.length() + "\n\n" + body;
    }

    @Test
    void a_method_that_a_path_does_not_know_is_405_and_says_which_it_knows() {
        for (String prefix : List.of("/v1", "/v1/v1")) {
            var reply = call("PUT", prefix + "/predictions");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.header("Allow")).contains("GET").contains("POST").contains("OPTIONS");
            assertThat(reply.json()).containsEntry("status", 405);
            assertThat(reply.text("detail")).contains("PUT").contains("GET");
        }
        assertThat(call("GET", "/v1/predictions/x/cancel").status()).isEqualTo(405);
        assertThat(call("POST", "/health").status()).isEqualTo(405);
        assertThat(call("PUT", "/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void what_is_not_there_has_replicates_words_and_no_title() {
        for (String path : List.of("/v1/nothing", "/v1/predictions/nope", "/nothing", "/v2/predictions")) {
            var reply = call("GET", path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json())
                    .containsEntry("detail", "The requested resource could not be found.")
                    .containsEntry("status", 404)
                    .doesNotContainKey("title");
        }
    }

    @Test
    void a_head_never_leaves_a_body_on_the_connection() {
        for (String path : List.of("/health", "/v1/models/acme/test", "/v1/nothing", "/files/none/none.txt")) {
            try (var wire = new Wire(server)) {
                var head = wire.send("HEAD " + path + " HTTP/1.1" + HEAD + "\n").read(false);
                assertThat(head.status()).as(path).isIn(200, 404, 405);
                // What follows on the connection is the next answer, not a body.
                var get = wire.send("GET /health/live HTTP/1.1" + HEAD + "\n").read();
                assertThat(get.status()).isEqualTo(200);
                assertThat(get.body()).isNotEmpty();
            }
        }
        assertThat(call("HEAD", "/health").status()).isEqualTo(200);
        assertThat(call("HEAD", "/v1/nothing").status()).isEqualTo(404);
        assertThat(call("HEAD", "/v1/predictions/x/cancel").status()).isEqualTo(405);
    }

    @Test
    void options_tell_what_a_path_knows() {
        var reply = call("OPTIONS", "/v1/predictions");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Allow")).contains("GET").contains("POST").contains("OPTIONS");

        assertThat(call("OPTIONS", "/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void slashes_too_many_do_no_harm() {
        assertThat(server.get("/v1/predictions/").status()).isEqualTo(200);
        assertThat(server.get("/v1//predictions").status()).isEqualTo(200);
        assertThat(server.get("//v1/models/acme/test/").status()).isEqualTo(200);
        assertThat(server.post(CREATE + "/", BODY).status()).isEqualTo(201);
    }

    @Test
    void unknown_query_parameters_do_no_harm() {
        assertThat(server.get("/v1/predictions?utm=1&page_size=3&&=").status()).isEqualTo(200);
        assertThat(server.post(CREATE + "?webhook=x", BODY).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait=",
                "wait=0",
                "wait=abc",
                "wait=99999999999",
                "respond-async",
                "respond-async, wait=1",
                "no-wait",
                "return=minimal; foo=\"a, b\"",
                ",,;",
                "\"",
            })
    void any_preference_is_fine(String prefer) {
        var reply = server.post(CREATE, BODY, "Prefer", prefer);
        assertThat(reply.status()).as(reply.json().toString()).isIn(201, 202);
    }

    @Test
    void preferences_are_words_in_any_case() {
        var reply = server.post(CREATE, BODY, "Prefer", "Wait=30");
        assertThat(reply.text("status")).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\n",
                "Content-Type: application/x-www-form-urlencoded\n",
                "Content-Type: application/json; charset=utf-8\n",
                "Content-Type: nonsense\n"
            })
    void the_type_of_a_json_body_does_not_matter(String type) {
        assertThat(raw(post(CREATE, type, BODY)).status()).isEqualTo(201);
    }

    @Test
    void a_cancel_may_have_an_empty_body_of_any_type() {
        String id = server.post(CREATE, BODY).text("id");
        String path = "/v1/predictions/" + id + "/cancel";
        assertThat(raw(post(path, "Content-Type: application/json\n", "")).status())
                .isEqualTo(200);
        assertThat(raw("POST " + path + " HTTP/1.1" + HEAD + "\n").status()).isEqualTo(200);
        assertThat(raw(post(path, "Content-Type: application/json\n", "{}")).status())
                .isEqualTo(200);
        assertThat(raw(post(path, "", "what?")).status()).isEqualTo(200);
        assertThat(raw("POST " + path + " HTTP/1.1" + HEAD + "Transfer-Encoding: chunked\n\n0\n\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_http_gets_a_problem_as_well() {
        var answer = raw("GET /v1/pre dictions HTTP/1.1\nHost: localhost\n\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.json()).containsEntry("status", 400);
    }

    @Test
    void an_http_1_0_client_is_answered() {
        var answer = raw("GET /v1/models/acme/test HTTP/1.0" + HEAD + "Connection: keep-alive\n\n");
        assertThat(answer.status()).isIn(200, 505);
    }

    @Test
    void requests_may_follow_one_another_on_one_connection() {
        try (var wire = new Wire(server)) {
            String get = "GET /v1/models/acme/test HTTP/1.1" + HEAD + "\n";
            wire.send(get + post(CREATE, "", BODY) + get);
            assertThat(wire.read().status()).isEqualTo(200);
            assertThat(wire.read().status()).isEqualTo(201);
            assertThat(wire.read().status()).isEqualTo(200);
        }
    }

    @Test
    void an_error_leaves_the_connection_usable() {
        try (var wire = new Wire(server)) {
            assertThat(wire.send(post("/v1/models/acme/none/predictions", "", BODY))
                            .read()
                            .status())
                    .isEqualTo(404);
            assertThat(wire.send(post(CREATE, "", "{}")).read().status()).isEqualTo(422);
            assertThat(wire.send(post(CREATE, "", BODY)).read().status()).isEqualTo(201);
        }
    }

    @Test
    void tokens_are_found_however_their_scheme_is_written() {
        for (String header : List.of("bearer ", "BEARER  ", "token ", "Token ")) {
            var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                    .header("Authorization", header + TestServer.TOKEN));
            assertThat(reply.status()).as(header).isEqualTo(200);
        }
        for (String header : List.of("Basic YTpi", "Bearer", "Bearer ", TestServer.TOKEN)) {
            var reply = server.send(
                    HttpRequest.newBuilder(server.uri("/v1/predictions")).header("Authorization", header));
            assertThat(reply.status()).as(header).isEqualTo(401);
            assertThat(reply.json()).containsEntry("title", "Unauthenticated").containsEntry("status", 401);
        }
    }

    /// The real service looks the version up first and answers 422; we tell nobody without a token what is here.
    @Test
    void a_wrong_token_comes_before_a_wrong_version() {
        var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                .header("Authorization", "Bearer no")
                .POST(HttpRequest.BodyPublishers.ofString("{\"version\":\"nope\",\"input\":{}}")));
        assertThat(reply.status()).isEqualTo(401);
    }
}
