package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final RandomGenerator ALL_ONES = () -> -1L;

    @Test
    void an_id_is_the_time_and_randomness_in_base32() {
        var ids = new Ids(InstantSource.fixed(Instant.ofEpochMilli((1L << 48) - 1)), ALL_ONES);
        assertThat(ids.next()).isEqualTo("7zzzzzzzzz" + "zzzzzzzzzzzzzzzz");
        assertThat(new Ids(InstantSource.fixed(Instant.ofEpochMilli(33)), () -> 1L).next())
                .isEqualTo("0000000011" + "000g000000000001");
    }

    @Test
    void ids_use_the_alphabet_of_replicate() {
        var ids = new Ids(InstantSource.system(), new Random(1));
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.next()).matches("[0-9a-hjkmnp-tv-z]{26}");
        }
    }

    @Test
    void ids_sort_by_time_also_within_a_millisecond_and_when_the_clock_goes_back() {
        var clock = new SettableClock();
        var ids = new Ids(clock, new Random(1));
        var made = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.next());
            clock.advance(Duration.ofMillis(i % 7 - 2));
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_millisecond_that_is_used_up_borrows_from_the_next() {
        var ids = new Ids(InstantSource.fixed(Instant.ofEpochMilli(31)), ALL_ONES);
        assertThat(List.of(ids.next(), ids.next(), ids.next()))
                .containsExactly(
                        "000000000z" + "zzzzzzzzzzzzzzzz",
                        "0000000010" + "0000000000000000",
                        "0000000010" + "0000000000000001");
    }

    @Test
    void threads_never_get_the_same() throws Exception {
        var ids = new Ids(InstantSource.system(), new Random(1));
        Callable<List<String>> some =
                () -> IntStream.range(0, 2000).mapToObj(_ -> ids.next()).toList();
        var all = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var got : threads.invokeAll(List.of(some, some, some, some))) {
                all.addAll(got.get());
            }
        }
        assertThat(all).hasSize(8000);
    }

    @Test
    void secrets_are_long_and_all_different() {
        var ids = new Ids(InstantSource.system(), ALL_ONES);
        var secrets = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            String secret = ids.secret();
            assertThat(secret).matches("[0-9a-hjkmnp-tv-z]{32}");
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(1000);
    }
}
