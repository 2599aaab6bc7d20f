package dev.zoetrope.predictions;

import java.time.Duration;
import java.util.Map;

/// Predictions to ask for.
final class Asked {
    static final String MODEL = "acme/clip";

    private Asked() {}

    static NewPrediction of(String owner) {
        return of(owner, MODEL);
    }

    static NewPrediction of(String owner, String model) {
        return new NewPrediction(owner, model, "hidden", Map.of("prompt", "a boat"), "", "api", null, null, null);
    }

    static NewPrediction within(Duration cancelAfter) {
        return new NewPrediction(
                "ann", MODEL, "hidden", Map.of("prompt", "a boat"), "", "api", null, null, cancelAfter);
    }
}
