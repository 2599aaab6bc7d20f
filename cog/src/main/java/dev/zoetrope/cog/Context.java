package dev.zoetrope.cog;

import java.nio.file.Path;

/// What a model can say and ask while it makes one prediction. Thread-safe.
public interface Context {
    /// The prediction's id.
    String id();

    /// Adds a line to the prediction's log; a line end is added.
    void log(String line);

    /// Says how far it is, from 0 to 1. Watchers see it as the metric `progress`, which is gone once the run has ended.
    void progress(double share);

    /// Sets a metric of the run: a number, a string or a boolean.
    void metric(String name, Object value);

    /// Gives out one piece of output before the end, for models whose [OutputType] is a stream: text, or the path of a
    /// finished file.
    void emit(Object piece);

    /// Stores a finished file beside the output, which stays as it is, and gives its address: where the file was
    /// uploaded to, or a `data:` URI for a host without a store. Blocking. Throws [java.io.UncheckedIOException]
    /// when it cannot be stored.
    String store(Path file);

    /// True once the caller wants the prediction to stop.
    boolean isCancelled();

    /// Throws [CancelledException] once the caller wants the prediction to stop; call it in long loops.
    void checkCancelled() throws CancelledException;

    /// An empty folder of this prediction's own; the host deletes it after the end.
    Path workFolder();
}
