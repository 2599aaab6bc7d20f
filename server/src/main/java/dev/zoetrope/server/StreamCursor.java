package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.Status;
import dev.zoetrope.predictions.PredictionRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How far one reader of a stream has come. The events of a prediction follow from its record alone: the pieces
/// of its output in their order, an error if it failed, and `done`. So a stream can be read while it grows,
/// later, or from any place on, and always tells the same. Used by one thread.
final class StreamCursor {
    /// Takes the events; blocks while the reader is slow.
    interface Sink {
        void send(ServerEvent event) throws IOException;
    }

    /// What the reader asked for.
    ///
    /// @param from the number of the first event to send
    /// @param logs whether to send the log as well, from this character on; negative for no log
    record Start(int from, int logs) {}

    private final Function<@Nullable Object, String> shown;
    private final boolean withLogs;
    private int next;
    private int logsSent;
    private int attempt;
    private List<?> seen = List.of();
    private boolean mustCompare;

    /// A reader that starts there and sees each piece as this function shows it.
    StreamCursor(Start start, Function<@Nullable Object, String> shown) {
        this.shown = shown;
        this.next = start.from();
        this.withLogs = start.logs() >= 0;
        this.logsSent = Math.max(0, start.logs());
    }

    /// Sends what is new; true when that was the last of it.
    ///
    /// @param live the newest report of the run, which may be ahead of the row or behind it
    boolean advance(PredictionRow row, LiveOutputs.@Nullable Report live, Sink sink) throws IOException {
        Prediction prediction = row.prediction();
        boolean ended = prediction.status().isTerminal();
        LiveOutputs.Report now =
                live == null || ended || live.attempt() < row.attempts() ? LiveOutputs.Report.of(row) : live;
        List<?> items = items(now.output());
        String seconds = Long.toString(prediction.createdAt().getEpochSecond());
        follow(now.attempt());
        if (withLogs) {
            sendLogs(now.logs(), seconds, sink);
        }
        boolean isWhole = items.size() >= next || prediction.status() == Status.SUCCEEDED;
        if (mustCompare && isWhole) {
            if (items.size() < next || !items.subList(0, next).equals(seen.subList(0, next))) {
                return sendFailure(
                        "The model was lost and began again with another output; read the prediction instead.",
                        seconds,
                        sink);
            }
            mustCompare = false;
        }
        for (; next < items.size(); next++) {
            sendPiece(items.get(next), seconds, sink);
        }
        // Between two tries the output is empty for a while; what was sent must not be forgotten over that.
        seen = mustCompare || items.size() < seen.size() ? seen : items;
        if (!ended) {
            return false;
        }
        if (prediction.status() == Status.FAILED) {
            return sendFailure(String.valueOf(prediction.error()), seconds, sink);
        }
        sendDone(prediction.status() == Status.SUCCEEDED ? Map.of() : Map.of("reason", "canceled"), seconds, sink);
        return true;
    }

    /// A new try begins from the front. Readers cannot be told to forget what they have, so it must say the
    /// same again.
    private void follow(int newest) {
        if (newest != attempt) {
            mustCompare = attempt != 0 && next > 0 && seen.size() >= next;
            attempt = newest;
        }
    }

    private void sendPiece(@Nullable Object piece, String seconds, Sink sink) throws IOException {
        String data = shown.apply(piece);
        // An event without data is no event to readers that keep to the standard.
        if (!data.isEmpty()) {
            sink.send(new ServerEvent("output", seconds + ":" + next, data));
        }
    }

    /// The third number lets a reader that comes back go on in the log as well.
    private void sendLogs(String logs, String seconds, Sink sink) throws IOException {
        if (logs.length() > logsSent) {
            String news = logs.substring(logsSent);
            logsSent = logs.length();
            sink.send(new ServerEvent("logs", seconds + ":" + (next - 1) + ":" + logsSent, news));
        }
    }

    private boolean sendFailure(String why, String seconds, Sink sink) throws IOException {
        sink.send(new ServerEvent("error", seconds + ":" + next, Codec.write(Map.of("detail", why))));
        next++;
        sendDone(Map.of("reason", "error"), seconds, sink);
        return true;
    }

    private void sendDone(Map<String, String> data, String seconds, Sink sink) throws IOException {
        sink.send(new ServerEvent("done", seconds + ":" + next, Codec.write(data)));
    }

    private static List<?> items(@Nullable Object output) {
        return switch (output) {
            case List<?> list -> list;
            case null -> List.of();
            default -> List.of(output);
        };
    }
}
