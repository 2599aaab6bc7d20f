package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RetentionHttpTest {
    @TempDir
    Path data;

    @Test
    void what_has_expired_is_gone_and_says_so() {
        var policies = new ServerPolicies(
                WebhookPolicy.defaults(), RateLimits.defaults(), new Retention(Duration.ofSeconds(2), null));
        try (var server = new TestServer(TestServer.options(data, true, policies))) {
            var made = server.run(Map.of("text", "abc"));
            assertThat(made.json()).containsEntry("status", "succeeded").containsEntry("data_removed", false);
            var file = HttpRequest.newBuilder(server.uri(made.text("output")));
            assertThat(server.send(file).status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(30)).until(() -> server.send(file).status() == 404);

            var later = server.get("/v1/predictions/" + made.text("id"));
            assertThat(later.json())
                    .containsEntry("data_removed", true)
                    .containsEntry("output", null)
                    .containsEntry("logs", "")
                    .containsEntry("input", Map.of())
                    .containsEntry("status", "succeeded");
            assertThat(server.get("/page/predictions/" + made.text("id")).json())
                    .containsEntry("data_removed", true)
                    .containsEntry("logs", "");
        }
    }
}
