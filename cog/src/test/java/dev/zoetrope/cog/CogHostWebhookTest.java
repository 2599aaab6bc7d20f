package dev.zoetrope.cog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CogHostWebhookTest {
    private final FilmHost films = new FilmHost();

    @AfterEach
    void stop() {
        films.close();
    }

    @Test
    void an_async_prediction_is_accepted_told_by_webhooks_and_ends_with_the_completed_one() throws Exception {
        films.awaitState(CogHealth.State.READY);
        CogCreated created = films.client().create(films.request("abc", "hello"));

        assertThat(created).isInstanceOfSatisfying(CogCreated.Accepted.class, accepted -> {
            assertThat(accepted.snapshot().id()).isEqualTo("abc");
            assertThat(accepted.snapshot().status()).isEqualTo(Status.STARTING);
        });
        CogSnapshot end = films.lastTold();
        assertThat(end.id()).isEqualTo("abc");
        assertThat(end.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(films.told().stream().filter(snapshot -> snapshot.status().isTerminal()))
                .hasSize(1);
    }

    @Test
    void progress_and_late_log_lines_are_told_while_it_runs_and_progress_is_gone_at_the_end() throws Exception {
        films.awaitState(CogHealth.State.READY);
        films.client().create(films.request("abc", "progress"));

        await().until(() -> films.told().stream()
                .anyMatch(snapshot ->
                        Double.valueOf(0.25).equals(snapshot.metrics().get("progress"))
                                && snapshot.logs().equals("begun: progress\n")));
        assertThat(films.told().getFirst().status()).isEqualTo(Status.PROCESSING);
        films.model().mayEnd.countDown();
        assertThat(films.lastTold().metrics()).containsOnlyKeys("predict_time");
    }

    @Test
    void the_events_filter_and_the_token_are_kept() throws Exception {
        films.serveReady(films.model(), FilmHost.OPTIONS.withWebhookAuthToken("s3cret"));
        films.client()
                .create(new CogRequest(
                        "abc",
                        Map.of("prompt", "hello"),
                        films.webhooks().uri("/hook"),
                        Set.of(WebhookEvent.COMPLETED)));
        films.lastTold();

        assertThat(films.webhooks().received()).hasSize(1);
        assertThat(films.webhooks().received().getFirst().headers().getFirst("Authorization"))
                .isEqualTo("Bearer s3cret");
    }

    @Test
    void the_completed_webhook_is_tried_again_until_it_is_taken() throws Exception {
        var calls = new AtomicInteger();
        try (var flaky =
                new Loopback(exchange -> exchange.sendResponseHeaders(calls.incrementAndGet() < 3 ? 503 : 200, -1))) {
            films.awaitState(CogHealth.State.READY);
            films.client()
                    .create(new CogRequest(
                            "abc", Map.of("prompt", "hello"), flaky.uri("/"), Set.of(WebhookEvent.COMPLETED)));
            await().until(() -> calls.get() == 3);
        }
    }

    @Test
    void whoever_hears_of_the_end_finds_a_free_slot() throws Exception {
        films.awaitState(CogHealth.State.READY);
        var answers = new CopyOnWriteArrayList<CogCreated>();
        var done = new CountDownLatch(20);
        try (var chain = new Loopback(exchange -> {
            exchange.sendResponseHeaders(200, -1);
            done.countDown();
            if (done.getCount() == 0) {
                return;
            }
            try {
                answers.add(films.client()
                        .create(new CogRequest(
                                "n" + done.getCount(),
                                Map.of("prompt", "hello"),
                                URI.create(
                                        "http://" + exchange.getRequestHeaders().getFirst("Host") + "/"),
                                Set.of(WebhookEvent.COMPLETED))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            films.client()
                    .create(new CogRequest(
                            "first", Map.of("prompt", "hello"), chain.uri("/"), Set.of(WebhookEvent.COMPLETED)));
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            // The last end may be told before the answer to its own create has been read here.
            await().until(() -> answers.size() == 19);
        }
        assertThat(answers).allMatch(CogCreated.Accepted.class::isInstance);
    }

    @Test
    void shutdown_lets_the_running_prediction_end_and_tell() throws Exception {
        films.awaitState(CogHealth.State.READY);
        films.client().create(films.request("abc", "wait"));
        films.model().hasBegun.await();
        films.client().shutdown();
        assertThat(films.client().create(films.request("late", "hello"))).isInstanceOf(CogCreated.NotReady.class);
        films.model().mayEnd.countDown();
        films.host().awaitShutdown();

        assertThat(films.told().getLast().status()).isEqualTo(Status.SUCCEEDED);
    }
}
