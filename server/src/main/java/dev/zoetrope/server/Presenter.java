package dev.zoetrope.server;

import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.PredictionRow;
import java.util.Map;

/// Shows a stored prediction to a caller: with links and file URLs on the host that the caller uses.
final class Presenter {
    private final FileLinks links;

    Presenter(FileLinks links) {
        this.links = links;
    }

    /// The record under a base URL without a slash at its end.
    Prediction show(PredictionRow row, String base) {
        Prediction stored = row.prediction();
        String get = base + "/v1/predictions/" + stored.id();
        var urls = new Prediction.Urls(get + "/cancel", get, null, base + "/p/" + stored.id(), Map.of());
        return stored.withUrls(urls).withOutput(links.toPublic(stored.output(), base));
    }
}
