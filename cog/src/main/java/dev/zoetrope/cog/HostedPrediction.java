package dev.zoetrope.cog;

import dev.zoetrope.api.Status;
import dev.zoetrope.api.WebhookEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One prediction that a host runs: everything watchers may see of it, and the [Context] its model talks to.
/// Thread-safe: the model's threads write, handlers and the webhook sender read.
final class HostedPrediction implements Context {
    /// How a run ended.
    record Ending(
            Status status,
            @Nullable Object output,
            @Nullable String error) {}

    /// Where emitted pieces become what callers see.
    interface Pieces {
        /// Turns a piece into its JSON value; throws [IllegalStateException] when the model's output is no stream.
        Object toWire(Object piece, String predictionId) throws IOException, InterruptedException;

        /// Stores a file that is no output, and gives its address.
        String store(Path file, String predictionId) throws IOException, InterruptedException;
    }

    private static final String PROGRESS = "progress";

    private final String id;
    private final Map<String, @Nullable Object> input;
    private final Pieces pieces;
    private final Path workFolder;
    private final CompletableFuture<Map<String, @Nullable Object>> end = new CompletableFuture<>();

    private final StringBuilder logs = new StringBuilder();
    private final Map<String, @Nullable Object> metrics = new LinkedHashMap<>();
    private final List<Object> emitted = new ArrayList<>();
    private Consumer<WebhookEvent> listener = event -> {};
    private Status status = Status.STARTING;
    private @Nullable Object output;
    private @Nullable String error;
    private @Nullable Instant startedAt;
    private @Nullable Instant completedAt;
    private @Nullable Thread runner;
    private boolean isCancelled;

    HostedPrediction(String id, Map<String, @Nullable Object> input, Pieces pieces, Path workFolder) {
        this.id = id;
        this.input = input;
        this.pieces = pieces;
        this.workFolder = workFolder;
    }

    /// Sets who is told of events; once, before [#begin].
    synchronized void listen(Consumer<WebhookEvent> events) {
        listener = events;
    }

    /// Marks the prediction as running on the calling thread.
    void begin() {
        synchronized (this) {
            status = Status.PROCESSING;
            startedAt = Instant.now();
            runner = Thread.currentThread();
            if (isCancelled) {
                runner.interrupt();
            }
        }
        tell(WebhookEvent.START);
    }

    /// From here on a cancel does not interrupt the running thread any more: it is cleaning up.
    synchronized void release() {
        runner = null;
    }

    /// Marks the prediction as ended, and tells everybody.
    void finish(Ending ending, Duration predictTime) {
        synchronized (this) {
            status = ending.status();
            output = ending.output();
            error = ending.error();
            completedAt = Instant.now();
            metrics.remove(PROGRESS);
            metrics.put("predict_time", predictTime.toNanos() / 1e9);
        }
        tell(WebhookEvent.COMPLETED);
        end.complete(snapshot());
    }

    /// Completes with the terminal snapshot.
    CompletableFuture<Map<String, @Nullable Object>> end() {
        return end;
    }

    /// Asks the model to stop; it decides when.
    synchronized void cancel() {
        isCancelled = true;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /// What is known now, in the wire's shape.
    synchronized Map<String, @Nullable Object> snapshot() {
        var wire = new LinkedHashMap<String, @Nullable Object>();
        wire.put("id", id);
        wire.put("status", status.wire());
        Object shown = output == null && !emitted.isEmpty() ? List.copyOf(emitted) : output;
        if (shown != null) {
            wire.put("output", shown);
        }
        if (error != null) {
            wire.put("error", error);
        }
        wire.put("logs", logs.toString());
        wire.put("metrics", new LinkedHashMap<>(metrics));
        if (startedAt != null) {
            wire.put("started_at", startedAt);
        }
        if (completedAt != null) {
            wire.put("completed_at", completedAt);
        }
        return wire;
    }

    /// The answer to a repeated PUT: what is known now, and the input.
    Map<String, @Nullable Object> replay() {
        Map<String, @Nullable Object> wire = snapshot();
        wire.put("input", input);
        return wire;
    }

    /// The pieces emitted so far.
    synchronized List<Object> emitted() {
        return List.copyOf(emitted);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void log(String line) {
        synchronized (this) {
            logs.append(line).append('\n');
        }
        tell(WebhookEvent.LOGS);
    }

    @Override
    public void progress(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("progress is " + share + "; it must be from 0 to 1");
        }
        synchronized (this) {
            metrics.put(PROGRESS, share);
        }
        tell(WebhookEvent.LOGS);
    }

    @Override
    public void metric(String name, Object value) {
        Objects.requireNonNull(name, "name is null");
        if (!(value instanceof Number || value instanceof String || value instanceof Boolean)) {
            throw new IllegalArgumentException("metric " + name + " is a "
                    + value.getClass().getName() + "; it must be a number, a string or a boolean");
        }
        synchronized (this) {
            metrics.put(name, value);
        }
    }

    @Override
    public void emit(Object piece) {
        try {
            Object wire = pieces.toWire(piece, id);
            synchronized (this) {
                emitted.add(wire);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            // Only a cancel interrupts; the model's next blocking call or check stops it.
            Thread.currentThread().interrupt();
            return;
        }
        tell(WebhookEvent.OUTPUT);
    }

    @Override
    public String store(Path file) {
        try {
            return pieces.store(file, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            // Only a cancel interrupts; the model's next blocking call or check stops it.
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public void checkCancelled() throws CancelledException {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    @Override
    public Path workFolder() {
        return workFolder;
    }

    private void tell(WebhookEvent event) {
        Consumer<WebhookEvent> told;
        synchronized (this) {
            told = listener;
        }
        told.accept(event);
    }
}
