package dev.zoetrope.server;

import dev.zoetrope.predictions.Claim;
import dev.zoetrope.predictions.Event;
import dev.zoetrope.predictions.Ids;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import java.time.Duration;
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
    static final Duration LEASE = Duration.ofSeconds(30);

    /// How long the process of a model may take to become ready before its waiting prediction is given back.
    private static final Duration READY_WAIT = Duration.ofSeconds(8);

    /// How long it waits for its turn, or for work, before it looks whether it is to end.
    private static final Duration TURN = Duration.ofSeconds(1);

    private final HostedModel model;
    private final Seat seat;
    private final Tools tools;
    private final PredictionStore store;
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
        this.tools = tools;
        this.store = tools.store();
        this.name = "runner of " + seat.pool() + " " + tools.ids().next();
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
                try (var mailbox = tools.inbox()
                                .open(
                                        tools.ids().secret(),
                                        claim.row(),
                                        model.terms().uploads());
                        var progress = new ProgressReports(store, tools.live(), claim)) {
                    new Attempt(model, tools, claim, process, mailbox, progress).drive();
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
                case Readiness.Ready ready -> {
                    return ready.process();
                }
                case Readiness.Broken broken -> {
                    store.apply(claim, new Event.Failed(broken.reason(), "", Map.of()));
                    return null;
                }
                case Readiness.NotYet _ -> {
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
}
