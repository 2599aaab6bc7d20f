package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookBackoffTest {
    private static final Instant ASKED = Instant.parse("2026-05-01T10:00:00Z");

    @Test
    void pauses_double_up_to_half_an_hour_and_end_after_a_day() {
        var backoff = new WebhookBackoff(Duration.ofHours(24), new Random(1));
        Instant now = ASKED;
        int attempts = 1;
        Duration longest = Duration.ZERO;
        for (var next = backoff.next(attempts, ASKED, now);
                next.isPresent();
                next = backoff.next(attempts, ASKED, now)) {
            Duration pause = Duration.between(now, next.get());
            double expected = Math.min(1800, Math.pow(2, attempts - 1));
            assertThat(pause.toMillis() / 1000.0).isBetween(expected * 0.74, expected * 1.26);
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            now = next.get();
            attempts++;
        }
        assertThat(longest).isLessThan(Duration.ofMinutes(38));
        assertThat(attempts).isBetween(45, 75);
        assertThat(Duration.between(ASKED, now)).isGreaterThan(Duration.ofHours(23));
    }

    @Test
    void no_time_to_retry_means_one_attempt() {
        assertThat(new WebhookBackoff(Duration.ZERO, new Random(1)).next(1, ASKED, ASKED))
                .isEmpty();
    }
}
