package dev.zoetrope.cog;

import dev.zoetrope.api.Status;
import dev.zoetrope.cog.HostedPrediction.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes predictions in for one model: knows whether it is ready, which slots are taken and what is in flight.
/// Knows nothing of HTTP. Thread-safe.
final class ModelDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

    /// A request to run something, as it came.
    record Order(String id, Map<String, @Nullable Object> input, WebhookSender.@Nullable Target webhook) {}

    /// What became of an order.
    sealed interface Admission {
        /// It runs.
        record Admitted(HostedPrediction prediction) implements Admission {}

        /// One of that id is in flight already.
        record InFlight(HostedPrediction prediction) implements Admission {}

        /// Every slot is taken.
        record Busy() implements Admission {}

        /// The model is not ready, and why.
        record NotReady(String why) implements Admission {}

        /// The input is wrong.
        record Invalid(List<Violation> violations) implements Admission {}
    }

    private final Model<?, ?> model;
    private final WebhookSender.Transport transport;
    private final int slots;
    private final Map<String, HostedPrediction> inFlight = new LinkedHashMap<>();
    private final Set<WebhookSender> senders = ConcurrentHashMap.newKeySet();
    private Setup setup = Setup.begun();
    private boolean isClosing;

    ModelDesk(Model<?, ?> model, WebhookSender.Transport transport, int slots) {
        this.model = model;
        this.transport = transport;
        this.slots = slots;
    }

    /// Runs the model's setup on a thread of its own and returns at once.
    void open() {
        // Platform threads here and below: models may call native code, which holds a virtual thread's carrier.
        Thread.ofPlatform().daemon().name("cog-setup").start(() -> {
            Setup ended;
            try {
                model.setup();
                ended = setup().succeeded();
            } catch (Throwable e) { // also errors, such as a native library that cannot be loaded
                LOG.error("The setup of the model failed", e);
                ended = setup().failed(e instanceof ModelException ? "" + e.getMessage() : e.toString());
            }
            synchronized (this) {
                setup = ended;
            }
        });
    }

    synchronized Setup setup() {
        return setup;
    }

    synchronized String health() {
        return switch (setup.stage()) {
            case STARTING -> "STARTING";
            case SUCCEEDED -> inFlight.size() < slots ? "READY" : "BUSY";
            case FAILED -> "SETUP_FAILED";
        };
    }

    /// Takes an order in for a kind of work, if it can.
    Admission admit(Order order, Work<?> work) {
        synchronized (this) {
            @Nullable Admission refusal = refusal(order.id());
            if (refusal != null) {
                return refusal;
            }
        }
        return switch (work.prepare(order.input())) {
            case Work.Prepared.Invalid(List<Violation> violations) -> new Admission.Invalid(violations);
            case Work.Prepared.Ready ready -> admit(order, work, ready);
        };
    }

    private Admission admit(Order order, Work<?> work, Work.Prepared.Ready ready) {
        synchronized (this) {
            // Asked again: what was true before the input was checked, outside the lock, may not be any more.
            @Nullable Admission refusal = refusal(order.id());
            if (refusal != null) {
                return refusal;
            } else if (inFlight.size() >= slots) {
                return new Admission.Busy();
            }
            return new Admission.Admitted(begin(order, work, ready));
        }
    }

    private @Nullable Admission refusal(String id) {
        @Nullable HostedPrediction same = inFlight.get(id);
        if (same != null) {
            return new Admission.InFlight(same);
        } else if (isClosing) {
            return new Admission.NotReady("The model is shutting down");
        }
        return switch (setup.stage()) {
            case STARTING -> new Admission.NotReady("Setup has not finished yet");
            case SUCCEEDED -> null;
            case FAILED -> new Admission.NotReady("Setup failed: " + setup.logs());
        };
    }

    private HostedPrediction begin(Order order, Work<?> work, Work.Prepared.Ready ready) {
        var prediction = new HostedPrediction(order.id(), order.input(), work.pieces(), newFolder());
        ready.ignored().forEach(key -> prediction.log("Ignored unknown input " + key));
        if (order.webhook() != null) {
            var sender = new WebhookSender(order.id(), order.webhook(), transport, prediction::snapshot);
            prediction.listen(sender::tell);
            senders.removeIf(WebhookSender::hasEnded);
            senders.add(sender);
            sender.start();
        }
        inFlight.put(order.id(), prediction);
        Thread.ofPlatform().daemon().name("cog-prediction-" + order.id()).start(() -> run(prediction, ready.run()));
        return prediction;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("cog-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no work folder could be made in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    private void run(HostedPrediction prediction, Function<HostedPrediction, Ending> work) {
        long started = System.nanoTime();
        var ending = new Ending(Status.FAILED, null, "the prediction ended in an unknown way");
        try {
            prediction.begin();
            ending = work.apply(prediction);
        } finally {
            Duration time = Duration.ofNanos(System.nanoTime() - started);
            prediction.release();
            Thread.interrupted(); // a late cancel must not stop the cleaning up
            ModelRun.delete(prediction.workFolder());
            // The slot is free before anybody hears of the end, so that whoever reacts to it is not answered
            // 409.
            synchronized (this) {
                inFlight.remove(prediction.id());
                notifyAll();
            }
            prediction.finish(ending, time);
        }
    }

    /// Asks a prediction to stop; false when there is none of that id in flight.
    synchronized boolean cancel(String id) {
        @Nullable HostedPrediction prediction = inFlight.get(id);
        if (prediction != null) {
            prediction.cancel();
        }
        return prediction != null;
    }

    /// Takes in nothing new from now on.
    synchronized void stopAdmitting() {
        isClosing = true;
    }

    synchronized void cancelAll() {
        inFlight.values().forEach(HostedPrediction::cancel);
    }

    /// Waits until nothing is in flight and every webhook is sent, or the time is over; what then is unsent is
    /// dropped.
    void drain(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (this) {
            for (long left = atMost.toMillis(); !inFlight.isEmpty() && left > 0; left = millisUntil(until)) {
                wait(left);
            }
        }
        for (WebhookSender sender : senders) {
            if (!sender.awaitEnd(Duration.ofMillis(Math.max(1, millisUntil(until))))) {
                sender.abandon();
            }
        }
    }

    private static long millisUntil(long nanoTime) {
        return (nanoTime - System.nanoTime()) / 1_000_000;
    }
}
