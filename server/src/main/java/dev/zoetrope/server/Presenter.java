package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.PredictionRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows a stored prediction to a caller: with links and file URLs on the host that the caller uses.
final class Presenter {
    private final FileLinks links;
    private final StreamLinks streams;

    Presenter(FileLinks links, StreamLinks streams) {
        this.links = links;
        this.streams = streams;
    }

    /// The record under a base URL without a slash at its end.
    Prediction show(PredictionRow row, String base) {
        Prediction stored = row.prediction();
        String get = base + "/v1/predictions/" + stored.id();
        @Nullable String stream = streams.of(stored).map(path -> base + path).orElse(null);
        var urls = new Prediction.Urls(get + "/cancel", get, stream, base + "/p/" + stored.id(), Map.of());
        return stored.withUrls(urls).withOutput(links.toPublic(stored.output(), base));
    }

    /// One piece of a stored output as the data of an event.
    String piece(@Nullable Object piece, String base) {
        Object shown = links.toPublic(piece, base);
        return shown instanceof String text ? text : Codec.write(shown);
    }
}
