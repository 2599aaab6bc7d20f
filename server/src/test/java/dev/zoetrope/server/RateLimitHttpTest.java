package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RateLimitHttpTest {
    private static final String CREATE = "/v1/models/acme/test/predictions";

    @TempDir
    Path data;

    @Test
    void a_token_that_sends_too_much_is_told_when_to_come_back() {
        var policies = new ServerPolicies(WebhookPolicy.defaults(), new RateLimits(2, 100), Retention.defaults());
        try (var server = new TestServer(TestServer.options(data, true, policies))) {
            var first = server.run(Map.of("text", "x"));
            assertThat(first.header("ratelimit-remaining")).isEqualTo("1");
            assertThat(first.header("ratelimit-reset")).isEqualTo("30");
            assertThat(server.post(CREATE, "{}").status()).isEqualTo(422);

            var throttled = server.post(CREATE, Map.of("input", Map.of("text", "x")));

            assertThat(throttled.status()).isEqualTo(429);
            assertThat(throttled.header("Content-Type")).isEqualTo("application/problem+json");
            int seconds = (int) throttled.json().get("retry_after");
            assertThat(seconds).isBetween(1, 30);
            assertThat(throttled.header("Retry-After")).isEqualTo(String.valueOf(seconds));
            assertThat(throttled.json())
                    .containsEntry("status", 429)
                    .containsEntry("detail", "Request was throttled. Your rate limit resets in ~" + seconds + "s.");
            assertThat(throttled.header("ratelimit-remaining")).isEqualTo("0");

            var other = server.get("/v1/predictions/" + first.text("id"));
            assertThat(other.status()).isEqualTo(200);
            assertThat(other.header("ratelimit-remaining")).isEqualTo("99");
            assertThat(server.get("/v1/nothing").header("ratelimit-remaining")).isEqualTo("98");
            assertThat(server.get("//v1//predictions/").header("ratelimit-remaining"))
                    .isEqualTo("97");
            assertThat(server.get("/v1/files").header("ratelimit-remaining")).isEmpty();
            var unknown = server.send(
                    HttpRequest.newBuilder(server.uri("/v1/predictions")).header("Authorization", "Bearer no"));
            assertThat(unknown.status()).isEqualTo(401);
            assertThat(unknown.header("ratelimit-remaining")).isEmpty();
        }
    }
}
