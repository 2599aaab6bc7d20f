package dev.zoetrope.server;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
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
        for (String path : List.of("/health/ready", "/health")) {
            rules.get(path, this::report).head(path, this::report);
        }
        rules.get("/health/live", HealthRoutes::live).head("/health/live", HealthRoutes::live);
    }

    /// 200 only when a prediction sent now would run.
    private void report(ServerRequest request, ServerResponse response) {
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
        send(request, response, ready ? 200 : 503, Map.of("status", ready ? "ready" : "not ready", "models", states));
    }

    private static void live(ServerRequest request, ServerResponse response) {
        send(request, response, 200, Map.of("status", "live"));
    }

    /// Some load balancers ask with HEAD.
    private static void send(ServerRequest request, ServerResponse response, int status, Object report) {
        if (request.prologue().method().text().equals("HEAD")) {
            response.status(status).send();
        } else {
            Bodies.send(response, status, report);
        }
    }
}
