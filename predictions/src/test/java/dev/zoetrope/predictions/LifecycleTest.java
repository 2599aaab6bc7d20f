package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    private static final Instant BORN = Instant.parse("2026-05-01T10:00:00.123456Z");
    private static final Instant CREATED = Instant.parse("2026-05-01T10:00:00.123Z");
    private static final Instant BEGUN = BORN.plusSeconds(2);
    private static final Instant NOW = BORN.plusSeconds(10);

    private static final Event STARTED = new Event.Started();
    private static final Event LOGGED = new Event.Logged("longer log\n");
    private static final Event PROGRESSED = new Event.Progressed("half", Map.of("progress", 0.5));
    private static final Event REPORTED = new Event.Reported("longer log\n", "half", Map.of("progress", 0.5));
    private static final Event SUCCEEDED = new Event.Succeeded("whole", "", Map.of());
    private static final Event FAILED = new Event.Failed("why", "", Map.of());
    private static final Event CANCELLED = new Event.Cancelled("", Map.of());
    private static final Event LOST = new Event.Lost("exit 139");
    private static final List<Event> ALL =
            List.of(STARTED, LOGGED, PROGRESSED, REPORTED, SUCCEEDED, FAILED, CANCELLED, LOST);

    /// Each event from each state that is not terminal: attempts so far, whether cancellation was asked for,
    /// the event, and the state that follows.
    static Stream<Arguments> transitions() {
        var cases = new ArrayList<Arguments>();
        for (Status from : List.of(Status.STARTING, Status.PROCESSING)) {
            for (boolean asked : List.of(false, true)) {
                for (int attempts : List.of(1, 2)) {
                    cases.add(arguments(from, attempts, asked, STARTED, Status.PROCESSING));
                    cases.add(arguments(from, attempts, asked, LOGGED, from));
                    cases.add(arguments(from, attempts, asked, PROGRESSED, Status.PROCESSING));
                    cases.add(arguments(from, attempts, asked, REPORTED, Status.PROCESSING));
                    cases.add(arguments(from, attempts, asked, SUCCEEDED, Status.SUCCEEDED));
                    cases.add(arguments(from, attempts, asked, FAILED, Status.FAILED));
                    cases.add(arguments(from, attempts, asked, CANCELLED, Status.CANCELED));
                }
            }
            cases.add(arguments(from, 1, false, LOST, Status.STARTING));
            cases.add(arguments(from, 2, false, LOST, Status.FAILED));
            cases.add(arguments(from, 1, true, LOST, Status.CANCELED));
            cases.add(arguments(from, 2, true, LOST, Status.CANCELED));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void each_event_leads_where_it_should(Status from, int attempts, boolean asked, Event event, Status to) {
        var before = row(from, attempts, asked);
        var after = Lifecycle.after(before, "", event, NOW);
        assertThat(after.prediction().status()).isEqualTo(to);
        assertThat(after.prediction().completedAt() != null).isEqualTo(to.isTerminal());
        assertThat(after.revision()).isEqualTo(after.equals(before) ? before.revision() : before.revision() + 1);
        assertThat(after.cancelRequested()).isEqualTo(asked);
        assertInvariants(before, after);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SUCCEEDED", "FAILED", "CANCELED", "ABORTED"})
    void nothing_leaves_a_terminal_state(Status end) {
        var row = row(end, 1, false);
        for (Event event : ALL) {
            assertThat(Lifecycle.after(row, "", event, NOW)).isSameAs(row);
        }
        assertThat(Lifecycle.cancelled(row, false, NOW)).isSameAs(row);
        assertThat(Lifecycle.overdue(row, NOW.plusSeconds(100_000))).isSameAs(row);
    }

    @Test
    void a_prediction_begins_in_whole_milliseconds() {
        var row = Lifecycle.created("id", Asked.within(Duration.ofSeconds(30)), BORN);
        assertThat(row.prediction().createdAt()).isEqualTo(CREATED);
        assertThat(row.prediction().deadline()).isEqualTo(CREATED.plusSeconds(30));
        assertThat(row.prediction().status()).isEqualTo(Status.STARTING);
        assertThat(row.prediction().logs()).isEmpty();
    }

    @Test
    void the_end_measures_the_run_and_drops_the_progress() {
        var before = Lifecycle.after(row(Status.PROCESSING, 1, false), "", PROGRESSED, NOW);
        var metrics = Map.<String, Object>of("predict_time", 99, "tokens", 151078);
        var end = Lifecycle.after(before, "", new Event.Succeeded("whole", "", metrics), NOW)
                .prediction();
        assertThat(end.metrics())
                .containsOnly(
                        Map.entry("predict_time", 8.0),
                        Map.entry("tokens", 151078),
                        Map.entry("total_time", 10.000456));
    }

    @Test
    void one_that_never_began_has_no_predict_time() {
        var end =
                Lifecycle.cancelled(row(Status.STARTING, 0, false), false, NOW).prediction();
        assertThat(end.metrics()).containsOnlyKeys("total_time");
        assertThat(end.startedAt()).isNull();
        assertThat(end.output()).isNull();
        assertThat(end.error()).isNull();
    }

    @Test
    void a_success_without_a_start_begins_and_ends_at_once() {
        var end = Lifecycle.after(row(Status.STARTING, 1, false), "", SUCCEEDED, NOW)
                .prediction();
        assertThat(end.startedAt()).isEqualTo(end.completedAt()).isEqualTo(NOW);
    }

    @Test
    void a_clock_that_goes_back_does_not_take_times_with_it() {
        var end = Lifecycle.after(row(Status.PROCESSING, 1, false), "", SUCCEEDED, BORN.minusSeconds(60));
        assertThat(end.prediction().completedAt()).isEqualTo(BEGUN);
        assertThat(end.prediction().metrics()).containsEntry("predict_time", 0.0);
    }

    @Test
    void logs_only_grow() {
        var row = Lifecycle.after(row(Status.PROCESSING, 1, false), "", new Event.Logged("one\ntwo\n"), NOW);
        assertThat(Lifecycle.after(row, "", new Event.Logged("one\n"), NOW)).isSameAs(row);
        var end = Lifecycle.after(row, "", new Event.Failed("why", "one\n", Map.of()), NOW);
        assertThat(end.prediction().logs()).isEqualTo("one\ntwo\n");
    }

    @Test
    void a_models_log_stands_behind_what_was_there_before() {
        var row = Lifecycle.after(row(Status.PROCESSING, 1, false), "", new Event.Logged("server\n"), NOW);
        var bare = Lifecycle.after(row, "server\n", new Event.Logged("model"), NOW);
        assertThat(bare.prediction().logs()).isEqualTo("server\nmodel");
        var joined = Lifecycle.after(bare, "server\n", new Event.Logged("server\nmodel runs"), NOW);
        assertThat(joined.prediction().logs()).isEqualTo("server\nmodel runs");
    }

    @Test
    void late_output_does_not_undo_newer_one() {
        var row = Lifecycle.after(
                row(Status.PROCESSING, 1, false), "", new Event.Progressed(List.of("a", "b"), Map.of()), NOW);
        assertThat(Lifecycle.after(row, "", new Event.Progressed(List.of("a"), Map.of()), NOW))
                .isSameAs(row);
        assertThat(Lifecycle.after(row, "", new Event.Progressed(null, Map.of()), NOW))
                .isSameAs(row);
        var more = Lifecycle.after(row, "", new Event.Progressed(List.of("a", "b", "c"), Map.of()), NOW);
        assertThat(more.prediction().output()).isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void a_retry_starts_afresh_but_keeps_the_log() {
        var ran = Lifecycle.after(row(Status.PROCESSING, 1, false), "", PROGRESSED, NOW);
        ran = Lifecycle.after(ran, "", new Event.Logged("no line end"), NOW);
        var again = Lifecycle.after(ran, "", LOST, NOW).prediction();
        assertThat(again.status()).isEqualTo(Status.STARTING);
        assertThat(again.startedAt()).isNull();
        assertThat(again.output()).isNull();
        assertThat(again.metrics()).isNull();
        assertThat(again.logs()).isEqualTo("no line end\nThe model was lost (exit 139); trying again.\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_cancelled_prediction_shows_no_output(boolean started) {
        var row = row(started ? Status.PROCESSING : Status.STARTING, 1, true);
        row = Lifecycle.after(row, "", PROGRESSED, NOW);
        var end = Lifecycle.after(row, "", new Event.Cancelled("stopped\n", Map.of()), NOW)
                .prediction();
        assertThat(end.output()).isNull();
        assertThat(end.error()).isNull();
        assertThat(end.logs()).isEqualTo("stopped\n");
    }

    @Test
    void a_cancellation_ends_what_waits_and_marks_what_runs() {
        var waiting = row(Status.STARTING, 0, false);
        assertThat(Lifecycle.cancelled(waiting, false, NOW).prediction().status())
                .isEqualTo(Status.CANCELED);
        for (Status status : List.of(Status.STARTING, Status.PROCESSING)) {
            var marked = Lifecycle.cancelled(row(status, 1, false), true, NOW);
            assertThat(marked.cancelRequested()).isTrue();
            assertThat(marked.prediction().status()).isEqualTo(status);
            assertThat(Lifecycle.cancelled(marked, true, NOW)).isSameAs(marked);
        }
    }

    @Test
    void only_a_deadline_aborts_and_only_what_never_began() {
        var waiting = Lifecycle.created("id", Asked.within(Duration.ofSeconds(5)), BORN);
        assertThat(Lifecycle.overdue(waiting, CREATED.plusMillis(4999))).isSameAs(waiting);
        var aborted = Lifecycle.overdue(waiting, CREATED.plusSeconds(5));
        assertThat(aborted.prediction().status()).isEqualTo(Status.ABORTED);
        assertThat(aborted.prediction().metrics()).containsOnlyKeys("total_time");

        var running = Lifecycle.after(waiting, "", STARTED, BEGUN);
        assertThat(Lifecycle.overdue(running, NOW).prediction().status()).isEqualTo(Status.CANCELED);
        var asked = Lifecycle.cancelled(waiting, true, BEGUN);
        assertThat(Lifecycle.overdue(asked, NOW).prediction().status()).isEqualTo(Status.CANCELED);
        var endless = Lifecycle.created("id", Asked.of("ann"), BORN);
        assertThat(Lifecycle.overdue(endless, Instant.MAX)).isSameAs(endless);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260501})
    void no_walk_breaks_the_rules(long seed) {
        var random = new Random(seed);
        for (int walk = 0; walk < 500; walk++) {
            var row = Lifecycle.created(
                    "id", random.nextBoolean() ? Asked.of("ann") : Asked.within(Duration.ofSeconds(40)), BORN);
            boolean held = false;
            var now = BORN;
            for (int step = 0; step < 30; step++) {
                now = now.plusMillis(random.nextInt(-500, 5000));
                var before = row;
                int choice = random.nextInt(10);
                if (choice == 0) {
                    row = Lifecycle.cancelled(row, held, now);
                } else if (choice == 1) {
                    row = Lifecycle.overdue(row, now);
                } else if (!held && !row.prediction().status().isTerminal()) {
                    row = claimed(row);
                    held = true;
                } else if (held) {
                    var event = random(random);
                    row = Lifecycle.after(row, "", event, now);
                    held = !(event instanceof Event.Lost);
                }
                held &= !row.prediction().status().isTerminal();
                assertInvariants(before, row);
            }
        }
    }

    private static void assertInvariants(PredictionRow before, PredictionRow after) {
        Prediction was = before.prediction();
        Prediction is = after.prediction();
        if (was.status().isTerminal()) {
            assertThat(after).isSameAs(before);
        }
        assertThat(after.revision()).isGreaterThanOrEqualTo(before.revision());
        assertThat(after.equals(before)).isEqualTo(after.revision() == before.revision());
        assertThat(is.logs().length()).isGreaterThanOrEqualTo(was.logs().length());
        assertThat(is.completedAt() != null).isEqualTo(is.status().isTerminal());
        assertThat(is.error() != null).isEqualTo(is.status() == Status.FAILED);
        if (is.status() == Status.ABORTED) {
            assertThat(is.deadline()).isNotNull();
            assertThat(is.startedAt()).isNull();
        }
        if (is.status() == Status.CANCELED || is.status() == Status.ABORTED) {
            assertThat(is.output()).isNull();
        }
        if (is.status().isTerminal()) {
            assertThat(is.metrics()).containsKey("total_time").doesNotContainKey("progress");
            assertThat(is.metrics().containsKey("predict_time")).isEqualTo(is.startedAt() != null);
            assertThat(is.completedAt()).isAfterOrEqualTo(is.startedAt() == null ? is.createdAt() : is.startedAt());
        }
        assertThat(is.status() == Status.STARTING && is.startedAt() != null).isFalse();
        assertThat(is.status() == Status.PROCESSING && is.startedAt() == null).isFalse();
        assertThat(after.attempts()).isLessThanOrEqualTo(Lifecycle.MAX_ATTEMPTS);
    }

    private static Event random(Random random) {
        return random.nextInt(4) == 0
                ? new Event.Logged("x".repeat(random.nextInt(200)))
                : ALL.get(random.nextInt(ALL.size()));
    }

    private static PredictionRow claimed(PredictionRow row) {
        return new PredictionRow(
                row.prediction(), row.owner(), row.attempts() + 1, row.cancelRequested(), row.revision() + 1);
    }

    /// A row in the given state, got there by the rules.
    private static PredictionRow row(Status status, int attempts, boolean cancelRequested) {
        var waiting = Lifecycle.created("id", Asked.within(Duration.ofSeconds(60)), BORN);
        var row = new PredictionRow(waiting.prediction(), "ann", attempts, cancelRequested, 3);
        var begun = Lifecycle.after(row, "", STARTED, BEGUN);
        return switch (status) {
            case STARTING -> row;
            case PROCESSING -> begun;
            case SUCCEEDED -> Lifecycle.after(begun, "", SUCCEEDED, NOW);
            case FAILED -> Lifecycle.after(begun, "", FAILED, NOW);
            case CANCELED -> Lifecycle.after(begun, "", CANCELLED, NOW);
            case ABORTED -> Lifecycle.overdue(row, NOW.plusSeconds(60));
        };
    }
}
