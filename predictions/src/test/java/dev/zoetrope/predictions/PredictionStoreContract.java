package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Asked.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every store of predictions promises.
@Timeout(60)
abstract class PredictionStoreContract extends StoreContract {
    @Test
    void a_new_prediction_is_found_as_it_was_asked_for() {
        var input = new LinkedHashMap<String, Object>();
        input.put("prompt", "按故事版");
        input.put("seed", null);
        input.put("images", List.of("https://a.example/1.png"));
        input.put("strength", 0.5);
        var asked = new NewPrediction(
                "ann",
                MODEL,
                "hidden",
                input,
                "Ignored: x\n",
                "web",
                "https://a.example/hook",
                List.of(WebhookEvent.COMPLETED, WebhookEvent.LOGS),
                Duration.ofMinutes(5));

        var row = store().create(asked);

        assertThat(store().find(row.id())).contains(row);
        assertThat(row.id()).matches("[0-9a-hjkmnp-tv-z]{26}");
        assertThat(row.owner()).isEqualTo("ann");
        assertThat(row.attempts()).isZero();
        var prediction = row.prediction();
        assertThat(prediction.status()).isEqualTo(Status.STARTING);
        assertThat(prediction.input()).isEqualTo(input);
        assertThat(List.copyOf(prediction.input().keySet())).isEqualTo(List.copyOf(input.keySet()));
        assertThat(prediction.logs()).isEqualTo("Ignored: x\n");
        assertThat(prediction.source()).isEqualTo("web");
        assertThat(prediction.webhook()).isEqualTo("https://a.example/hook");
        assertThat(prediction.webhookEventsFilter()).containsExactly(WebhookEvent.COMPLETED, WebhookEvent.LOGS);
        assertThat(prediction.deadline()).isEqualTo(prediction.createdAt().plus(Duration.ofMinutes(5)));
        assertThat(prediction.urls()).isNull();
        assertThat(prediction.metrics()).isNull();
        assertThat(prediction.startedAt()).isNull();
    }

    @Test
    void an_empty_webhook_filter_stays_apart_from_none() {
        var asked = new NewPrediction("ann", MODEL, "hidden", Map.of(), "", "api", null, List.of(), null);
        var row = store().create(asked);
        assertThat(store().find(row.id()).orElseThrow().prediction().webhookEventsFilter())
                .isEqualTo(List.of());
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(store().find("nothing")).isEmpty();
        assertThat(store().cancel("nothing")).isEmpty();
        assertThat(store().count("no/model")).isZero();
    }

    @Test
    void a_prediction_runs_to_its_end() {
        var id = store().create(Asked.of("ann")).id();
        var claim = claim().orElseThrow();
        assertThat(claim.id()).isEqualTo(id);
        assertThat(claim.runner()).isEqualTo("runner");
        assertThat(claim.row().attempts()).isEqualTo(1);
        assertThat(claim.row().prediction().input()).containsEntry("prompt", "a boat");

        clock.advance(Duration.ofSeconds(1));
        var started = store().apply(claim, new Event.Started()).orElseThrow();
        assertThat(started.prediction().status()).isEqualTo(Status.PROCESSING);
        assertThat(started.prediction().startedAt()).isEqualTo(clock.instant());
        store().apply(claim, new Event.Logged("one\n"));
        clock.advance(Duration.ofMillis(2500));
        var output = List.of("https://a.example/out.mp4");
        var ended = store().apply(claim, new Event.Succeeded(output, "one\ntwo\n", Map.of("frames", 361)))
                .orElseThrow();

        assertThat(store().find(id)).contains(ended);
        Prediction prediction = ended.prediction();
        assertThat(prediction.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(prediction.output()).isEqualTo(output);
        assertThat(prediction.logs()).isEqualTo("one\ntwo\n");
        assertThat(prediction.completedAt()).isEqualTo(clock.instant());
        assertThat(prediction.metrics())
                .containsEntry("frames", 361)
                .containsEntry("predict_time", 2.5)
                .containsKey("total_time");
        assertThat(prediction.input()).containsEntry("prompt", "a boat");
    }

    @Test
    void revisions_grow_with_each_change() {
        var first = store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        var started = store().apply(claim, new Event.Started()).orElseThrow();
        var again = store().apply(claim, new Event.Started()).orElseThrow();
        assertThat(claim.row().revision()).isGreaterThan(first.revision());
        assertThat(started.revision()).isGreaterThan(claim.row().revision());
        assertThat(again).isEqualTo(started);
    }

    @Test
    void nothing_changes_after_the_end() {
        store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        var ended = store().apply(claim, new Event.Failed("no", "", Map.of())).orElseThrow();

        assertThat(store().apply(claim, new Event.Succeeded("x", "log", Map.of())))
                .isEmpty();
        assertThat(store().apply(claim, new Event.Logged("much later"))).isEmpty();
        assertThat(store().renew(claim, LEASE)).isFalse();
        assertThat(store().cancel(claim.id())).contains(ended);
        assertThat(store().find(claim.id())).contains(ended);
        assertThat(claim()).isEmpty();
    }

    @Test
    void a_stale_token_writes_nothing() {
        store().create(Asked.of("ann"));
        var first = claim().orElseThrow();
        clock.advance(LEASE.plusSeconds(1));
        assertThat(store().reap()).hasSize(1);
        var second = claim().orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(store().renew(first, LEASE)).isFalse();
        assertThat(store().apply(first, new Event.Succeeded("old", "", Map.of())))
                .isEmpty();
        assertThat(store().apply(first, new Event.Lost("old"))).isEmpty();
        assertThat(store().find(first.id()).orElseThrow().prediction().status()).isEqualTo(Status.STARTING);
        assertThat(store().renew(second, LEASE)).isTrue();
        assertThat(store().apply(second, new Event.Succeeded("new", "", Map.of())))
                .hasValueSatisfying(row -> assertThat(row.prediction().output()).isEqualTo("new"));
    }

    @Test
    void a_waiting_prediction_is_cancelled_at_once() {
        var row = store().create(Asked.of("ann"));
        var cancelled = store().cancel(row.id()).orElseThrow();
        assertThat(cancelled.prediction().status()).isEqualTo(Status.CANCELED);
        assertThat(cancelled.prediction().input()).containsEntry("prompt", "a boat");
        assertThat(claim()).isEmpty();
    }

    @Test
    void a_running_prediction_is_marked_and_its_watchers_are_told() throws InterruptedException {
        store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        store().apply(claim, new Event.Started());
        try (var watch = store().watch(claim.id())) {
            watch.current();
            var marked = store().cancel(claim.id()).orElseThrow();
            assertThat(marked.cancelRequested()).isTrue();
            assertThat(marked.prediction().status()).isEqualTo(Status.PROCESSING);
            assertThat(watch.next(LONG)).contains(marked);
        }
        var ended =
                store().apply(claim, new Event.Cancelled("stopped\n", Map.of())).orElseThrow();
        assertThat(ended.prediction().status()).isEqualTo(Status.CANCELED);
        assertThat(ended.prediction().output()).isNull();
        assertThat(ended.prediction().error()).isNull();
    }

    @Test
    void a_lost_prediction_is_tried_once_more_and_then_fails() {
        store().create(Asked.of("ann"));
        var first = claim().orElseThrow();
        store().apply(first, new Event.Logged("half\n"));
        var again = store().apply(first, new Event.Lost("exit 139")).orElseThrow();
        assertThat(again.prediction().status()).isEqualTo(Status.STARTING);
        assertThat(again.prediction().logs()).isEqualTo("half\nThe model was lost (exit 139); trying again.\n");

        var second = claim().orElseThrow();
        var told = store().apply(second, new Event.Logged("new\n")).orElseThrow();
        assertThat(told.prediction().logs()).endsWith("trying again.\nnew\n");
        var failed = store().apply(second, new Event.Lost("exit 139")).orElseThrow();
        assertThat(failed.prediction().status()).isEqualTo(Status.FAILED);
        assertThat(failed.prediction().error()).contains("exit 139");
        assertThat(claim()).isEmpty();
    }

    @Test
    void leases_are_reaped_only_when_they_ran_out() {
        var row = store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(store().reap()).isEmpty();
        assertThat(store().renew(claim, LEASE)).isTrue();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(store().reap()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store().reap()).singleElement().satisfies(reaped -> {
            assertThat(reaped.id()).isEqualTo(row.id());
            assertThat(reaped.prediction().logs()).contains("its runner was lost");
            assertThat(reaped.prediction().input()).containsEntry("prompt", "a boat");
        });
        assertThat(store().reap()).isEmpty();
    }

    @Test
    void a_lost_prediction_that_was_to_be_cancelled_is_cancelled() {
        store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        store().cancel(claim.id());
        clock.advance(LEASE);
        assertThat(store().reap())
                .singleElement()
                .satisfies(row -> assertThat(row.prediction().status()).isEqualTo(Status.CANCELED));
    }

    @Test
    void deadlines_abort_what_waits_and_cancel_what_runs() {
        var waiting = store().create(Asked.within(Duration.ofSeconds(10)));
        store().create(Asked.of("zoe"));
        store().cancel(store().create(Asked.within(Duration.ofSeconds(5))).id());
        var running = claim().orElseThrow();
        assertThat(running.id()).isEqualTo(waiting.id());
        store().apply(running, new Event.Started());
        var late = store().create(Asked.within(Duration.ofSeconds(10)));

        clock.advance(Duration.ofSeconds(9));
        assertThat(store().reap()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(store().claim("other", MODELS, LEASE).orElseThrow().row().owner())
                .isEqualTo("zoe");
        assertThat(claim()).as("one that is too late is not begun").isEmpty();

        assertThat(store().reap()).hasSize(2);
        assertThat(statusOf(late.id())).isEqualTo(Status.ABORTED);
        assertThat(statusOf(running.id())).isEqualTo(Status.CANCELED);
        assertThat(store().renew(running, LEASE)).isFalse();
    }

    @Test
    void lists_newest_first_in_pages() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(store().create(Asked.of(i == 2 ? "bob" : "ann")).id());
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(ids(new PredictionStore.Query(null, null, null, null, 3))).isEqualTo(ids.subList(0, 3));
        assertThat(ids(new PredictionStore.Query(null, ids.get(2), null, null, 3)))
                .isEqualTo(ids.subList(3, 5));
        assertThat(ids(new PredictionStore.Query("bob", null, null, null, 9))).containsExactly(ids.get(2));
        assertThat(ids(new PredictionStore.Query("ann", ids.get(1), null, null, 1)))
                .containsExactly(ids.get(3));
        var second = store().find(ids.get(3)).orElseThrow().prediction().createdAt();
        var fourth = store().find(ids.get(1)).orElseThrow().prediction().createdAt();
        assertThat(ids(new PredictionStore.Query(null, null, second, fourth, 9)))
                .isEqualTo(ids.subList(2, 4));
        assertThat(ids(new PredictionStore.Query("ann", null, second, fourth, 9)))
                .containsExactly(ids.get(3));
    }

    @Test
    void counts_the_runs_of_a_model() {
        store().create(Asked.of("ann"));
        store().create(Asked.of("bob"));
        store().create(Asked.of("bob", "acme/other"));
        assertThat(store().count(MODEL)).isEqualTo(2);
        assertThat(store().count("acme/other")).isEqualTo(1);
    }

    private Status statusOf(String id) {
        return store().find(id).orElseThrow().prediction().status();
    }

    private List<String> ids(PredictionStore.Query query) {
        return store().list(query).stream().map(PredictionRow::id).toList();
    }
}
