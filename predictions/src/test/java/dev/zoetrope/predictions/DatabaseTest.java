package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zoetrope.api.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatabaseTest {
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Set<String> MODELS = Set.of(Asked.MODEL);

    @TempDir
    Path folder;

    @Test
    void what_was_stored_is_there_after_a_restart() {
        PredictionRow row;
        String secret;
        try (var database = open()) {
            row = database.predictions().create(Asked.of("ann"));
            secret = database.tokens().create("laptop").secret();
        }
        try (var database = open()) {
            assertThat(database.predictions().find(row.id())).contains(row);
            assertThat(database.predictions().count(Asked.MODEL)).isEqualTo(1);
            assertThat(database.tokens().authenticate(secret)).isPresent();
        }
    }

    @Test
    void what_was_running_at_the_end_is_handed_out_again_after_a_restart() {
        Claim first;
        try (var database = open()) {
            database.predictions().create(Asked.of("ann"));
            first = database.predictions().claim("old", MODELS, LEASE).orElseThrow();
            database.predictions().apply(first, new Event.Started());
        }
        try (var database = open()) {
            var predictions = database.predictions();
            assertThat(predictions.reap())
                    .singleElement()
                    .satisfies(row -> assertThat(row.prediction().status()).isEqualTo(Status.STARTING));
            var second = predictions.claim("new", MODELS, LEASE).orElseThrow();
            assertThat(second.token()).isGreaterThan(first.token());
            assertThat(predictions.apply(first, new Event.Started())).isEmpty();
        }
    }

    @Test
    void a_folder_is_opened_once_at_a_time() {
        var first = open();
        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining(folder.toString())
                .withMessageContaining("process " + ProcessHandle.current().pid());
        first.close();
        open().close();
    }

    @Test
    void a_newer_database_is_left_alone() {
        try (var database = open()) {
            inWriter(database, "PRAGMA user_version = 99");
        }
        assertThatIllegalStateException()
                .isThrownBy(this::open)
                .withMessageContaining("99")
                .withMessageContaining("newer program");
        assertThatIllegalStateException()
                .as("the folder is free again")
                .isThrownBy(this::open)
                .withMessageContaining("99");
    }

    @Test
    void a_damaged_database_is_refused_with_a_remedy() throws IOException {
        Files.writeString(folder.resolve("zoetrope.db"), "this is no database at all. ".repeat(500));
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("zoetrope.db")
                .hasMessageContaining("backup");
    }

    @Test
    void a_full_disk_refuses_what_does_not_fit_and_nothing_else() {
        try (var database = open()) {
            var predictions = database.predictions();
            var before = predictions.create(Asked.of("ann"));
            var claim = predictions.claim("runner", MODELS, LEASE).orElseThrow();
            limitPages(database, pages(database) + 8);
            var large = new NewPrediction(
                    "ann", Asked.MODEL, "hidden", Map.of("x", "y".repeat(1 << 20)), "", "api", null, null, null);

            assertThatThrownBy(() -> predictions.create(large))
                    .isInstanceOf(StoreFullException.class)
                    .hasMessageContaining("free space");
            assertThat(predictions.list(new PredictionStore.Query(null, null, null, null, 9)))
                    .singleElement()
                    .extracting(PredictionRow::id)
                    .isEqualTo(before.id());
            assertThat(predictions.apply(claim, new Event.Succeeded("x", "", Map.of())))
                    .isPresent();

            limitPages(database, 1 << 30);
            assertThat(predictions.create(large).prediction().status()).isEqualTo(Status.STARTING);
        }
    }

    @Test
    void one_that_does_not_fit_takes_nobody_with_it() throws Exception {
        try (var database = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var predictions = database.predictions();
            limitPages(database, pages(database) + 64);
            var large = new NewPrediction(
                    "ann", Asked.MODEL, "hidden", Map.of("x", "y".repeat(1 << 20)), "", "api", null, null, null);
            var refused = new ArrayList<CompletableFuture<Throwable>>();
            var stored = new ArrayList<CompletableFuture<PredictionRow>>();
            for (int i = 0; i < 8; i++) {
                refused.add(
                        CompletableFuture.supplyAsync(() -> catchThrowable(() -> predictions.create(large)), threads));
                stored.add(CompletableFuture.supplyAsync(() -> predictions.create(Asked.of("ann")), threads));
            }
            for (int i = 0; i < 8; i++) {
                assertThat(refused.get(i).get(30, TimeUnit.SECONDS)).isInstanceOf(StoreFullException.class);
                assertThat(predictions.find(
                                stored.get(i).get(30, TimeUnit.SECONDS).id()))
                        .isPresent();
            }
        }
    }

    @Test
    void a_unit_that_fails_is_undone_alone() throws Exception {
        try (var database = open()) {
            var writer = database.writer();
            var good =
                    writer.submit(session -> session.update("INSERT INTO model_runs VALUES ('good/one', 1)"), _ -> {});
            var broken = writer.submit(
                    session -> {
                        session.update("INSERT INTO model_runs VALUES ('bad/one', 1)");
                        throw new IllegalArgumentException("no");
                    },
                    _ -> {});
            var refused = writer.submit(
                    session -> session.update("INSERT INTO model_runs VALUES ('bad/two', NULL)"), _ -> {});
            assertThat(good.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThatThrownBy(() -> broken.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("no");
            assertThatThrownBy(() -> refused.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("NOT NULL");
            assertThat(database.predictions().count("good/one")).isEqualTo(1);
            assertThat(database.predictions().count("bad/one")).isZero();
        }
    }

    @Test
    void closing_wakes_all_that_wait() throws Exception {
        var database = open();
        var predictions = database.predictions();
        var row = predictions.create(Asked.of("ann", "acme/other"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runner = threads.submit(() -> {
                predictions.awaitWork(Duration.ofDays(1));
                return true;
            });
            var watch = predictions.watch(row.id());
            var watcher = threads.submit(() -> {
                watch.next(Duration.ofDays(1));
                return watch.next(Duration.ofDays(1));
            });
            database.close();
            assertThatThrownBy(() -> runner.get(30, TimeUnit.SECONDS)).hasMessageContaining("closed");
            assertThatThrownBy(() -> watcher.get(30, TimeUnit.SECONDS)).hasMessageContaining("closed");
        }
        assertThatIllegalStateException().isThrownBy(() -> predictions.create(Asked.of("ann")));
        assertThatIllegalStateException().isThrownBy(() -> predictions.find(row.id()));
        database.close();
    }

    @Test
    void watches_leave_nothing_behind() {
        try (var database = open()) {
            var predictions = (SqliteStore) database.predictions();
            var one = predictions.watch("a");
            var two = predictions.watch("a");
            assertThat(predictions.watched()).isEqualTo(1);
            one.close();
            one.close();
            assertThat(predictions.watched()).isEqualTo(1);
            two.close();
            assertThat(predictions.watched()).isZero();
        }
    }

    @Test
    void the_writer_is_a_thread_with_a_name_that_ends_with_the_database() {
        open().close();
        Awaitility.await()
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("zoetrope-db-writer")));
    }

    @Test
    void options_need_a_reader() {
        var good = DatabaseOptions.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseOptions(good.clock(), good.ids(), 0));
    }

    private Database open() {
        return Database.open(folder, DatabaseOptions.defaults());
    }

    private static long pages(Database database) {
        return database.writer()
                .call(session -> session.one("PRAGMA page_count", row -> row.getLong(1)))
                .orElseThrow();
    }

    /// As if the disk had no more room than this.
    private static void limitPages(Database database, long pages) {
        inWriter(database, "PRAGMA max_page_count = " + pages);
    }

    private static void inWriter(Database database, String sql) {
        database.writer().call(session -> {
            session.script(sql);
            return true;
        });
    }
}
