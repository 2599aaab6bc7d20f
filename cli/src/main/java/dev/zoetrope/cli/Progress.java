package dev.zoetrope.cli;

import dev.zoetrope.api.Prediction;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows how a prediction goes, on standard error: its log lines as they come, and below them one line that is drawn
/// over, or, where nobody watches, a line at each change of state. Used by one thread.
final class Progress implements Consumer<Prediction>, AutoCloseable {
    private static final int BAR = 30;
    private static final int PERCENT = 100;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream err;
    private final boolean terminal;
    private final InstantSource clock;
    private final long startedMillis;
    private int logged;
    private @Nullable String state;
    private boolean lineShown;

    Progress(PrintStream err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.startedMillis = clock.millis();
    }

    /// Shows the prediction as it now is.
    @Override
    public void accept(Prediction prediction) {
        showLog(prediction);
        String now = prediction.status().wire();
        if (terminal && !prediction.status().isTerminal()) {
            draw(prediction, now);
        } else if (!now.equals(state)) {
            clear();
            err.println(prediction.id() + " " + now);
        }
        state = now;
    }

    /// Prints the log lines that are new and whole; the last one even without a line end once the prediction is over.
    private void showLog(Prediction prediction) {
        String logs = prediction.logs();
        int end = prediction.status().isTerminal() ? logs.length() : logs.lastIndexOf('\n') + 1;
        if (end > logged) {
            clear();
            logs.substring(logged, end).lines().forEach(line -> err.println("  " + line));
            logged = end;
        }
    }

    private void draw(Prediction prediction, String now) {
        var line = new StringBuilder(CLEAR_LINE).append(now);
        double share = share(prediction);
        if (share > 0) {
            int full = (int) Math.round(share * BAR);
            line.append(" [").repeat('#', full).repeat('.', BAR - full).append("] ");
            line.append(Math.round(share * PERCENT)).append('%');
        }
        long seconds = Duration.ofMillis(clock.millis() - startedMillis).toSeconds();
        line.append(String.format(Locale.ROOT, " %d s", seconds));
        err.print(line);
        err.flush();
        lineShown = true;
    }

    /// The metric `progress`, which a running model may give, from 0 to 1.
    private static double share(Prediction prediction) {
        var metrics = prediction.metrics();
        return metrics != null && metrics.get("progress") instanceof Number number
                ? Math.clamp(number.doubleValue(), 0, 1)
                : 0;
    }

    private void clear() {
        if (lineShown) {
            err.print(CLEAR_LINE);
            lineShown = false;
        }
    }

    /// Leaves a clean line behind.
    @Override
    public void close() {
        clear();
        err.flush();
    }
}
