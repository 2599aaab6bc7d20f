package dev.zoetrope.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.files.LocalBlobs;
import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.DatabaseOptions;
import dev.zoetrope.predictions.Event;
import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.NewPrediction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {
    private static final Duration LEASE = Duration.ofDays(365);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock, new Random(3));
    private Database database;
    private FileIntake files;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("db"), new DatabaseOptions(clock, ids, 2));
        files = new FileIntake(database.files(), new LocalBlobs(folder.resolve("blobs")), ids, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Expiry expiry(Duration keep, Long budget) {
        var stores = new Expiry.Stores(database.predictions(), database.files(), files, database.outbox());
        return new Expiry(new Retention(keep, budget), stores, clock);
    }

    /// A prediction with one output of these bytes, ended or still running.
    private String made(String bytes, boolean ended) throws IOException {
        database.predictions()
                .create(new NewPrediction("ann", "a/b", "hidden", Map.of("x", 1), "", "api", null, null, null));
        var claim = database.predictions().claim("runner", Set.of("a/b"), LEASE).orElseThrow();
        database.predictions().apply(claim, new Event.Started());
        files.keepOutput(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), "o.txt", "ann", claim.id());
        if (ended) {
            database.predictions().apply(claim, new Event.Succeeded("out", "log\n", Map.of()));
        }
        clock.advance(Duration.ofSeconds(1));
        return claim.id();
    }

    private long blobs() throws IOException {
        try (var tree = Files.walk(folder.resolve("blobs"))) {
            return tree.filter(Files::isRegularFile).count();
        }
    }

    private boolean isRemoved(String id) {
        return database.predictions().find(id).orElseThrow().prediction().dataRemoved();
    }

    @Test
    void data_and_bytes_are_gone_when_their_time_is_over() throws IOException {
        String old = made("same", true);
        clock.advance(Duration.ofDays(1));
        String fresh = made("same", true);
        made("running", false);
        clock.advance(Duration.ofDays(29));

        expiry(Retention.DEFAULT_KEEP, null).run();

        assertThat(isRemoved(old)).isTrue();
        assertThat(isRemoved(fresh)).isFalse();
        assertThat(blobs()).as("the same bytes belong to a fresh one as well").isEqualTo(2);

        clock.advance(Duration.ofDays(100));
        expiry(Retention.DEFAULT_KEEP, null).run();
        assertThat(isRemoved(fresh)).isTrue();
        assertThat(blobs()).as("what runs keeps its files").isEqualTo(1);
    }

    @Test
    void more_than_a_batch_goes_in_one_round() throws IOException {
        for (int i = 0; i < 230; i++) {
            made("bytes " + i, true);
        }
        clock.advance(Duration.ofHours(2));
        expiry(Retention.REPLICATE, null).run();
        assertThat(blobs()).isZero();
        assertThat(database.files().storedBytes()).isZero();
    }

    @Test
    void without_a_limit_nothing_goes() throws IOException {
        String id = made("x", true);
        clock.advance(Duration.ofDays(10_000));
        expiry(null, null).run();
        assertThat(isRemoved(id)).isFalse();
    }

    @Test
    void a_disk_budget_takes_the_oldest_outputs_and_never_running_ones() throws IOException {
        made("r".repeat(100), false);
        var ended = new java.util.ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            ended.add(made(String.valueOf((char) ('A' + i)).repeat(100), true));
        }
        assertThat(database.files().storedBytes()).isEqualTo(3100);

        expiry(null, 1500L).run();

        assertThat(database.files().storedBytes()).isLessThanOrEqualTo(1500).isGreaterThan(0);
        assertThat(isRemoved(ended.getFirst())).isTrue();
        assertThat(isRemoved(ended.getLast())).isFalse();

        expiry(null, 1L).run();
        assertThat(database.files().storedBytes()).isEqualTo(100);
    }

    @Test
    void it_runs_often_enough_for_what_is_kept() {
        assertThat(expiry(null, null).period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(expiry(Duration.ofHours(1), null).period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(expiry(Duration.ofSeconds(40), null).period()).isEqualTo(Duration.ofSeconds(10));
        assertThat(expiry(Duration.ofMillis(1), null).period()).isEqualTo(Duration.ofSeconds(1));
    }
}
