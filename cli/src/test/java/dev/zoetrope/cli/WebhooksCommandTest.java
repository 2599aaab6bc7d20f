package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.WebhookSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebhooksCommandTest {
    private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");
    private static final String BODY = ScriptedServer.state("succeeded", "null", "", "null");

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder).serverNamed();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private int post(String secret, Instant sent) throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> URL.matcher(scene.err()).find());
        var matcher = URL.matcher(scene.err());
        assertThat(matcher.find()).isTrue();
        String signature = new WebhookSignature(secret).sign("msg_1", sent, BODY.getBytes(StandardCharsets.UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(matcher.group()))
                    .header(WebhookSignature.ID, "msg_1")
                    .header(WebhookSignature.TIMESTAMP, Long.toString(sent.getEpochSecond()))
                    .header(WebhookSignature.SIGNATURE, signature)
                    .POST(HttpRequest.BodyPublishers.ofString(BODY));
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void prints_and_checks_what_comes() throws Exception {
        var code = CompletableFuture.supplyAsync(() -> scene.run("webhooks", "listen", "--port", "0", "--count", "3"));

        assertThat(post(ScriptedServer.WEBHOOK_SECRET, Instant.now())).isEqualTo(200);
        assertThat(post("whsec_AAAA", Instant.now())).isEqualTo(401);
        assertThat(post(ScriptedServer.WEBHOOK_SECRET, Instant.now().minusSeconds(600)))
                .isEqualTo(401);

        assertThat(code.get()).isZero();
        assertThat(scene.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("verified  succeeded", ScriptedServer.ID, ScriptedServer.MODEL),
                        line -> assertThat(line).contains("SIGNATURE WRONG"),
                        line -> assertThat(line).contains("TOO OLD"));
        assertThat(scene.err()).contains("\"webhook\"", "--allow-private-webhooks");
    }

    @Test
    void json_holds_the_whole_prediction() throws Exception {
        var code = CompletableFuture.supplyAsync(
                () -> scene.run("webhooks", "listen", "--port", "0", "--count", "1", "--json"));

        post(ScriptedServer.WEBHOOK_SECRET, Instant.now());

        assertThat(code.get()).isZero();
        assertThat(Codec.readObject(scene.out()))
                .containsEntry("signature", "verified")
                .containsEntry("id", "msg_1")
                .containsEntry("body", Codec.readObject(BODY));
    }
}
