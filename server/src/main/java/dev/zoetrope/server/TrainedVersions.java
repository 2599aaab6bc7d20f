package dev.zoetrope.server;

import dev.zoetrope.predictions.ModelRecords.VersionRecord;
import dev.zoetrope.predictions.PredictionRow;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a new version of a training's destination out of what the training gave: the trained model's own
/// program, told of the new weights by Cog's variable for them.
final class TrainedVersions {
    private final Models models;
    private final InstantSource clock;

    TrainedVersions(Models models, InstantSource clock) {
        this.models = models;
        this.clock = clock;
    }

    /// Keeps the new version, and gives the training's output as its caller sees it. Throws
    /// [IllegalStateException] with a sentence for the caller when there can be none.
    Object keep(PredictionRow training, @Nullable Object output) {
        String destination = Objects.requireNonNull(training.placement().destination());
        String weights = weights(output);
        RegisteredModel into = models.find(destination)
                .orElseThrow(() -> new IllegalStateException("The destination " + destination + " is gone."));
        VersionRecord trainer = trainer(training);
        RunSpec run = RunSpec.read(trainer.run()).withWeights(weights);
        String identity = Sha256.hex(run.identity());
        String id = ModelSchema.id(destination, identity, trainer.openapi());
        models.records()
                .putVersion(new VersionRecord(
                        destination,
                        id,
                        identity,
                        clock.instant(),
                        trainer.cogVersion(),
                        run.toJson(),
                        trainer.openapi()));
        models.put(into.record().withRun(run.toJson()));
        return Map.of("version", destination + ":" + id, "weights", weights);
    }

    private VersionRecord trainer(PredictionRow training) {
        String model = training.prediction().model();
        return models.records()
                .version(model, training.prediction().version())
                .orElseThrow(() -> new IllegalStateException("The trained version of " + model + " is gone."));
    }

    private static String weights(@Nullable Object output) {
        Object weights = output instanceof Map<?, ?> map ? map.get("weights") : output;
        if (weights instanceof String text) {
            return text;
        }
        throw new IllegalStateException("The training gave no weights.");
    }
}
