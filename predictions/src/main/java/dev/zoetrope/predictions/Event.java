package dev.zoetrope.predictions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened to a running prediction. [Lifecycle] says what follows from it.
public sealed interface Event {
    /// The model began to work.
    record Started() implements Event {}

    /// The whole log so far grew to this text; a shorter one than stored is ignored (events may come out of
    /// order).
    record Logged(String logs) implements Event {}

    /// Output so far, and metrics so far.
    record Progressed(@Nullable Object output, Map<String, @Nullable Object> metrics) implements Event {}

    /// All of the three above at once, in one write: it works, and this is the whole log, the output and the
    /// metrics so far.
    record Reported(String logs, @Nullable Object output, Map<String, @Nullable Object> metrics) implements Event {}

    /// It ended well.
    record Succeeded(@Nullable Object output, String logs, Map<String, @Nullable Object> metrics) implements Event {}

    /// It failed, with a sentence that says why.
    record Failed(String error, String logs, Map<String, @Nullable Object> metrics) implements Event {}

    /// The model stopped on request.
    record Cancelled(String logs, Map<String, @Nullable Object> metrics) implements Event {}

    /// The model was lost through no fault of the prediction's; it waits again if it has an attempt left, else
    /// it fails with this reason.
    record Lost(String reason) implements Event {}
}
