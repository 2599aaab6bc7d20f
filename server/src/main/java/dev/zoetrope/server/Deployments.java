package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Problem.InvalidField;
import dev.zoetrope.predictions.DeploymentRecords;
import dev.zoetrope.predictions.DeploymentRecords.Release;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Creates, changes and deletes deployments, each with processes of its own. Thread-safe.
final class Deployments {
    /// The limits of Replicate's API.
    private static final int MOST_KEPT = 5;

    private static final int MOST = 20;

    private final DeploymentRecords records;
    private final Models models;
    private final Pools pools;
    private final String owner;
    private final InstantSource clock;

    Deployments(DeploymentRecords records, Models models, Pools pools, String owner, InstantSource clock) {
        this.records = records;
        this.models = models;
        this.pools = pools;
        this.owner = owner;
        this.clock = clock;
    }

    /// All of them, newest first.
    List<Release> all() {
        return records.list();
    }

    /// The current release of a deployment; throws [ApiException] when there is none.
    Release require(String slug) {
        return records.find(slug).orElseThrow(Models::unknown);
    }

    /// Makes a deployment and starts what it keeps.
    synchronized Release create(Map<String, @Nullable Object> body) {
        var fields = new Fields(body, "");
        String name = fields.required("name");
        if (!name.isEmpty() && !name.matches(Registration.NAME)) {
            fields.wrong("pattern", "name", "must be lower-case letters, digits, dots, dashes and underscores");
        }
        String slug = owner + "/" + name;
        var release = new Release(
                slug,
                1,
                fields.required("model"),
                bare(fields.required("version")),
                fields.required("hardware"),
                fields.requiredNumber("min_instances", 0, MOST_KEPT),
                fields.requiredNumber("max_instances", 0, MOST),
                clock.instant());
        check(fields, release);
        if (records.find(slug).isPresent()) {
            throw invalid("name", "The deployment " + slug + " already exists; change it with PATCH.");
        }
        return put(release);
    }

    /// Changes a deployment, which makes a new release of it. What runs is finished by the old one.
    synchronized Release change(String slug, Map<String, @Nullable Object> body) {
        Release old = require(slug);
        var fields = new Fields(body, "");
        String version = fields.text("version");
        String hardware = fields.text("hardware");
        var release = new Release(
                slug,
                old.number() + 1,
                old.model(),
                version == null ? old.version() : bare(version),
                hardware == null ? old.hardware() : hardware,
                fields.number("min_instances", old.minInstances(), 0, MOST_KEPT),
                fields.number("max_instances", old.maxInstances(), 0, MOST),
                clock.instant());
        check(fields, release);
        return put(release);
    }

    /// Deletes a deployment once it has finished what runs; what waits for it fails.
    synchronized void delete(String slug) {
        if (!records.delete(slug)) {
            throw Models.unknown();
        }
        pools.close(Pools.DEPLOYMENTS + slug);
    }

    /// What a prediction through a deployment is run by.
    RunTarget target(String slug) {
        Release release = require(slug);
        if (release.maxInstances() == 0) {
            throw new ApiException(
                    ErrorCode.UNAVAILABLE,
                    "The deployment " + slug + " may have no instances; set its max_instances to 1 or more.");
        }
        return models.deployed(release);
    }

    private Release put(Release release) {
        if (!records.add(release)) {
            throw new IllegalStateException("release " + release.number() + " of " + release.slug() + " is there");
        }
        if (release.maxInstances() == 0) {
            pools.close(Pools.DEPLOYMENTS + release.slug());
        } else {
            models.deployed(release);
        }
        return release;
    }

    private void check(Fields fields, Release release) {
        fields.rejectOthers();
        if (release.minInstances() > release.maxInstances()) {
            fields.wrong("number_lte", "min_instances", "must not be more than max_instances");
        }
        fields.done();
        Optional<RegisteredModel> model = models.find(release.model());
        if (model.isEmpty()) {
            throw invalid("model", "there is no model " + release.model() + " here");
        }
        if (!model.get().isLatest(release.version())
                && models.ofVersion(release.model(), release.version()).isEmpty()) {
            throw Models.invalidVersion();
        }
    }

    /// The id alone, where a caller says `owner/name:id`.
    private static String bare(String version) {
        return version.substring(version.indexOf(':') + 1);
    }

    private static ApiException invalid(String field, String description) {
        return new ApiException(
                ErrorCode.INVALID_INPUT,
                "- " + field + ": " + description,
                List.of(new InvalidField("invalid", field, description)));
    }
}
