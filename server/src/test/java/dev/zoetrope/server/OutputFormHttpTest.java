package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormHttpTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";
    private static final String DATA =
            "data:text/plain;base64," + Base64.getEncoder().encodeToString("abc".getBytes(StandardCharsets.UTF_8));

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestServer.Reply create(String... headers) {
        return server.post(CREATE, Map.of("input", Map.of("text", "abc")), headers);
    }

    private static TestServer.Reply get(TestServer.Reply of, String query, String... headers) {
        var request = HttpRequest.newBuilder(server.uri("/v1/predictions/" + of.text("id") + query))
                .header("Authorization", "Bearer " + TestServer.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicate-javascript/1.4.0", "replicate-python/1.0.7"})
    void clients_that_make_files_of_https_and_data_only_get_data_over_http(String agent) {
        var created = create("User-Agent", agent, "Prefer", "wait");
        assertThat(created.text("output")).isEqualTo(DATA);
        assertThat(get(created, "", "User-Agent", agent).text("output")).isEqualTo(DATA);
        assertThat(get(created, "").text("output")).startsWith("http://");
        var cancelled = server.post("/v1/predictions/" + created.text("id") + "/cancel", "", "User-Agent", agent);
        assertThat(cancelled.text("output")).isEqualTo(DATA);
        var list = server.send(HttpRequest.newBuilder(server.uri("/v1/predictions"))
                .headers("User-Agent", agent, "Authorization", "Bearer " + TestServer.TOKEN));
        assertThat(list.text("results")).doesNotContain("data:").contains("http://");
    }

    @Test
    void the_new_python_client_gets_data_only_for_what_it_waits_for() {
        String[] run = {"User-Agent", "_ModuleClient/Python 2.0.0-beta.4", "X-Stainless-Lang", "python"};
        var waited = create(run[0], run[1], run[2], run[3], "Prefer", "wait");
        assertThat(waited.text("output")).isEqualTo(DATA);
        assertThat(get(waited, "", run).text("output")).isEqualTo(DATA);
        var other = create("Prefer", "wait"); // made by somebody else
        assertThat(other.text("output")).startsWith("http://");
        var used = create(run);
        org.awaitility.Awaitility.await()
                .until(() -> get(used, "", run).text("status").equals("succeeded"));
        assertThat(get(used, "", run).text("output")).startsWith("http://");
    }

    @Test
    void anybody_can_choose() {
        var created = create("Prefer", "wait", "Zoetrope-Outputs", "data");
        assertThat(created.text("output")).isEqualTo(DATA);
        String agent = "replicate-javascript/1.4.0";
        assertThat(get(created, "", "User-Agent", agent, "Zoetrope-Outputs", "url")
                        .text("output"))
                .startsWith("http://");
        assertThat(get(created, "?outputs=data").text("output")).isEqualTo(DATA);
        var wrong = get(created, "?outputs=text");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("detail")).contains("url or data").contains("text");
    }

    @Test
    void a_large_file_stays_a_url() {
        String text = "x".repeat(1 << 20);
        String[] headers = {"Prefer", "wait", "Zoetrope-Outputs", "data"};
        var fits = server.post(CREATE, Map.of("input", Map.of("text", text, "count", 10)), headers);
        assertThat(fits.text("output")).startsWith("data:");
        var large = server.post(CREATE, Map.of("input", Map.of("text", text + "x", "count", 10)), headers);
        assertThat(large.text("output")).startsWith("http://");
    }

    @Test
    void a_stream_shows_files_in_the_same_form() throws Exception {
        var created = create("Prefer", "wait");
        String stream = String.valueOf(created.map("urls").get("stream"));
        for (var forms : List.of(List.of("User-Agent", "replicate-python/1.0.7"), List.of("User-Agent", "node"))) {
            try (var reader = new EventReader(server.uri(stream), forms.get(0), forms.get(1))) {
                String shown = reader.next().data();
                assertThat(shown).startsWith(forms.get(1).equals("node") ? "http://" : DATA);
            }
        }
    }
}
