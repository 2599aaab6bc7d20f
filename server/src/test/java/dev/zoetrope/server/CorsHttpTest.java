package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsHttpTest {
    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data, false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer.Reply preflight(String origin) {
        return server.send(HttpRequest.newBuilder(server.uri("/v1/models/acme/test/predictions"))
                .headers("Origin", origin, "Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,prefer")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    @Test
    void a_page_of_this_machine_may_call_the_api_and_read_its_answers_and_errors() {
        String origin = "http://localhost:5173";
        var allowed = preflight(origin);
        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("authorization");
        assertThat(allowed.header("Access-Control-Allow-Methods")).contains("POST");
        for (String token : List.of(TestServer.TOKEN, "wrong")) {
            var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                    .headers("Origin", origin, "Authorization", "Bearer " + token));
            assertThat(reply.status()).isEqualTo(token.equals("wrong") ? 401 : 200);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(reply.header("Access-Control-Expose-Headers")).contains("Preference-Applied");
            assertThat(reply.header("Vary")).contains("Origin");
        }
    }

    @Test
    void a_page_of_elsewhere_may_not() {
        var refused = preflight("https://evil.example");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(refused.header("Access-Control-Allow-Headers")).isEmpty();
        var reply = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                .headers("Origin", "https://localhost.evil.example", "Authorization", "Bearer " + TestServer.TOKEN));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_policy_is_configured_by_origins() {
        var some = CorsPolicy.parse("https://App.example.org, http://10.0.0.5:8080");
        assertThat(some.allow("https://app.example.org")).contains("https://app.example.org");
        assertThat(some.allow("http://10.0.0.5:8080")).isPresent();
        assertThat(some.allow("http://app.example.org")).isEmpty();
        assertThat(some.allow("http://localhost:3000")).isPresent();
        assertThat(CorsPolicy.parse("*").allow("https://any.example")).contains("*");
        assertThat(CorsPolicy.parse("none").allow("http://localhost:3000")).isEmpty();
        assertThat(CorsPolicy.parse("")).isEqualTo(CorsPolicy.defaults());
        assertThat(CorsPolicy.defaults().allow("null")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.org", "https://app.example.org/", "ftp://x", "https://a b"})
    void what_is_no_origin_is_refused(String text) {
        assertThatThrownBy(() -> CorsPolicy.parse(text)).hasMessageContaining("is no origin");
    }
}
