package dev.zoetrope.client;

import dev.zoetrope.api.Prediction;

/// A prediction that [Replicate#run] waited for ended without success: it failed, or somebody cancelled it.
public final class PredictionException extends RuntimeException {
    private final transient Prediction prediction;

    PredictionException(Prediction prediction) {
        super("prediction " + prediction.id() + " of " + prediction.model() + " ended as "
                + prediction.status().wire() + (prediction.error() == null ? "" : ": " + prediction.error()));
        this.prediction = prediction;
    }

    /// The prediction as it ended, with its logs.
    public Prediction prediction() {
        return prediction;
    }
}
