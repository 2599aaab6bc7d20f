package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
    @Test
    void it_acts_when_the_input_ends_and_not_before() throws Exception {
        var ended = new CountDownLatch(1);
        try (var parent = new PipedOutputStream()) {
            ParentWatch.watch(new PipedInputStream(parent), ended::countDown);
            parent.write(1);
            assertThat(ended.getCount()).isEqualTo(1);
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
