package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every store of predictions promises about creates that are sent twice, and about data that expires.
@Timeout(60)
abstract class CreationContract {
    final SettableClock clock = new SettableClock();
    final Ids fileIds = new Ids(clock, new java.util.Random(7));

    abstract PredictionStore store();

    abstract FileRecords files();

    @Test
    void the_same_key_gives_the_same_prediction() {
        var first = create("ann", "k", "f");
        assertThat(first).isInstanceOf(Creation.Created.class);
        var row = ((Creation.Created) first).row();
        assertThat(create("ann", "k", "f")).isEqualTo(new Creation.Replayed(row));
        assertThat(store().replay("ann", new IdempotencyKey("k", "f"))).contains(new Creation.Replayed(row));
        assertThat(all()).hasSize(1);
        assertThat(store().count(Asked.MODEL)).isEqualTo(1);
    }

    @Test
    void a_replay_shows_the_prediction_as_it_is_now() {
        create("ann", "k", "f");
        var claim = store().claim("runner", Set.of(Asked.MODEL), Duration.ofSeconds(30))
                .orElseThrow();
        store().apply(claim, new Event.Succeeded("x", "", Map.of()));
        assertThat(create("ann", "k", "f")).isInstanceOfSatisfying(Creation.Replayed.class, replayed -> {
            assertThat(replayed.row().prediction().status()).isEqualTo(Status.SUCCEEDED);
            assertThat(replayed.row().prediction().input()).containsEntry("prompt", "a boat");
        });
    }

    @Test
    void the_same_key_with_another_request_is_a_conflict() {
        String id = ((Creation.Created) create("ann", "k", "f")).row().id();
        assertThat(create("ann", "k", "g")).isEqualTo(new Creation.Conflict(id));
        assertThat(store().replay("ann", new IdempotencyKey("k", "g"))).contains(new Creation.Conflict(id));
        assertThat(all()).hasSize(1);
    }

    @Test
    void keys_belong_to_their_owner() {
        create("ann", "k", "f");
        assertThat(create("bob", "k", "g")).isInstanceOf(Creation.Created.class);
        assertThat(store().replay("cid", new IdempotencyKey("k", "f"))).isEmpty();
    }

    @Test
    void of_many_at_once_with_one_key_one_makes_the_prediction() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var creates = new ArrayList<Callable<Creation>>();
            for (int i = 0; i < 200; i++) {
                String key = "k" + i % 20;
                creates.add(() -> create("ann", key, "f"));
            }
            int made = 0;
            for (var creation : threads.invokeAll(creates)) {
                made += creation.get() instanceof Creation.Created ? 1 : 0;
            }
            assertThat(made).isEqualTo(20);
            assertThat(all()).hasSize(20);
        }
    }

    @Test
    void keys_are_forgotten_in_small_batches_and_then_new() {
        create("ann", "a", "f");
        create("ann", "b", "f");
        clock.advance(Duration.ofHours(25));
        create("ann", "c", "f");
        var before = clock.instant().minus(Duration.ofHours(24));
        assertThat(store().forgetKeys(before, 1)).isEqualTo(1);
        assertThat(store().forgetKeys(before, 9)).isEqualTo(1);
        assertThat(store().forgetKeys(before, 9)).isZero();
        assertThat(create("ann", "a", "g")).isInstanceOf(Creation.Created.class);
        assertThat(create("ann", "c", "f")).isInstanceOf(Creation.Replayed.class);
    }

    @Test
    void data_of_what_ended_long_ago_is_removed_and_its_files_expire() {
        String old = ended(10);
        var oldFile = file(old, 10);
        clock.advance(Duration.ofMinutes(1));
        String fresh = ended(10);
        var freshFile = file(fresh, 10);
        store().create(Asked.of("ann"));
        var runs = store().claim("runner", Set.of(Asked.MODEL), Duration.ofHours(9))
                .orElseThrow();
        String running = runs.id();
        store().apply(runs, new Event.Started());
        clock.advance(Duration.ofMinutes(59));

        assertThat(store().removeData(clock.instant().minus(Duration.ofHours(1)).plusNanos(1000), 9))
                .isEqualTo(1);

        var removed = store().find(old).orElseThrow().prediction();
        assertThat(removed.dataRemoved()).isTrue();
        assertThat(removed.input()).isEmpty();
        assertThat(removed.output()).isNull();
        assertThat(removed.logs()).isEmpty();
        assertThat(removed.status()).isEqualTo(Status.SUCCEEDED);
        assertThat(removed.metrics()).containsKey("predict_time");
        assertThat(files().expired(clock.instant(), 9))
                .extracting(FileRecords.FileRecord::id)
                .containsExactly(oldFile);
        assertThat(store().find(fresh).orElseThrow().prediction().dataRemoved()).isFalse();

        assertThat(store().removeData(clock.instant().plusSeconds(1), 9)).isEqualTo(1);
        assertThat(store().removeData(clock.instant().plusSeconds(1), 9)).isZero();
        assertThat(files().expired(clock.instant(), 9))
                .extracting(FileRecords.FileRecord::id)
                .containsExactlyInAnyOrder(oldFile, freshFile);
        assertThat(store().find(running).orElseThrow().prediction().input()).containsEntry("prompt", "a boat");
    }

    @Test
    void the_oldest_outputs_go_first_when_room_is_needed() {
        ended(0);
        String first = ended(1);
        file(first, 100);
        clock.advance(Duration.ofSeconds(1));
        String second = ended(1);
        file(second, 200);
        assertThat(files().storedBytes()).isEqualTo(300);

        assertThat(store().removeOldestOutputs(1)).isEqualTo(1);
        assertThat(store().find(first).orElseThrow().prediction().dataRemoved()).isTrue();
        assertThat(store().find(second).orElseThrow().prediction().dataRemoved())
                .isFalse();
        assertThat(store().removeOldestOutputs(9)).isEqualTo(1);
        assertThat(store().removeOldestOutputs(9)).isZero();
    }

    @Test
    void a_file_that_an_unfinished_prediction_needs_does_not_expire_under_it() {
        String source = ended(1);
        var file = files().find(file(source, 10)).orElseThrow();
        String url = "http://localhost/files/" + file.secret() + "/film.mp4";
        store().create(new NewPrediction(
                "ann", Asked.MODEL, "hidden", Map.of("videos", List.of(url)), "", "api", null, null, null));
        store().removeData(clock.instant().plusSeconds(1), 9);

        assertThat(files().expired(clock.instant(), 9)).as("while it waits").isEmpty();
        var claim = store().claim("runner", Set.of(Asked.MODEL), Duration.ofHours(9))
                .orElseThrow();
        store().apply(claim, new Event.Started());
        assertThat(files().expired(clock.instant(), 9)).as("while it runs").isEmpty();
        store().apply(claim, new Event.Failed("no", "", Map.of()));
        assertThat(files().expired(clock.instant(), 9))
                .containsExactly(files().find(file.id()).orElseThrow());
    }

    private Creation create(String owner, String key, String fingerprint) {
        return store().create(Asked.of(owner), new Creation.Terms(null, new IdempotencyKey(key, fingerprint)));
    }

    private List<PredictionRow> all() {
        return store().list(new PredictionStore.Query(null, null, null, null, 1000));
    }

    private String ended(int output) {
        store().create(Asked.of("ann"));
        var claim = store().claim("runner", Set.of(Asked.MODEL), Duration.ofHours(9))
                .orElseThrow();
        store().apply(claim, new Event.Succeeded(output, "log\n", Map.of()));
        return claim.id();
    }

    private String file(String prediction, long size) {
        var file = new FileRecords.FileRecord(
                fileIds.next(),
                fileIds.secret(),
                "ann",
                prediction,
                "film.mp4",
                "video/mp4",
                size,
                "hash of " + prediction,
                "md5",
                Map.of(),
                clock.instant(),
                null);
        files().add(file);
        return file.id();
    }
}
