package dev.zoetrope.predictions;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The state machine of a prediction, and the only place that decides on a [Status]. Pure: times are arguments,
/// nothing is read or written. Each method gives the row that follows, or the very same object when nothing
/// follows.
///
/// `starting -> processing -> succeeded | failed | canceled`, `starting -> canceled | aborted`. Nothing leaves
/// a terminal state. The one way back is a lost model: its prediction waits again in `starting`, as if it had
/// not begun. An event that skips a step, such as a success without a start, passes through the step at the
/// same moment.
final class Lifecycle {
    /// One more try after a lost model heals a crash that came from outside; a prediction that kills its model
    /// each time must not take down one model after the other.
    static final int MAX_ATTEMPTS = 2;

    private static final String PREDICT_TIME = "predict_time";
    private static final String TOTAL_TIME = "total_time";
    private static final String PROGRESS = "progress";
    private static final double NANOS_PER_SECOND = 1e9;

    private Lifecycle() {}

    /// A prediction as it begins: waiting. Its time has milliseconds, as Replicate's records have when they are
    /// new.
    static PredictionRow created(String id, NewPrediction asked, Instant now) {
        Instant createdAt = now.truncatedTo(ChronoUnit.MILLIS);
        var deadline = asked.cancelAfter() == null ? null : createdAt.plus(asked.cancelAfter());
        var prediction = new Prediction(
                id,
                asked.model(),
                asked.version(),
                asked.input(),
                asked.logs(),
                null,
                false,
                null,
                asked.source(),
                Status.STARTING,
                createdAt,
                null,
                null,
                deadline,
                asked.placement().deployment(),
                null,
                null,
                asked.webhook(),
                asked.webhookEventsFilter(),
                Map.of());
        return new PredictionRow(prediction, asked.owner(), 0, false, 1, asked.placement());
    }

    /// What follows from an event of the model that runs it.
    ///
    /// @param logsAtClaim the log as it stood when this run was claimed: what the server and earlier runs had
    /// to say
    static PredictionRow after(PredictionRow row, String logsAtClaim, Event event, Instant now) {
        var was = State.of(row.prediction());
        if (was.status.isTerminal()) {
            return row;
        }
        var is = switch (event) {
            case Event.Started() -> was.begun(now);
            case Event.Logged(var logs) -> was.logged(logsAtClaim, logs);
            case Event.Progressed(var output, var metrics) ->
                was.begun(now).withOutput(output).measured(metrics);
            case Event.Reported(var logs, var output, var metrics) ->
                was.begun(now).logged(logsAtClaim, logs).withOutput(output).measured(metrics);
            case Event.Succeeded(var output, var logs, var metrics) ->
                was.begun(now)
                        .logged(logsAtClaim, logs)
                        .withOutput(output)
                        .measured(metrics)
                        .ended(Status.SUCCEEDED, null, now);
            case Event.Failed(var error, var logs, var metrics) ->
                was.begun(now).logged(logsAtClaim, logs).measured(metrics).ended(Status.FAILED, error, now);
            case Event.Cancelled(var logs, var metrics) ->
                was.logged(logsAtClaim, logs).measured(metrics).ended(Status.CANCELED, null, now);
            case Event.Lost(var reason) -> lost(row, was, reason, now);
        };
        return followedBy(row, was, is, row.cancelRequested());
    }

    /// What follows from a request to cancel: a waiting one ends, a held one is marked for its runner to stop.
    ///
    /// @param held true while a runner holds it
    static PredictionRow cancelled(PredictionRow row, boolean held, Instant now) {
        var was = State.of(row.prediction());
        if (was.status.isTerminal() || row.cancelRequested()) {
            return row;
        }
        return followedBy(row, was, held ? was : was.ended(Status.CANCELED, null, now), true);
    }

    /// What follows from the passing of time: beyond its deadline a prediction ends. `aborted` is for one that
    /// had a deadline and never began; no other way leads there, since clients that set no deadline do not know
    /// the word.
    static PredictionRow overdue(PredictionRow row, Instant now) {
        var was = State.of(row.prediction());
        Instant deadline = row.prediction().deadline();
        if (was.status.isTerminal() || deadline == null || now.isBefore(deadline)) {
            return row;
        }
        var end = was.startedAt == null && !row.cancelRequested() ? Status.ABORTED : Status.CANCELED;
        return followedBy(row, was, was.ended(end, null, now), row.cancelRequested());
    }

    private static State lost(PredictionRow row, State was, String reason, Instant now) {
        if (row.cancelRequested()) {
            return was.ended(Status.CANCELED, null, now);
        }
        if (row.attempts() < MAX_ATTEMPTS) {
            return was.again("The model was lost (" + reason + "); trying again.\n");
        }
        return was.begun(now).ended(Status.FAILED, "The model was lost (" + reason + ").", now);
    }

    private static PredictionRow followedBy(PredictionRow row, State was, State is, boolean cancelRequested) {
        if (is.equals(was) && cancelRequested == row.cancelRequested()) {
            return row;
        }
        return new PredictionRow(
                is.in(row.prediction()),
                row.owner(),
                row.attempts(),
                cancelRequested,
                row.revision() + 1,
                row.placement());
    }

    /// What can change about a prediction.
    private record State(
            Status status,
            String logs,
            @Nullable Object output,
            @Nullable String error,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Map<String, @Nullable Object> metrics) {

        static State of(Prediction of) {
            return new State(
                    of.status(),
                    of.logs(),
                    of.output(),
                    of.error(),
                    of.createdAt(),
                    of.startedAt(),
                    of.completedAt(),
                    of.metrics());
        }

        State begun(Instant now) {
            if (status == Status.PROCESSING) {
                return this;
            }
            return new State(
                    Status.PROCESSING, logs, output, error, createdAt, notBefore(now, createdAt), null, metrics);
        }

        /// The model knows only its own log, so that is put behind what stood there before it; a caller that
        /// has put the two together already is understood as well. Events may come late: the longer log is the
        /// newer one.
        State logged(String before, String told) {
            String whole = told.startsWith(before) ? told : before + told;
            if (whole.length() <= logs.length()) {
                return this;
            }
            return new State(status, whole, output, error, createdAt, startedAt, completedAt, metrics);
        }

        /// Keeps the output there is when the event tells of none, or of fewer items: then it came late.
        State withOutput(@Nullable Object told) {
            boolean late =
                    told instanceof List<?> fewer && output instanceof List<?> items && fewer.size() < items.size();
            var kept = told == null || late ? output : told;
            return new State(status, logs, kept, error, createdAt, startedAt, completedAt, metrics);
        }

        State measured(Map<String, @Nullable Object> told) {
            if (told.isEmpty()) {
                return this;
            }
            return new State(status, logs, output, error, createdAt, startedAt, completedAt, merged(metrics, told));
        }

        /// A terminal state with its times. A cancelled or aborted prediction shows no output, as Replicate's
        /// do not.
        State ended(Status end, @Nullable String why, Instant now) {
            Instant completed = notBefore(now, startedAt == null ? createdAt : startedAt);
            // Sorted, as in Replicate's records.
            var measures = new TreeMap<String, @Nullable Object>(merged(metrics, Map.of()));
            measures.remove(PROGRESS);
            measures.remove(PREDICT_TIME);
            if (startedAt != null) {
                measures.put(PREDICT_TIME, seconds(startedAt, completed));
            }
            measures.put(TOTAL_TIME, seconds(createdAt, completed));
            var shown = end == Status.CANCELED || end == Status.ABORTED ? null : output;
            return new State(end, logs, shown, why, createdAt, startedAt, completed, measures);
        }

        State again(String note) {
            String before = logs.isEmpty() || logs.endsWith("\n") ? logs : logs + "\n";
            return new State(Status.STARTING, before + note, null, null, createdAt, null, null, null);
        }

        Prediction in(Prediction old) {
            return new Prediction(
                    old.id(),
                    old.model(),
                    old.version(),
                    old.input(),
                    logs,
                    output,
                    old.dataRemoved(),
                    error,
                    old.source(),
                    status,
                    old.createdAt(),
                    startedAt,
                    completedAt,
                    old.deadline(),
                    old.deployment(),
                    old.urls(),
                    metrics,
                    old.webhook(),
                    old.webhookEventsFilter(),
                    old.unknown());
        }

        private static Map<String, @Nullable Object> merged(
                @Nullable Map<String, @Nullable Object> old, Map<String, @Nullable Object> told) {
            var all = new LinkedHashMap<String, @Nullable Object>();
            if (old != null) {
                all.putAll(old);
            }
            all.putAll(told);
            return all;
        }

        /// A clock may be set back; a prediction's times never go back.
        private static Instant notBefore(Instant now, Instant earlier) {
            Instant micros = now.truncatedTo(ChronoUnit.MICROS);
            return micros.isBefore(earlier) ? earlier : micros;
        }

        private static double seconds(Instant from, Instant to) {
            return Duration.between(from, to).toNanos() / NANOS_PER_SECOND;
        }
    }
}
