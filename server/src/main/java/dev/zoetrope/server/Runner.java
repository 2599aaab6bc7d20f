package dev.zoetrope.server;

import dev.zoetrope.api.WebhookEvent;
import dev.zoetrope.cog.CogCreated;
import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogRequest;
import dev.zoetrope.cog.CogSnapshot;
import dev.zoetrope.cog.CogUnreachableException;
import dev.zoetrope.predictions.Claim;
import dev.zoetrope.predictions.Event;
import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One slot of one model: claims waiting predictions, hands each to the model's process, and writes down what
/// comes back. Runs on its own virtual thread until it is closed.
final class Runner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /// A runner that says nothing for so long has lost its prediction.
    private static final Duration LEASE = Duration.ofSeconds(30);

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

    /// How long the process of a model may take to become ready before its waiting prediction is given back.
    private static final Duration READY_WAIT = Duration.ofSeconds(8);

    /// The connection of a dying process breaks before the process is seen to be dead.
    private static final Duration DEATH_WAIT = Duration.ofMillis(500);

    private static final long TICK_MILLIS = 500;

    /// How long to wait before a shared process that was busy is asked again.
    private static final long BUSY_PAUSE_MILLIS = 500;

    /// How long it waits for its turn, or for work, before it looks whether it is to end.
    private static final Duration TURN = Duration.ofSeconds(1);

    private final HostedModel model;
    private final Seat seat;
    private final PredictionStore store;
    private final CogInbox inbox;
    private final FileLinks links;
    private final LiveOutputs live;
    private final Ids ids;
    private final FileIntake intake;
    private final BiFunction<PredictionRow, @Nullable Object, Object> trained;
    private final InstantSource clock;
    private final String name;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;

    /// A runner's place in its pool.
    ///
    /// @param pool whose predictions it takes
    /// @param turns which slot's turn it is
    /// @param slot its own
    record Seat(String pool, Turns turns, int slot) {}

    /// What a runner works with. `trained` keeps what a training made, and gives what its caller sees of it.
    record Tools(
            PredictionStore store,
            CogInbox inbox,
            FileLinks links,
            FileIntake intake,
            BiFunction<PredictionRow, @Nullable Object, Object> trained,
            LiveOutputs live,
            Ids ids,
            InstantSource clock) {}

    Runner(HostedModel model, Seat seat, Tools tools) {
        this.model = model;
        this.seat = seat;
        this.store = tools.store();
        this.inbox = tools.inbox();
        this.links = tools.links();
        this.live = tools.live();
        this.ids = tools.ids();
        this.intake = tools.intake();
        this.trained = tools.trained();
        this.clock = tools.clock();
        this.name = "runner of " + seat.pool() + " " + ids.next();
        Thread.ofVirtual().name(name).start(this::work);
    }

    /// Stops claiming; a running prediction is finished first.
    void drain() {
        closing = true;
    }

    /// Waits for the running prediction to end; false when it still runs after this time.
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing = true;
    }

    private void work() {
        try {
            while (!closing) {
                workOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void workOnce() throws InterruptedException {
        try {
            if (seat.turns().await(seat.slot(), TURN)) {
                Optional<Claim> claim = store.claim(name, Set.of(seat.pool()), LEASE);
                seat.turns().set(seat.slot(), claim.isPresent());
                if (claim.isPresent()) {
                    run(claim.get());
                    seat.turns().set(seat.slot(), false);
                } else {
                    store.awaitWork(TURN);
                }
            }
        } catch (RuntimeException e) {
            // A full disk, for one, which somebody may mend; the latch is only a way to wait.
            LOG.error("{} could not look for work", name, e);
            seat.turns().set(seat.slot(), false);
            boolean _ = ended.await(TURN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run(Claim claim) throws InterruptedException {
        try {
            @Nullable ModelProcess process = awaitProcess(claim);
            if (process != null) {
                try (var attempt = inbox.open(
                                ids.secret(), claim.row(), model.terms().uploads());
                        var progress = new ProgressReports(store, live, claim)) {
                    new Attempt(claim, process, attempt, progress).drive();
                }
            }
        } catch (RuntimeException e) {
            // Whatever went wrong here, the prediction must end.
            LOG.error("{}: prediction {}", model.name(), claim.id(), e);
            store.apply(claim, new Event.Lost("the server met an error: " + e.getMessage()));
        }
    }

    /// The ready process, or null when the prediction has ended, was cancelled, or is no longer ours meanwhile.
    private @Nullable ModelProcess awaitProcess(Claim claim) throws InterruptedException {
        while (true) {
            switch (model.awaitReady(READY_WAIT)) {
                case HostedModel.Readiness.Ready ready -> {
                    return ready.process();
                }
                case HostedModel.Readiness.Broken broken -> {
                    store.apply(claim, new Event.Failed(broken.reason(), "", Map.of()));
                    return null;
                }
                case HostedModel.Readiness.NotYet _ -> {
                    Optional<PredictionRow> row = store.find(claim.id());
                    if (row.isEmpty() || row.get().prediction().status().isTerminal() || !store.renew(claim, LEASE)) {
                        return null;
                    }
                    if (row.get().cancelRequested()) {
                        store.apply(claim, new Event.Cancelled("", Map.of()));
                        return null;
                    }
                    if (closing) {
                        store.apply(claim, new Event.Lost("the server is shutting down"));
                        return null;
                    }
                }
            }
        }
    }

    /// One try at one prediction on one process.
    private final class Attempt {
        private final Claim claim;
        private final ModelProcess process;
        private final CogInbox.Attempt attempt;
        private final ProgressReports progress;
        private final String ownLogs;
        private final boolean isTraining;
        private final CarriedFiles inlined;
        private final Instant began = clock.instant();
        private Instant renewed = began;
        private Instant heard = began;
        private @Nullable Instant cancelled;
        private boolean timedOut;

        Attempt(Claim claim, ModelProcess process, CogInbox.Attempt attempt, ProgressReports progress) {
            this.claim = claim;
            this.process = process;
            this.attempt = attempt;
            this.progress = progress;
            this.ownLogs = claim.row().prediction().logs();
            this.isTraining = claim.row().placement().isTraining();
            this.inlined = new CarriedFiles(intake, links, claim.row());
        }

        void drive() throws InterruptedException {
            Thread watcher = Thread.ofVirtual().name("watch on " + claim.id()).start(this::watchRow);
            try {
                boolean hasEnded = !submitted();
                while (!hasEnded) {
                    renewIfDue();
                    hasEnded = step();
                    progress.storeIfDue(clock.instant());
                }
            } finally {
                watcher.interrupt();
            }
        }

        /// Sends the prediction to the process, again while that is busy with others' work; false when it has
        /// ended by that.
        private boolean submitted() throws InterruptedException {
            Sent sent = submit();
            while (sent == Sent.BUSY) {
                renewIfDue();
                if (attempt.poll(BUSY_PAUSE_MILLIS) instanceof CogInbox.Mail.Changed) {
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
                    URI.create(model.terms().origin() + "/_cog/" + attempt.secret() + "/events"),
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
            CogInbox.@Nullable Mail mail = attempt.poll(progress.millisUntilDue(clock.instant(), TICK_MILLIS));
            Instant now = clock.instant();
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
                    progress.take(ownLogs + snapshot.logs(), soFar(snapshot), snapshot.metrics(), heard);
                    yield false;
                }
                case SUCCEEDED ->
                    end(new Event.Succeeded(outcome(snapshot), ownLogs + snapshot.logs(), snapshot.metrics()));
                case FAILED -> {
                    // What it gave out before it failed is kept.
                    progress.take(ownLogs + snapshot.logs(), soFar(snapshot), snapshot.metrics(), heard);
                    yield end(new Event.Failed(
                            snapshot.error() == null ? "The model failed without a reason." : snapshot.error(),
                            ownLogs + snapshot.logs(),
                            snapshot.metrics()));
                }
                case CANCELED, ABORTED ->
                    end(timedOut ? timeOut() : new Event.Cancelled(ownLogs + snapshot.logs(), snapshot.metrics()));
            };
        }

        private @Nullable Object stored(CogSnapshot snapshot) {
            return links.toStored(inlined.kept(snapshot.output()), model.terms().origin());
        }

        /// A training shows nothing before its end.
        private @Nullable Object soFar(CogSnapshot snapshot) {
            return isTraining ? null : stored(snapshot);
        }

        /// What comes of it: a prediction's output, or the version that a training made.
        private @Nullable Object outcome(CogSnapshot snapshot) {
            Object output = stored(snapshot);
            return isTraining ? trained.apply(claim.row(), output) : output;
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
            cancelled = clock.instant();
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
            Instant now = clock.instant();
            if (now.isAfter(renewed.plus(RENEWAL))) {
                renewed = now;
                if (!store.renew(claim, LEASE) && cancelled == null) {
                    askToStop();
                }
            }
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

        /// Turns changes of the row that others make into mail. Our own changes arrive here as well and do no
        /// harm.
        private void watchRow() {
            try (var watch = store.watch(claim.id())) {
                Optional<PredictionRow> row = watch.current();
                while (true) {
                    if (row.isPresent()
                            && (row.get().cancelRequested()
                                    || row.get().prediction().status().isTerminal())) {
                        attempt.put(new CogInbox.Mail.Changed());
                        return;
                    }
                    row = watch.next(Duration.ofSeconds(60));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the attempt is over
            }
        }
    }
}
