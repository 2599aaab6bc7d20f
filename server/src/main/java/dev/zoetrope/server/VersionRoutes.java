package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.api.Version;
import dev.zoetrope.predictions.ModelRecords.VersionRecord;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// `/v1/models/{owner}/{name}/versions`.
final class VersionRoutes implements HttpService {
    private static final String ALL = "/models/{owner}/{name}/versions";

    private final Models models;
    private final ModelPresenter presenter;
    private final ModelChanges changes;
    private final Gate gate;

    VersionRoutes(Models models, ModelPresenter presenter, ModelChanges changes, Gate gate) {
        this.models = models;
        this.presenter = presenter;
        this.changes = changes;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(ALL, this::list).get(ALL + "/{id}", this::get).delete(ALL + "/{id}", this::delete);
    }

    private void list(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        RegisteredModel model = models.require(request);
        if (model.isOfficial()) {
            throw new ApiException(
                    ErrorCode.NOT_FOUND, "This model is an official model and does not expose a list of versions.");
        }
        presenter.learn(model);
        var versions = new Listing<>(models.records().versions(model.slug()), VersionRecord::id);
        Bodies.send(response, 200, versions.page(request, gate.base(request), "", VersionRoutes::shown));
    }

    private void get(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        RegisteredModel model = models.require(request);
        presenter.learn(model);
        VersionRecord version = models.records()
                .version(model.slug(), request.path().pathParameters().get("id"))
                .orElseThrow(Models::unknown);
        Bodies.send(response, 200, shown(version));
    }

    private void delete(ServerRequest request, ServerResponse response) {
        gate.require(request);
        RegisteredModel model = models.require(request);
        changes.deleteVersion(model, request.path().pathParameters().get("id"));
        response.status(202).send();
    }

    private static Version shown(VersionRecord version) {
        return new Version(version.id(), version.createdAt(), version.cogVersion(), version.openapi(), Map.of());
    }
}
