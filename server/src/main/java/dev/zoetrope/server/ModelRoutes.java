package dev.zoetrope.server;

import dev.zoetrope.api.Model;
import dev.zoetrope.predictions.PredictionStore;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Map;

/// `/v1/models/{owner}/{name}`: what a model is, with the schema of its inputs.
final class ModelRoutes implements HttpService {
    /// How long a reader waits for a model that has to be started before its schema is known.
    private static final Duration SCHEMA_WAIT = Duration.ofSeconds(30);

    private final Models models;
    private final PredictionStore store;
    private final Gate gate;

    ModelRoutes(Models models, PredictionStore store, Gate gate) {
        this.models = models;
        this.store = store;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/models/{owner}/{name}", this::get);
    }

    private void get(ServerRequest request, ServerResponse response) throws InterruptedException {
        gate.require(request);
        HostedModel hosted = models.find(Models.slug(request)).orElseThrow(Models::unknown);
        ModelSchema schema = hosted.schema(SCHEMA_WAIT);
        ModelCommand command = hosted.command();
        Bodies.send(
                response,
                200,
                new Model(
                        gate.base(request) + "/" + command.slug(),
                        command.owner(),
                        command.name(),
                        command.description(),
                        "public",
                        true,
                        null,
                        null,
                        null,
                        null,
                        store.count(command.slug()),
                        null,
                        schema.version().createdAt(),
                        null,
                        schema.version(),
                        Map.of()));
    }
}
