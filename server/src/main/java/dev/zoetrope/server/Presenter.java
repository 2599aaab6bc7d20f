package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import dev.zoetrope.predictions.PredictionRow;
import io.helidon.webserver.http.ServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Shows a stored prediction to a caller: with links and file URLs on the host that the caller uses.
final class Presenter {
    private final FileLinks links;
    private final StreamLinks streams;
    private final InlineFiles inline;
    private final Waiters waiters = new Waiters();

    Presenter(FileLinks links, StreamLinks streams, InlineFiles inline) {
        this.links = links;
        this.streams = streams;
        this.inline = inline;
    }

    /// The record under a base URL without a slash at its end, its files as URLs.
    Prediction show(PredictionRow row, String base) {
        return show(row, base, OutputForm.URL);
    }

    /// The record as the sender of a request about this one prediction gets it, its files in the form that the
    /// sender can use.
    Prediction show(PredictionRow row, String base, ServerRequest request) {
        boolean waits = OutputForm.waits(request);
        if (waits) {
            waiters.add(row.id());
        }
        return show(row, base, OutputForm.of(request, base, waits || waiters.contains(row.id())));
    }

    /// The record as it is told to whoever asked to be told, with URLs for files: of a training, that of a training.
    Object told(PredictionRow row, String base) {
        Prediction shown = show(row, base);
        return row.placement().isTraining() ? training(shown, base) : shown;
    }

    /// The record of a training: that of a prediction without what trainings do not have. There is no output before
    /// the end.
    private static Map<String, @Nullable Object> training(Prediction training, String base) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", training.id());
        shown.put("model", training.model());
        shown.put("version", training.version());
        shown.put("input", training.input());
        shown.put("logs", training.logs());
        if (training.output() != null) {
            shown.put("output", training.output());
        }
        shown.put("error", training.error());
        shown.put("source", training.source());
        shown.put("status", training.status());
        shown.put("created_at", training.createdAt());
        if (training.startedAt() != null) {
            shown.put("started_at", training.startedAt());
        }
        if (training.completedAt() != null) {
            shown.put("completed_at", training.completedAt());
        }
        if (training.metrics() != null) {
            shown.put("metrics", training.metrics());
        }
        String get = base + "/v1/trainings/" + training.id();
        shown.put("urls", Map.of("get", get, "cancel", get + "/cancel", "web", base + "/p/" + training.id()));
        return shown;
    }

    private Prediction show(PredictionRow row, String base, OutputForm form) {
        Prediction stored = row.prediction();
        String get = base + "/v1/predictions/" + stored.id();
        @Nullable String stream = streams.of(stored).map(path -> base + path).orElse(null);
        var urls = new Prediction.Urls(get + "/cancel", get, stream, base + "/p/" + stored.id(), Map.of());
        return stored.withUrls(urls).withOutput(shown(stored.output(), base, form));
    }

    /// One piece of a stored output as the data of an event.
    String piece(@Nullable Object piece, String base, OutputForm form) {
        Object shown = shown(piece, base, form);
        return shown instanceof String text ? text : Codec.write(shown);
    }

    private @Nullable Object shown(@Nullable Object output, String base, OutputForm form) {
        return switch (form) {
            case URL -> links.toPublic(output, base);
            case DATA -> {
                Function<FileRecord, Optional<String>> data = inline.room()::of;
                yield links.toPublic(output, base, data);
            }
        };
    }
}
