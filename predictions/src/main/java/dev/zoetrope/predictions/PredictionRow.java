package dev.zoetrope.predictions;

import dev.zoetrope.api.Prediction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A prediction as stored: the record its sender sees (without URLs, which a presenter adds) and what only the server
/// knows.
///
/// @param prediction the record; its `urls` are null
/// @param owner id of the token that sent it
/// @param attempts how often a runner has claimed it
/// @param cancelRequested true once its cancellation was asked for
/// @param revision grows with each change, for watchers
/// @param placement where it is run
public record PredictionRow(
        Prediction prediction,
        String owner,
        int attempts,
        boolean cancelRequested,
        long revision,
        Placement placement) {
    /// One that is run where its model is run.
    public PredictionRow(Prediction prediction, String owner, int attempts, boolean cancelRequested, long revision) {
        this(prediction, owner, attempts, cancelRequested, revision, Placement.of(prediction.model()));
    }

    /// The prediction's id.
    public String id() {
        return prediction.id();
    }

    /// The same with this input; watchers are given rows without.
    public PredictionRow withInput(Map<String, @Nullable Object> input) {
        return new PredictionRow(prediction.withInput(input), owner, attempts, cancelRequested, revision, placement);
    }
}
