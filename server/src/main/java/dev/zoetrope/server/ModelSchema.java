package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Version;
import dev.zoetrope.predictions.ModelRecords.VersionRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A version of a model as requests need it: its id, its OpenAPI document, and the checks that follow from
/// that.
///
/// @param version what callers see
/// @param check for inputs of predictions
/// @param training for inputs of trainings, null when it cannot be trained
record ModelSchema(
        Version version, InputCheck check, @Nullable InputCheck training) {
    private static final String TRAINING_INPUT = "TrainingInput";

    static ModelSchema of(VersionRecord record) {
        Map<String, @Nullable Object> openapi = record.openapi();
        boolean isTrainable = openapi.get("components") instanceof Map<?, ?> components
                && components.get("schemas") instanceof Map<?, ?> schemas
                && schemas.containsKey(TRAINING_INPUT);
        return new ModelSchema(
                new Version(record.id(), record.createdAt(), record.cogVersion(), openapi, Map.of()),
                InputCheck.of(openapi),
                isTrainable ? InputCheck.of(openapi, TRAINING_INPUT) : null);
    }

    String id() {
        return version.id();
    }

    /// The id of a version: it follows from the model's name, how it is run, and its document, so that the same
    /// model has the same id on every server and after every restart.
    static String id(String slug, String identity, Map<String, @Nullable Object> openapi) {
        return Sha256.hex(slug + "\n" + identity + "\n" + Codec.write(openapi));
    }

    /// Cog's version, which clients parse as a number.
    static String cogVersion(Map<String, @Nullable Object> openapi) {
        return openapi.get("info") instanceof Map<?, ?> info && info.get("version") instanceof String version
                ? version
                : "0.1.0";
    }
}
