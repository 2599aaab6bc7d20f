package dev.zoetrope.server;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `/v1/models/{owner}/{name}`: what a model is, with the schema of its inputs.
final class ModelRoutes implements HttpService {
    private final Models models;
    private final ModelPresenter presenter;
    private final Gate gate;

    ModelRoutes(Models models, ModelPresenter presenter, Gate gate) {
        this.models = models;
        this.presenter = presenter;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/models/{owner}/{name}", this::get);
    }

    private void get(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        RegisteredModel model = models.require(request);
        presenter.learn(model);
        Bodies.send(response, 200, presenter.show(model, gate.base(request)));
    }
}
