package dev.zoetrope.cog;

import dev.zoetrope.api.Status;
import dev.zoetrope.cog.HostedPrediction.Ending;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a step of a model once and says how that ended; whatever it throws ends only its own prediction.
///
/// @param <I> the record of inputs
final class ModelRun<I extends Record> {
    /// What the model does.
    interface Step<I> {
        @Nullable
        Object run(I input, Context context) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ModelRun.class);

    private final Step<I> step;
    private final ModelOutput outputs;

    ModelRun(Step<I> step, ModelOutput outputs) {
        this.step = step;
        this.outputs = outputs;
    }

    Ending run(HostedPrediction prediction, I input) {
        try {
            prediction.checkCancelled();
            @Nullable Object returned = step.run(input, prediction);
            prediction.checkCancelled();
            @Nullable Object output = outputs.toWire(returned, prediction);
            prediction.checkCancelled();
            return new Ending(Status.SUCCEEDED, output, null);
        } catch (Throwable e) { // also errors: a stack or heap that ran over is this prediction's, not the host's
            return ending(e, prediction);
        }
    }

    private static Ending ending(Throwable failure, HostedPrediction prediction) {
        if (prediction.isCancelled() || failure instanceof CancelledException) {
            // A cancel shows in many ways: an interrupted call, a closed channel, a library's own exception.
            return new Ending(Status.CANCELED, null, null);
        }
        String message = failure.getMessage();
        boolean hasMessage = message != null && !message.isBlank() && !(failure instanceof Error);
        String error = hasMessage ? message : failure.toString();
        if (!(failure instanceof ModelException) && !(failure instanceof UncheckedIOException)) {
            logTrace(failure, prediction);
        }
        return new Ending(Status.FAILED, null, error);
    }

    private static void logTrace(Throwable failure, HostedPrediction prediction) {
        LOG.warn("Prediction {} failed", prediction.id(), failure);
        try {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().limit(MOST_TRACE_LINES).forEach(prediction::log);
        } catch (OutOfMemoryError e) {
            LOG.warn("No memory was left to log why prediction {} failed", prediction.id());
        }
    }

    /// A stack that ran over has a thousand equal lines; the first few tell all.
    private static final int MOST_TRACE_LINES = 40;

    /// Deletes a prediction's folder with all that is in it.
    static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The work folder {} could not be deleted", folder, e);
        }
    }
}
