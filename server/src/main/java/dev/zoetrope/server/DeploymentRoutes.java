package dev.zoetrope.server;

import dev.zoetrope.predictions.DeploymentRecords.Release;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/v1/deployments`; their predictions are created by [PredictionRoutes].
final class DeploymentRoutes implements HttpService {
    private static final String ONE = "/deployments/{owner}/{name}";

    private final Deployments deployments;
    private final Account account;
    private final Gate gate;

    DeploymentRoutes(Deployments deployments, Account account, Gate gate) {
        this.deployments = deployments;
        this.account = account;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/deployments", this::list)
                .post("/deployments", this::create)
                .get(ONE, this::get)
                .route(Method.PATCH, ONE, this::patch)
                .delete(ONE, this::delete);
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        var listing = new Listing<>(deployments.all(), Release::slug);
        Bodies.send(response, 200, listing.page(request, gate.base(request), "", this::shown));
    }

    private void create(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, shown(deployments.create(Bodies.object(request)))); // not 201, as on Replicate
    }

    private void get(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, shown(deployments.require(Models.slug(request))));
    }

    private void patch(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, shown(deployments.change(Models.slug(request), Bodies.object(request))));
    }

    private void delete(ServerRequest request, ServerResponse response) {
        gate.require(request);
        deployments.delete(Models.slug(request));
        response.status(204).send();
    }

    private Map<String, Object> shown(Release release) {
        var current = new LinkedHashMap<String, Object>();
        current.put("number", release.number());
        current.put("model", release.model());
        current.put("version", release.version());
        current.put("created_at", release.createdAt());
        current.put("created_by", account);
        current.put(
                "configuration",
                Map.of(
                        "hardware",
                        release.hardware(),
                        "min_instances",
                        release.minInstances(),
                        "max_instances",
                        release.maxInstances()));
        var shown = new LinkedHashMap<String, Object>();
        int slash = release.slug().indexOf('/');
        shown.put("owner", release.slug().substring(0, slash));
        shown.put("name", release.slug().substring(slash + 1));
        shown.put("current_release", current);
        return shown;
    }
}
