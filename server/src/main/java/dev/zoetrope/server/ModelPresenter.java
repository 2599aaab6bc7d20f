package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.Model;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.predictions.ModelRecords.About;
import dev.zoetrope.predictions.PredictionStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows a model to a caller, with its latest version and its default example.
final class ModelPresenter {
    private static final Logger LOG = LoggerFactory.getLogger(ModelPresenter.class);

    /// How long a reader waits for a model that has to be started before its schema is known.
    private static final Duration SCHEMA_WAIT = Duration.ofSeconds(30);

    private final Models models;
    private final PredictionStore store;
    private final Presenter predictions;

    ModelPresenter(Models models, PredictionStore store, Presenter predictions) {
        this.models = models;
        this.store = store;
        this.predictions = predictions;
    }

    /// Has a model started that has never been, so that its version can be shown; clients need it to run the
    /// model.
    void learn(RegisteredModel model) throws InterruptedException {
        if (model.pool() != null && model.latest() == null) {
            try {
                model.pool().schema(SCHEMA_WAIT);
            } catch (ApiException e) {
                LOG.info("{} is shown without a version: {}", model.slug(), e.getMessage());
            }
        }
    }

    /// The model under a base URL without a slash at its end.
    Model show(RegisteredModel model, String base) {
        About about = model.record().about();
        @Nullable ModelSchema latest = model.latest();
        return new Model(
                base + "/" + model.slug(),
                model.owner(),
                model.name(),
                about.description(),
                model.record().visibility(),
                model.isOfficial(),
                about.githubUrl(),
                about.paperUrl(),
                about.licenseUrl(),
                about.weightsUrl(),
                store.count(model.slug()),
                about.coverImageUrl(),
                model.record().createdAt(),
                examples(model, base).stream().findFirst().orElse(null),
                latest == null ? null : latest.version(),
                Map.of());
    }

    /// The predictions that show what a model does.
    List<Prediction> examples(RegisteredModel model, String base) {
        return models.records().examples(model.slug()).stream()
                .flatMap(id -> store.find(id).stream())
                .map(row -> predictions.show(row, base))
                .toList();
    }
}
