package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.predictions.DeploymentRecords;
import dev.zoetrope.predictions.DeploymentRecords.Release;
import dev.zoetrope.predictions.ModelRecords;
import dev.zoetrope.predictions.ModelRecords.ModelRecord;
import dev.zoetrope.predictions.ModelRecords.Origin;
import dev.zoetrope.predictions.ModelRecords.VersionRecord;
import io.helidon.webserver.http.ServerRequest;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The models of this server by name and version. Changes are kept in the database and take effect at once.
/// Thread-safe.
final class Models {
    private final ModelRecords records;
    private final DeploymentRecords deployments;
    private final Pools pools;
    private final InstantSource clock;
    private final Map<String, RegisteredModel> bySlug = new ConcurrentSkipListMap<>();

    Models(ModelRecords records, DeploymentRecords deployments, Pools pools, InstantSource clock) {
        this.records = records;
        this.deployments = deployments;
        this.pools = pools;
        this.clock = clock;
    }

    /// All of them, by name.
    Collection<RegisteredModel> all() {
        return bySlug.values();
    }

    Optional<RegisteredModel> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /// The model of a request's path; throws [ApiException] when there is none.
    RegisteredModel require(ServerRequest request) {
        return find(slug(request)).orElseThrow(Models::unknown);
    }

    /// The OpenAPI document of a model, if the model is here and its document is known by now.
    Optional<Map<String, @Nullable Object>> openapi(String slug) {
        return find(slug)
                .flatMap(model -> Optional.ofNullable(model.latest()))
                .map(schema -> schema.version().openapiSchema());
    }

    ModelRecords records() {
        return records;
    }

    /// Takes in a model of the program or of a file, which stands above what the database knows of it.
    void register(Registration registration, Origin origin) {
        Optional<ModelRecord> known = records.find(registration.slug());
        ModelRecord record =
                registration.record(origin, known.map(ModelRecord::createdAt).orElseGet(clock::instant));
        put(known.map(old -> record.withAbout(record.about().orElse(old.about())))
                .orElse(record));
    }

    /// Stores a model and runs it as it says now, in place of one of the same name; what runs is finished.
    synchronized RegisteredModel put(ModelRecord record) {
        records.put(record);
        return load(record);
    }

    /// Takes in what the database knows already.
    synchronized RegisteredModel load(ModelRecord record) {
        @Nullable RegisteredModel old = bySlug.get(record.slug());
        @Nullable RunSpec run = record.run().isEmpty() ? null : RunSpec.read(record.run());
        RegisteredModel model;
        if (old != null && old.record().run().equals(record.run())) {
            model = old.with(record);
        } else {
            String identity = run == null ? "" : identity(record, run);
            if (run == null) {
                pools.close(record.slug());
            }
            @Nullable
            Pool pool = run == null
                    ? null
                    : pools.replace(record.slug(), run, PoolMaker.usual(run), board(record.slug(), run, identity));
            model = new RegisteredModel(record, run, identity, pool);
        }
        bySlug.put(record.slug(), model);
        return model;
    }

    /// Forgets a model; false when there is none.
    synchronized boolean remove(String slug) {
        @Nullable RegisteredModel gone = bySlug.remove(slug);
        pools.closeAllOf(slug);
        boolean wasKnown = records.delete(slug);
        return wasKnown || gone != null;
    }

    /// Forgets a version. Without its latest version a model is run as the one before it was, if there is one.
    synchronized void removeVersion(RegisteredModel model, String id) {
        boolean wasLatest = model.isLatest(id);
        records.deleteVersion(model.slug(), id);
        if (wasLatest) {
            put(model.record()
                    .withRun(records.versions(model.slug()).stream()
                            .findFirst()
                            .map(VersionRecord::run)
                            .orElse(Map.of())));
        } else {
            pools.close(model.slug() + ":" + id);
        }
    }

    /// The program's own models are what their names say, wherever its files lie.
    private static String identity(ModelRecord record, RunSpec run) {
        return Sha256.hex(record.origin() == Origin.PROGRAM ? "" : run.identity());
    }

    private SchemaBoard board(String slug, RunSpec run, String identity) {
        Optional<VersionRecord> known = run.version() != null
                ? records.version(slug, run.version())
                : records.versions(slug).stream()
                        .filter(version -> version.identity().equals(identity))
                        .findFirst();
        return new SchemaBoard(known.map(ModelSchema::of).orElse(null), openapi -> learn(slug, run, identity, openapi));
    }

    private ModelSchema learn(String slug, RunSpec run, String identity, Map<String, @Nullable Object> openapi) {
        String id = run.version() != null ? run.version() : ModelSchema.id(slug, identity, openapi);
        return ModelSchema.of(records.putVersion(new VersionRecord(
                slug, id, identity, clock.instant(), ModelSchema.cogVersion(openapi), run.toJson(), openapi)));
    }

    /// The official model of a name; throws [ApiException] for any other.
    RunTarget official(String slug) {
        return find(slug)
                .filter(RegisteredModel::isOfficial)
                .flatMap(model -> Optional.ofNullable(model.pool()))
                .map(pool -> new RunTarget(slug, true, pool, null))
                .orElseThrow(Models::unknown);
    }

    /// What a `version` means: a 64-hex id, `owner/name:id`, or `owner/name` of an official model; throws
    /// [ApiException] when nothing can be run by that.
    RunTarget byVersion(String version) {
        int colon = version.indexOf(':');
        Optional<RunTarget> target;
        if (!version.contains("/")) {
            target = byId(version);
        } else if (colon < 0) {
            target = find(version).filter(RegisteredModel::isOfficial).flatMap(Models::current);
        } else {
            target = ofVersion(version.substring(0, colon), version.substring(colon + 1));
        }
        return target.orElseThrow(Models::invalidVersion);
    }

    private Optional<RunTarget> byId(String id) {
        Optional<RegisteredModel> latest =
                all().stream().filter(model -> model.isLatest(id)).findFirst();
        return latest.isPresent()
                ? current(latest.get())
                : records.versionsById(id).stream()
                        .flatMap(version -> ofVersion(version.model(), id).stream())
                        .findFirst();
    }

    /// A version of a model; empty when there is none, or when what made it is gone.
    Optional<RunTarget> ofVersion(String slug, String id) {
        Optional<RegisteredModel> model = find(slug);
        if (model.isEmpty() || model.get().isLatest(id)) {
            return model.flatMap(Models::current);
        }
        return olderVersion(model.get(), id)
                .map(version -> pools.open(
                        slug + ":" + id, RunSpec.read(version.run()), SchemaBoard.fixed(ModelSchema.of(version))))
                .map(pool -> new RunTarget(slug, model.get().isOfficial(), pool, null));
    }

    /// An endpoint that shows another schema now than when this version was made, or a program that was
    /// replaced, cannot be run as it was.
    private Optional<VersionRecord> olderVersion(RegisteredModel model, String id) {
        return records.version(model.slug(), id)
                .filter(version -> !version.identity().equals(model.identity())
                        && model.record().origin() != Origin.PROGRAM);
    }

    private static Optional<RunTarget> current(RegisteredModel model) {
        return Optional.ofNullable(model.pool())
                .map(pool -> new RunTarget(model.slug(), model.isOfficial(), pool, null));
    }

    /// What a deployment runs; throws [ApiException] when its version is gone.
    RunTarget deployed(Release release) {
        RegisteredModel model = find(release.model()).orElseThrow(Models::invalidVersion);
        RunTarget version = ofVersion(release.model(), release.version()).orElseThrow(Models::invalidVersion);
        RunSpec run = model.isLatest(release.version())
                ? java.util.Objects.requireNonNull(model.run())
                : RunSpec.read(
                        olderVersion(model, release.version()).orElseThrow().run());
        Pool pool = pools.deployed(release, run, version.pool().board());
        return new RunTarget(release.model(), model.isOfficial(), pool, release.slug());
    }

    /// Opens the pool that predictions wait for, where it belongs to something that is still here; false when
    /// it does not.
    boolean reopen(String key) {
        try {
            if (key.startsWith(Pools.DEPLOYMENTS)) {
                Optional<Release> release = deployments.find(key.substring(Pools.DEPLOYMENTS.length()));
                release.ifPresent(this::deployed);
                return release.isPresent();
            }
            int colon = key.indexOf(':');
            return colon > 0
                    ? ofVersion(key.substring(0, colon), key.substring(colon + 1))
                            .isPresent()
                    : find(key).map(RegisteredModel::pool).isPresent();
        } catch (ApiException e) {
            return false;
        }
    }

    /// The `owner/name` in a request's path.
    static String slug(ServerRequest request) {
        var parameters = request.path().pathParameters();
        return parameters.get("owner") + "/" + parameters.get("name");
    }

    /// The error for something that is not here.
    static ApiException unknown() {
        return new ApiException(ErrorCode.NOT_FOUND, "The requested resource could not be found.");
    }

    /// The error for a version that is not here.
    static ApiException invalidVersion() {
        return new ApiException(
                ErrorCode.INVALID_VERSION,
                "The specified version does not exist (or perhaps you don't have permission to use it?)");
    }
}
