package dev.zoetrope.server;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// `/health`, `/health/live` and `/health/ready`: for load balancers and people, without a token.
final class HealthRoutes implements HttpService {
    private final Models models;
    private final BooleanSupplier serving;

    HealthRoutes(Models models, BooleanSupplier serving) {
        this.models = models;
        this.serving = serving;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/health/live", (request, response) -> Bodies.send(response, 200, Map.of("status", "live")))
                .get("/health/ready", (request, response) -> report(response))
                .get("/health", (request, response) -> report(response));
    }

    /// 200 only when a prediction sent now would run.
    private void report(io.helidon.webserver.http.ServerResponse response) {
        var states = new LinkedHashMap<String, Object>();
        boolean ready = serving.getAsBoolean();
        for (RegisteredModel model : models.all()) {
            Pool pool = model.pool();
            if (pool != null) {
                boolean usable = pool.isReady();
                states.put(model.slug(), usable ? "ready" : "not ready");
                ready &= usable || pool.size().kept() == 0;
            }
        }
        Bodies.send(response, ready ? 200 : 503, Map.of("status", ready ? "ready" : "not ready", "models", states));
    }
}
