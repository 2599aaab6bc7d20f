package dev.zoetrope.server;

import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.cog.CogCreated;
import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogRequest;
import dev.zoetrope.cog.CogSnapshot;
import dev.zoetrope.cog.CogUnreachableException;
import dev.zoetrope.predictions.Claim;
import dev.zoetrope.predictions.Event;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One try at one prediction on one process.
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /// Three chances to renew before the lease runs out.
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    /// The longest that a prediction may run, as on Replicate.
    static final Duration RUN_LIMIT = Duration.ofMinutes(30);

    /// Trainings take hours.
    static final Duration TRAINING_LIMIT = Duration.ofHours(24);

    /// How long a model may take to stop after it was asked to, before its process is killed.
    private static final Duration CANCEL_GRACE = Duration.ofSeconds(10);

    /// With no event for so long, the process is asked whether it still works on the prediction.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /// The connection of a dying process breaks before the process is seen to be dead.
    private static final Duration DEATH_WAIT = Duration.ofMillis(500);

    /// How long to wait before a shared process that was busy is asked again.
    private static final long BUSY_PAUSE_MILLIS = 500;

    private static final long TICK_MILLIS = 500;

    private final HostedModel model;
    private final Runner.Tools tools;
    private final PredictionStore store;
    private final FileLinks links;
    private final Claim claim;
    private final ModelProcess process;
    private final CogInbox.Attempt mailbox;
    private final ProgressReports progress;
    private final String ownLogs;
    private final boolean isTraining;
    private final CarriedFiles inlined;
    private final Instant began;
    private Instant renewed;
    private Instant heard;
    private @Nullable Instant cancelled;
    private boolean timedOut;

    /// `process` is ready; `mailbox` and `progress` belong to this attempt, and whoever opened them closes them.
    Attempt(
            HostedModel model,
            Runner.Tools tools,
            Claim claim,
            ModelProcess process,
            CogInbox.Attempt mailbox,
            ProgressReports progress) {
        this.model = model;
        this.tools = tools;
        this.store = tools.store();
        this.links = tools.links();
        this.claim = claim;
        this.process = process;
        this.mailbox = mailbox;
        this.progress = progress;
        this.ownLogs = claim.row().prediction().logs();
        this.isTraining = claim.row().placement().isTraining();
        this.inlined = new CarriedFiles(tools.intake(), links, claim.row());
        this.began = now();
        this.renewed = began;
        this.heard = began;
    }

    /// Sends the prediction and follows it to its end, or until it is no longer ours.
    void drive() throws InterruptedException {
        try (var _ = new RowWatch(store, claim.id(), mailbox)) {
            boolean hasEnded = !submitted();
            while (!hasEnded) {
                renewIfDue();
                hasEnded = step();
                progress.storeIfDue(now());
            }
        }
    }

    /// Sends the prediction to the process, again while that is busy with others' work; false when it has
    /// ended by that.
    private boolean submitted() throws InterruptedException {
        Sent sent = submit();
        while (sent == Sent.BUSY) {
            renewIfDue();
            if (mailbox.poll(BUSY_PAUSE_MILLIS) instanceof CogInbox.Mail.Changed) {
                return !end(new Event.Cancelled("", Map.of()));
            }
            sent = process.isAlive() ? submit() : lost(process.epitaph());
        }
        return sent == Sent.TAKEN;
    }

    private enum Sent {
        TAKEN,
        BUSY,
        ENDED
    }

    private Sent lost(String reason) {
        end(new Event.Lost(reason));
        return Sent.ENDED;
    }

    private Sent submit() throws InterruptedException {
        var request = new CogRequest(
                claim.id(),
                links.toModel(
                        InputCheck.present(claim.row().prediction().input()),
                        model.terms().origin()),
                URI.create(model.terms().origin() + "/_cog/" + mailbox.secret() + "/events"),
                Set.of(WebhookEvent.values()));
        CogCreated creation;
        try {
            creation = isTraining
                    ? process.client().train(request)
                    : process.client().create(request);
        } catch (CogUnreachableException e) {
            return lost(process.endsWithin(DEATH_WAIT) ? process.epitaph() : "its process did not answer");
        }
        return switch (creation) {
            case CogCreated.Accepted _ -> Sent.TAKEN;
            case CogCreated.Rejected rejected -> {
                end(new Event.Failed(rejected.detail(), "", Map.of()));
                yield Sent.ENDED;
            }
            case CogCreated.Busy _ -> {
                if (!model.terms().isOurs()) {
                    yield Sent.BUSY;
                }
                // We hold its only slots, so a busy process is working for nobody.
                model.recycle(process, "busy with work that is not ours");
                yield lost("its process was busy with something else");
            }
            case CogCreated.NotReady _ -> lost("its process was not ready");
        };
    }

    /// Handles what comes next; true when this attempt is over.
    private boolean step() throws InterruptedException {
        CogInbox.@Nullable Mail mail = mailbox.poll(progress.millisUntilDue(now(), TICK_MILLIS));
        Instant now = now();
        if (mail instanceof CogInbox.Mail.Snapshot news) {
            heard = now;
            return take(news.snapshot());
        }
        if (!process.isAlive()) {
            return end(cancelled != null ? new Event.Cancelled("", Map.of()) : new Event.Lost(process.epitaph()));
        }
        if (mail instanceof CogInbox.Mail.Changed && cancelled == null) {
            return onChange();
        }
        if (cancelled != null && now.isAfter(cancelled.plus(CANCEL_GRACE))) {
            model.recycle(process, "it did not stop within " + CANCEL_GRACE.toSeconds() + " s");
            return end(timedOut ? timeOut() : new Event.Cancelled("", Map.of()));
        }
        if (cancelled == null && now.isAfter(began.plus(limit()))) {
            timedOut = true;
            askToStop();
        }
        if (now.isAfter(heard.plus(SILENCE))) {
            heard = now;
            return lookAfterSilence();
        }
        return false;
    }

    private boolean take(CogSnapshot snapshot) {
        return switch (snapshot.status()) {
            case STARTING -> false;
            case PROCESSING -> {
                progress.take(logs(snapshot), soFar(snapshot), snapshot.metrics(), heard);
                yield false;
            }
            case SUCCEEDED -> end(new Event.Succeeded(outcome(snapshot), logs(snapshot), snapshot.metrics()));
            case FAILED -> {
                // What it gave out before it failed is kept.
                progress.take(logs(snapshot), soFar(snapshot), snapshot.metrics(), heard);
                yield end(new Event.Failed(
                        snapshot.error() == null ? "The model failed without a reason." : snapshot.error(),
                        logs(snapshot),
                        snapshot.metrics()));
            }
            case CANCELED, ABORTED ->
                end(timedOut ? timeOut() : new Event.Cancelled(logs(snapshot), snapshot.metrics()));
        };
    }

    private @Nullable Object stored(CogSnapshot snapshot) {
        return links.toStored(inlined.kept(snapshot.output()), model.terms().origin());
    }

    /// The model knows stored files by an address of its own; the log shows their paths.
    private String logs(CogSnapshot snapshot) {
        return ownLogs + snapshot.logs().replace(model.terms().origin() + "/files/", "/files/");
    }

    /// A training shows nothing before its end.
    private @Nullable Object soFar(CogSnapshot snapshot) {
        return isTraining ? null : stored(snapshot);
    }

    /// What comes of it: a prediction's output, or the version that a training made.
    private @Nullable Object outcome(CogSnapshot snapshot) {
        Object output = stored(snapshot);
        return isTraining ? tools.trained().apply(claim.row(), output) : output;
    }

    private boolean onChange() throws InterruptedException {
        Optional<PredictionRow> row = store.find(claim.id());
        if (row.isEmpty() || row.get().prediction().status().isTerminal()) {
            askToStop(); // ended elsewhere, by its deadline for one; the process must become free
        } else if (row.get().cancelRequested()) {
            askToStop();
        }
        return false;
    }

    private void askToStop() throws InterruptedException {
        cancelled = now();
        try {
            if (isTraining) {
                process.client().cancelTraining(claim.id());
            } else {
                process.client().cancel(claim.id());
            }
        } catch (CogUnreachableException e) {
            LOG.warn("{}: cancel of {} did not arrive", model.name(), claim.id(), e);
        }
    }

    /// No news: either the model is at work without a word, or its last event was lost.
    private boolean lookAfterSilence() throws InterruptedException {
        try {
            CogHealth health = process.client().health();
            return switch (health.state()) {
                // A free slot says that the result was lost only where there is no other slot.
                case READY -> model.terms().slots() == 1 && end(new Event.Lost("its process lost the result"));
                case BUSY, UNKNOWN, STARTING -> false;
                case SETUP_FAILED, DEFUNCT, UNHEALTHY -> {
                    model.recycle(process, "it reports " + health.state());
                    yield end(new Event.Lost("its process fell ill"));
                }
            };
        } catch (CogUnreachableException e) {
            return false; // if it died, the next step sees that
        }
    }

    private void renewIfDue() throws InterruptedException {
        Instant now = now();
        if (now.isAfter(renewed.plus(RENEWAL))) {
            renewed = now;
            if (!store.renew(claim, Runner.LEASE) && cancelled == null) {
                askToStop();
            }
        }
    }

    private Instant now() {
        return tools.clock().instant();
    }

    private Duration limit() {
        return isTraining ? TRAINING_LIMIT : RUN_LIMIT;
    }

    private Event timeOut() {
        return new Event.Failed("Prediction timed out after " + limit().toMinutes() + " minutes.", "", Map.of());
    }

    private boolean end(Event event) {
        progress.store();
        store.apply(claim, event);
        return true;
    }
}
