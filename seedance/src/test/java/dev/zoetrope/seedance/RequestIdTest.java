package dev.zoetrope.seedance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestIdTest {
    @Test
    void it_tells_the_second_in_utc_and_ends_at_random() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-04-29T08:59:39.999Z"));
        assertThat(RequestId.create(clock, new Random(1))).matches("zt-20260429085939-[0-9a-z]{5}");
    }
}
