package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void times() {
        assertThat(Amounts.time("30d")).contains(Duration.ofDays(30));
        assertThat(Amounts.time(" 1H ")).contains(Duration.ofHours(1));
        assertThat(Amounts.time("90 s")).contains(Duration.ofSeconds(90));
        assertThat(Amounts.time("5m")).contains(Duration.ofMinutes(5));
        assertThat(Amounts.time("30")).isEmpty();
        assertThat(Amounts.time("-1d")).isEmpty();
        assertThat(Amounts.time("soon")).isEmpty();
    }

    @Test
    void sizes() {
        assertThat(Amounts.size("20GB")).contains(20_000_000_000L);
        assertThat(Amounts.size("512MiB")).contains(512L << 20);
        assertThat(Amounts.size("17")).contains(17L);
        assertThat(Amounts.size("2 tb")).contains(2_000_000_000_000L);
        assertThat(Amounts.size("1kib")).contains(1024L);
        assertThat(Amounts.size("much")).isEmpty();
        assertThat(Amounts.size("1.5GB")).isEmpty();
    }
}
