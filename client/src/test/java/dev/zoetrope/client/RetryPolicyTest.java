package dev.zoetrope.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(20, new Random(1));

    @Test
    void pauses_double_up_to_half_a_minute() {
        assertThat(pause(1)).isBetween(Duration.ofMillis(375), Duration.ofMillis(500));
        assertThat(pause(2)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1000));
        assertThat(pause(20)).isBetween(Duration.ofMillis(22_500), Duration.ofSeconds(30));
    }

    @Test
    void a_refused_connection_is_tried_again_for_any_request() {
        assertThat(policy.afterFailure(new ConnectException(), false, 1)).isPresent();
        assertThat(policy.afterFailure(new IOException("reset"), false, 1)).isEmpty();
        assertThat(policy.afterFailure(new IOException("reset"), true, 1)).isPresent();
    }

    @Test
    void a_wrong_request_is_never_tried_again() {
        assertThat(policy.afterStatus(422, true, Optional.empty(), 1)).isEmpty();
        assertThat(policy.afterStatus(409, false, Optional.empty(), 1)).isEmpty();
    }

    @Test
    void a_server_that_asks_for_too_long_a_pause_is_not_waited_for() {
        assertThat(policy.afterStatus(429, true, Optional.of("61"), 1)).isEmpty();
        assertThat(policy.afterStatus(429, true, Optional.of("1.5"), 1)).contains(Duration.ofMillis(1500));
        assertThat(policy.afterStatus(429, true, Optional.of("Wed, 21 Oct 2026 07:28:00 GMT"), 1))
                .isPresent();
    }

    private Duration pause(int tries) {
        return policy.afterStatus(503, true, Optional.empty(), tries).orElseThrow();
    }
}
