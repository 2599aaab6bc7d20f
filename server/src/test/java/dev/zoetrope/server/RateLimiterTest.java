package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.server.RateLimiter.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final SettableClock clock = new SettableClock();
    private final RateLimiter limiter = new RateLimiter(new RateLimits(600, 3000), clock);

    @Test
    void the_first_request_leaves_what_replicate_says() {
        assertThat(limiter.take("ann", true)).contains(new Verdict(true, 599, 1, 1));
        assertThat(limiter.take("ann", false)).contains(new Verdict(true, 2999, 1, 1));
    }

    @Test
    void a_burst_passes_and_then_requests_pass_at_the_rate() {
        for (int i = 0; i < 600; i++) {
            assertThat(limiter.take("ann", true).orElseThrow().allowed()).isTrue();
        }
        assertThat(limiter.take("ann", true)).contains(new Verdict(false, 0, 60, 1));
        assertThat(limiter.take("bob", true).orElseThrow().allowed()).isTrue();
        assertThat(limiter.take("ann", false).orElseThrow().allowed()).isTrue();
        clock.advance(Duration.ofMillis(100));
        assertThat(limiter.take("ann", true).orElseThrow().allowed()).isTrue();
        assertThat(limiter.take("ann", true).orElseThrow().allowed()).isFalse();
        clock.advance(Duration.ofMinutes(5));
        assertThat(limiter.take("ann", true).orElseThrow().remaining()).isEqualTo(599);
    }

    @Test
    void a_slow_limit_says_how_long_to_wait() {
        var slow = new RateLimiter(new RateLimits(2, 0), clock);
        slow.take("ann", true);
        slow.take("ann", true);
        assertThat(slow.take("ann", true)).contains(new Verdict(false, 0, 60, 30));
        assertThat(slow.take("ann", false)).isEmpty();
    }

    @Test
    void full_buckets_are_let_go() {
        for (int i = 0; i < 10_000; i++) {
            limiter.take("token " + i, true);
        }
        assertThat(limiter.size()).isEqualTo(10_000);
        clock.advance(Duration.ofSeconds(1));
        limiter.take("one more", true);
        assertThat(limiter.size()).isEqualTo(1);
    }
}
