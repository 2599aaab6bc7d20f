package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two engines on one store, with runners that are lost in the middle and go on writing.
@Timeout(120)
class SqliteRaceTest {
    private static final int PREDICTIONS = 2000;
    private static final int RUNNERS_PER_ENGINE = 32;
    private static final Set<String> MODELS = Set.of(Asked.MODEL);

    @TempDir
    Path folder;

    private final ConcurrentHashMap<String, AtomicInteger> ends = new ConcurrentHashMap<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void each_prediction_ends_exactly_once() throws Exception {
        try (var database = Database.open(folder, DatabaseOptions.defaults());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = database.predictions();
            var work = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < PREDICTIONS; i++) {
                String owner = "owner-" + i % 5;
                work.add(() -> store.create(Asked.of(owner)) != null);
            }
            for (int engine = 0; engine < 2; engine++) {
                for (int i = 0; i < RUNNERS_PER_ENGINE; i++) {
                    String name = "engine-" + engine + "-" + i;
                    work.add(() -> run(store, name));
                }
            }
            work.add(() -> reap(store));
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
            assertThat(ends).hasSize(PREDICTIONS);
            assertThat(ends.values()).allSatisfy(times -> assertThat(times).hasValue(1));
            assertThat(refused).as("stale writes that were tried").hasPositiveValue();
            var query = new PredictionStore.Query(null, null, null, null, PREDICTIONS + 1);
            assertThat(store.list(query))
                    .hasSize(PREDICTIONS)
                    .allSatisfy(row ->
                            assertThat(row.prediction().status().isTerminal()).isTrue());
        }
    }

    private boolean run(PredictionStore store, String runner) throws InterruptedException {
        var random = new Random(runner.hashCode());
        while (ended.get() < PREDICTIONS) {
            // One lease in ten has run out as soon as it is given: the reaper and the runner race for the end.
            var lease = random.nextInt(10) == 0 ? Duration.ZERO : Duration.ofHours(1);
            var claim = store.claim(runner, MODELS, lease);
            if (claim.isEmpty()) {
                store.awaitWork(Duration.ofSeconds(1));
                continue;
            }
            store.apply(claim.get(), new Event.Started());
            if (random.nextInt(10) == 0) {
                store.apply(claim.get(), new Event.Lost("a test")).ifPresent(this::count);
                assertThat(store.apply(claim.get(), new Event.Succeeded("stale", "", Map.of())))
                        .isEmpty();
                refused.incrementAndGet();
            } else {
                store.apply(claim.get(), new Event.Succeeded(runner, "", Map.of()))
                        .ifPresent(this::count);
            }
        }
        return true;
    }

    private boolean reap(PredictionStore store) throws InterruptedException {
        while (ended.get() < PREDICTIONS) {
            store.reap().forEach(this::count);
            store.awaitWork(Duration.ofMillis(20));
        }
        return true;
    }

    private void count(PredictionRow row) {
        if (row.prediction().status() != Status.STARTING) {
            ends.computeIfAbsent(row.id(), _ -> new AtomicInteger()).incrementAndGet();
            ended.incrementAndGet();
        }
    }
}
