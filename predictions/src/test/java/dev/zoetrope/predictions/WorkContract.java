package dev.zoetrope.predictions;

import static dev.zoetrope.predictions.Asked.MODEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a store promises to runners that take work from it, and to those who watch.
@Timeout(60)
abstract class WorkContract extends StoreContract {
    @Test
    void a_watch_gives_the_present_state_first_and_then_each_newer_one() throws InterruptedException {
        store().create(Asked.of("ann"));
        var claim = claim().orElseThrow();
        try (var watch = store().watch(claim.id())) {
            assertThat(watch.next(LONG)).contains(claim.row());
            assertThat(watch.next(Duration.ZERO)).isEmpty();
            var told = store().apply(claim, new Event.Logged("a")).orElseThrow();
            assertThat(watch.next(LONG)).contains(told);
            store().apply(claim, new Event.Logged("ab"));
            var newest = store().apply(claim, new Event.Logged("abc")).orElseThrow();
            assertThat(watch.next(LONG)).contains(newest);
            assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void a_watch_of_nothing_is_empty() throws InterruptedException {
        try (var watch = store().watch("nothing")) {
            assertThat(watch.current()).isEmpty();
            assertThat(watch.next(Duration.ofMillis(1))).isEmpty();
        }
    }

    @Test
    void a_watch_misses_no_end_however_the_two_race() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 100; round++) {
                store().create(Asked.of("ann"));
                var claim = claim().orElseThrow();
                var end = threads.submit(() -> store().apply(claim, new Event.Succeeded("out", "", Map.of())));
                try (var watch = store().watch(claim.id())) {
                    var row = watch.current();
                    while (!row.orElseThrow().prediction().status().isTerminal()) {
                        row = watch.next(LONG);
                    }
                }
                assertThat(end.get(LONG.toSeconds(), TimeUnit.SECONDS)).isPresent();
            }
        }
    }

    @Test
    void a_waiting_runner_is_woken_by_new_work() throws Exception {
        assertThat(claim()).isEmpty();
        store().create(Asked.of("ann"));
        // Came between the look and the wait; a lost wake-up would run into the time-out of the test.
        store().awaitWork(Duration.ofDays(1));
        var claim = claim().orElseThrow();

        assertThat(claim()).isEmpty();
        store().apply(claim, new Event.Lost("gone"));
        store().awaitWork(Duration.ofDays(1));
        var second = claim().orElseThrow();

        assertThat(claim()).isEmpty();
        store().apply(second, new Event.Succeeded("x", "", Map.of()));
        store().awaitWork(Duration.ofDays(1));

        store().awaitWork(Duration.ofMillis(1));
    }

    @Test
    void runners_that_wait_for_work_each_get_some() throws Exception {
        var got = new ArrayList<CompletableFuture<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String runner = "runner-" + i;
                got.add(CompletableFuture.supplyAsync(() -> claimed(runner), threads));
            }
            for (int i = 0; i < 20; i++) {
                store().create(Asked.of("owner-" + i % 3));
            }
            var ids = new ArrayList<String>();
            for (var one : got) {
                ids.add(one.get(LONG.toSeconds(), TimeUnit.SECONDS));
            }
            assertThat(ids).doesNotHaveDuplicates();
        }
    }

    @Test
    void claims_go_to_the_owner_with_the_fewest_running_then_to_the_oldest() {
        var ids = new ArrayList<String>();
        for (String owner : List.of("ann", "ann", "ann", "bob", "bob", "cid")) {
            ids.add(store().create(Asked.of(owner)).id());
        }
        var order = new ArrayList<String>();
        for (int i = 0; i < ids.size(); i++) {
            order.add(claim().orElseThrow().id());
        }
        assertThat(order).containsExactly(ids.get(0), ids.get(3), ids.get(5), ids.get(1), ids.get(4), ids.get(2));
        assertThat(claim()).isEmpty();
    }

    @Test
    void only_wanted_models_are_claimed() {
        store().create(Asked.of("ann", "acme/other"));
        var wanted = store().create(Asked.of("bob", "acme/third"));
        assertThat(claim()).isEmpty();
        assertThat(store().claim("runner", Set.of(), LEASE)).isEmpty();
        assertThat(store().claim("runner", Set.of(MODEL, "acme/third"), LEASE))
                .hasValueSatisfying(claim -> assertThat(claim.id()).isEqualTo(wanted.id()));
    }

    private String claimed(String runner) {
        try {
            var claim = store().claim(runner, MODELS, LEASE);
            while (claim.isEmpty()) {
                store().awaitWork(Duration.ofDays(1));
                claim = store().claim(runner, MODELS, LEASE);
            }
            return claim.get().id();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
