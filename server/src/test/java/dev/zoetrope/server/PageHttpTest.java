package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageHttpTest {
    @TempDir
    static Path data;

    private static TestServer server;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.options(data, true, ServerPolicies.defaults()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_page_lets_in_no_foreign_script_and_no_frame() throws Exception {
        var page = send(HttpRequest.newBuilder(server.uri("/")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).doesNotContain("style=").doesNotContain("http:").doesNotContain("https:");
    }

    @Test
    void scripts_are_packed_and_sent_once() throws Exception {
        var first = send(
                HttpRequest.newBuilder(server.uri("/page/assets/js/main.js")).header("Accept-Encoding", "gzip"));
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        var again = send(
                HttpRequest.newBuilder(server.uri("/page/assets/js/main.js")).header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(send(HttpRequest.newBuilder(server.uri("/page/assets/js/..%2f..%2flogback.xml")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_head_of_a_page_or_script_says_how_long_it_is() throws Exception {
        for (String path : List.of("/", "/queue", "/page/assets/js/main.js")) {
            var whole = send(HttpRequest.newBuilder(server.uri(path)));
            var head = send(HttpRequest.newBuilder(server.uri(path)).HEAD());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                    .isEqualTo(whole.body().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void a_link_signs_in_once() throws Exception {
        URI link = server.server.signInLink("/p/abc");
        var first = send(HttpRequest.newBuilder(link));
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(first.body()).contains("url=/p/abc");
        String value = cookie.substring(0, cookie.indexOf(';'));
        assertThat(signedIn(value)).isTrue();
        assertThat(signedIn(value + "x")).isFalse();
        assertThat(send(HttpRequest.newBuilder(link)).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void a_foreign_page_changes_nothing_with_the_cookie() throws Exception {
        var entered = send(HttpRequest.newBuilder(server.server.signInLink("/")));
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        String value = cookie.substring(0, cookie.indexOf(';'));
        var post = HttpRequest.newBuilder(server.uri("/page/tokens"))
                .header("Cookie", value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"x\"}"));
        assertThat(send(post.copy()).statusCode()).isEqualTo(401);
        assertThat(send(post.copy().header("Zoetrope-Page", "1")).statusCode()).isEqualTo(201);
    }

    @Test
    void a_shared_prediction_is_seen_until_the_link_is_taken_back() throws Exception {
        var made = server.run(Map.of("text", "abc"));
        var share = server.post("/page/predictions/" + made.text("id") + "/shares", Map.of());
        String secret = share.text("path").substring("/s/".length());
        var seen = HttpRequest.newBuilder(server.uri("/page/shared/" + secret));
        assertThat(send(seen.copy()).body()).contains("\"succeeded\"").contains("\"read_only\":true");
        assertThat(send(HttpRequest.newBuilder(server.uri("/page/predictions/" + made.text("id"))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.call("DELETE", "/page/shares/" + share.text("id"), Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(send(seen).statusCode()).isEqualTo(404);
    }

    private static boolean signedIn(String cookie) throws Exception {
        return send(HttpRequest.newBuilder(server.uri("/page/session")).header("Cookie", cookie))
                .body()
                .contains("\"signed_in\":true");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
