package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.predictions.PredictionRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookAnnouncerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger overs = new AtomicInteger();
    private final WebhookAnnouncer announcer = announcer(WebhookEvent.values());

    private WebhookAnnouncer announcer(WebhookEvent... wanted) {
        return new WebhookAnnouncer(Set.of(wanted), this::tell, overs::incrementAndGet, clock);
    }

    private void tell(WebhookEvent event, PredictionRow row) {
        told.add(event.wire() + " " + row.prediction().output() + " "
                + row.prediction().logs());
    }

    private PredictionRow row(Status status, Object output, String logs) {
        var prediction = new Prediction(
                "id",
                "acme/test",
                "hidden",
                Map.of(),
                logs,
                output,
                false,
                null,
                "api",
                status,
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                "http://a.example/",
                null,
                Map.of());
        return new PredictionRow(prediction, "ann", 1, false, 1);
    }

    private void awaitTold(String... expected) {
        await().atMost(LONG).untilAsserted(() -> assertThat(told).containsExactly(expected));
    }

    @Test
    void tells_each_kind_of_news_once_and_in_order() {
        announcer.note(row(Status.STARTING, null, ""));
        announcer.note(row(Status.PROCESSING, null, ""));
        awaitTold("start null ");
        announcer.note(row(Status.PROCESSING, null, "a"));
        awaitTold("start null ", "logs null a");
        announcer.note(row(Status.PROCESSING, null, "a"));
        clock.advance(WebhookAnnouncer.THROTTLE);
        announcer.note(row(Status.PROCESSING, 1, "ab"));
        awaitTold("start null ", "logs null a", "output 1 ab");
    }

    @Test
    void news_that_come_quickly_are_told_as_the_newest_when_the_throttle_opens() {
        announcer.note(row(Status.PROCESSING, 1, ""));
        awaitTold("start 1 ", "output 1 ");
        announcer.note(row(Status.PROCESSING, 2, ""));
        announcer.note(row(Status.PROCESSING, 2, "log"));
        announcer.note(row(Status.PROCESSING, 3, "log"));
        clock.advance(WebhookAnnouncer.THROTTLE);
        awaitTold("start 1 ", "output 1 ", "output 3 log");
    }

    @Test
    void only_wanted_news_are_told() throws InterruptedException {
        var output = announcer(WebhookEvent.OUTPUT);
        output.note(row(Status.PROCESSING, null, "log"));
        output.note(row(Status.PROCESSING, 1, "log"));
        output.note(row(Status.SUCCEEDED, 1, "log"));
        output.finish(LONG);
        assertThat(told).containsExactly("output 1 log");
    }

    @Test
    void nothing_is_told_after_the_end_and_what_would_have_to_wait_is_dropped() throws InterruptedException {
        announcer.note(row(Status.PROCESSING, 2, ""));
        awaitTold("start 2 ", "output 2 ");
        announcer.note(row(Status.PROCESSING, 3, ""));
        announcer.note(row(Status.SUCCEEDED, 4, ""));
        announcer.finish(LONG);
        announcer.note(row(Status.PROCESSING, 5, ""));
        clock.advance(LONG);
        assertThat(told).containsExactly("start 2 ", "output 2 ");
        assertThat(overs).hasValue(1);
    }

    @Test
    void an_end_waits_for_a_slow_telling_only_so_long() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var slow = new WebhookAnnouncer(
                Set.of(WebhookEvent.START, WebhookEvent.LOGS),
                (event, row) -> {
                    begun.countDown();
                    stuck.await();
                    told.add("too late");
                },
                overs::incrementAndGet,
                clock);
        slow.note(row(Status.PROCESSING, null, ""));
        begun.await();
        slow.note(row(Status.PROCESSING, null, "log"));
        slow.note(row(Status.SUCCEEDED, 1, "log"));
        slow.finish(Duration.ofMillis(1));
        stuck.countDown();
        await().atMost(LONG).untilAsserted(() -> assertThat(overs).hasValue(1));
        assertThat(told).isEmpty();
    }
}
