package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.cog.AddressGuard;
import dev.zoetrope.cog.AddressRefusedException;
import dev.zoetrope.predictions.DeploymentRecords;
import dev.zoetrope.predictions.ModelRecords.About;
import dev.zoetrope.predictions.ModelRecords.ModelRecord;
import dev.zoetrope.predictions.ModelRecords.Origin;
import dev.zoetrope.predictions.PredictionRow;
import dev.zoetrope.predictions.PredictionStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What callers of the API may do to models: register, change and delete them. What runs on the server's
/// machine is a matter of trust, so a command is only taken where the operator has allowed it, and an endpoint
/// only where the server may go.
final class ModelChanges {
    private final Models models;
    private final DeploymentRecords deployments;
    private final PredictionStore store;
    private final ServerOptions options;
    private final AddressGuard guard;
    private final InstantSource clock;

    ModelChanges(
            Models models,
            DeploymentRecords deployments,
            PredictionStore store,
            ServerOptions options,
            InstantSource clock) {
        this.models = models;
        this.deployments = deployments;
        this.store = store;
        this.options = options;
        this.guard = new AddressGuard(options.allowPrivateUrls());
        this.clock = clock;
    }

    /// Registers a model; throws [ApiException] for a body that is wrong, a name that is taken, or a way to run
    /// it that is not allowed.
    RegisteredModel create(Map<String, @Nullable Object> body) {
        Registration registration = Registration.read(body, true);
        // Not a 409: some clients send those again, and this would not change.
        if (models.find(registration.slug()).isPresent()) {
            throw invalid("name", "A model with that name and owner already exists.");
        }
        permit(registration.run());
        return models.put(registration.record(Origin.API, clock.instant()));
    }

    /// Changes what is said about a model, and for one of the API's own how it is run (our own field `run`).
    RegisteredModel change(RegisteredModel model, Map<String, @Nullable Object> body) {
        var fields = new Fields(body, "");
        ModelRecord changed = model.record().withAbout(about(model.record().about(), fields));
        if (fields.has("run")) {
            changed = rerun(changed, fields);
        }
        fields.rejectOthers();
        fields.done();
        return models.put(changed);
    }

    private ModelRecord rerun(ModelRecord record, Fields fields) {
        if (record.origin() != Origin.API) {
            throw notOfApi(record);
        }
        @Nullable Fields how = fields.object("run");
        if (how == null) {
            return record.withRun(Map.of());
        }
        boolean official = how.flag("official", record.isOfficial());
        RunSpec run = RunFields.read(how);
        how.rejectOthers();
        fields.done();
        permit(run);
        return new ModelRecord(
                record.slug(),
                record.origin(),
                official,
                record.visibility(),
                record.hardware(),
                run.toJson(),
                record.about(),
                record.createdAt());
    }

    /// A field that is there replaces the old one, null clears it.
    private static About about(About old, Fields fields) {
        About said = Registration.about(fields);
        return new About(
                fields.has("description") ? said.description() : old.description(),
                fields.has("readme") ? said.readme() : old.readme(),
                fields.has("github_url") ? said.githubUrl() : old.githubUrl(),
                fields.has("paper_url") ? said.paperUrl() : old.paperUrl(),
                fields.has("license_url") ? said.licenseUrl() : old.licenseUrl(),
                fields.has("weights_url") ? said.weightsUrl() : old.weightsUrl(),
                fields.has("cover_image_url") ? said.coverImageUrl() : old.coverImageUrl());
    }

    private void permit(@Nullable RunSpec run) {
        if (run == null) {
            return;
        }
        @Nullable URI endpoint = run.endpoint();
        if (endpoint == null) {
            if (!options.registry().allowCommands()) {
                throw new ApiException(
                        ErrorCode.FORBIDDEN,
                        "This server takes no commands over the API, since whoever has a token could then run anything"
                                + " on its machine; register the model by a file (serve --models DIR), or start the"
                                + " server with --allow-model-commands.");
            }
            return;
        }
        try {
            guard.check(endpoint.getHost());
        } catch (AddressRefusedException e) {
            throw invalid("run.endpoint", String.valueOf(e.getMessage()));
        }
        if (options.publicUrl() == null && !PoolMaker.isLoopback(endpoint)) {
            throw invalid(
                    "run.endpoint",
                    "is on another machine, which must be able to report to this server; start the server with"
                            + " --public-url, the address under which that machine reaches it");
        }
    }

    /// Deletes a model with its versions; its predictions stay.
    void delete(RegisteredModel model) {
        requireOfApi(model);
        requireUnused(model.slug(), null);
        models.remove(model.slug());
    }

    /// Deletes a version, with the inputs and outputs of its predictions. If it was the latest, the one before
    /// it becomes the latest.
    void deleteVersion(RegisteredModel model, String id) {
        if (models.records().version(model.slug(), id).isEmpty()) {
            throw Models.unknown();
        }
        requireUnused(model.slug(), id);
        if (model.isLatest(id)) {
            requireOfApi(model);
        }
        models.removeVersion(model, id);
        int removed;
        do {
            removed = store.removeDataOfVersion(model.slug(), id, REMOVED_AT_ONCE);
        } while (removed == REMOVED_AT_ONCE);
    }

    /// Others get their turn in between.
    private static final int REMOVED_AT_ONCE = 200;

    /// Adds a prediction to the examples of its model.
    void addExample(RegisteredModel model, String id) {
        Optional<PredictionRow> row = store.find(id);
        if (row.isEmpty() || !row.get().prediction().model().equals(model.slug())) {
            throw invalid("prediction", "must be the id of a prediction of " + model.slug() + ", got " + id);
        }
        models.records().addExample(model.slug(), id);
    }

    private void requireUnused(String slug, @Nullable String version) {
        deployments.list().stream()
                .filter(release -> release.model().equals(slug))
                .filter(release -> version == null || release.version().equals(version))
                .findFirst()
                .ifPresent(release -> {
                    throw new ApiException(
                            ErrorCode.FORBIDDEN,
                            "The deployment " + release.slug() + " uses it; delete or change that first.");
                });
    }

    private static void requireOfApi(RegisteredModel model) {
        if (!model.isOfApi()) {
            throw notOfApi(model.record());
        }
    }

    private static ApiException notOfApi(ModelRecord record) {
        String whose = record.origin() == Origin.FILE
                ? "is registered by a file; change or remove that, and start the server again"
                : "is one of the program's own";
        return new ApiException(ErrorCode.FORBIDDEN, "The model " + record.slug() + " " + whose + ".");
    }

    private static ApiException invalid(String field, String description) {
        return new ApiException(
                ErrorCode.INVALID_INPUT,
                "- " + field + ": " + description,
                List.of(new InvalidField("invalid", field, description)));
    }
}
