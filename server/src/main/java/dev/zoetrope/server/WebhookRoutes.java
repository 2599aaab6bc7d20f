package dev.zoetrope.server;

import dev.zoetrope.cog.FetchException;
import dev.zoetrope.predictions.WebhookOutbox;
import dev.zoetrope.predictions.WebhookOutbox.Delivery;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/v1/webhooks`: the secret that receivers check signatures with; and, beyond Replicate's API, what was sent
/// and what came of it, and sending again.
final class WebhookRoutes implements HttpService {
    /// What a person looks through.
    private static final int SHOWN = 200;

    private final Webhooks webhooks;
    private final WebhookOutbox outbox;
    private final Gate gate;

    WebhookRoutes(Webhooks webhooks, WebhookOutbox outbox, Gate gate) {
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.gate = gate;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/webhooks/default/secret", this::secret)
                .get("/webhooks/deliveries", this::list)
                .post("/webhooks/deliveries/{id}/resend", this::resend);
    }

    private void secret(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Bodies.send(response, 200, Map.of("key", outbox.secret()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        gate.require(request);
        @Nullable
        String prediction =
                request.query().contains("prediction") ? request.query().get("prediction") : null;
        var shown = webhooks.list(prediction, SHOWN).stream()
                .map(WebhookRoutes::show)
                .toList();
        Bodies.send(response, 200, Map.of("results", shown));
    }

    private void resend(ServerRequest request, ServerResponse response) {
        gate.require(request);
        Delivery delivery =
                webhooks.resend(request.path().pathParameters().get("id")).orElseThrow(Models::unknown);
        Bodies.send(response, 200, show(delivery));
    }

    /// The URL goes without its query, which may hold a secret of the receiver's.
    private static Map<String, @Nullable Object> show(Delivery delivery) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", delivery.id());
        shown.put("prediction", delivery.prediction());
        shown.put("event", delivery.event());
        shown.put("url", FetchException.shown(URI.create(delivery.url())));
        shown.put("state", delivery.state().wire());
        shown.put("attempts", delivery.attempts());
        shown.put("answer", delivery.answer());
        shown.put("error", delivery.error());
        shown.put("asked_at", delivery.askedAt());
        shown.put("tried_at", delivery.triedAt());
        shown.put("due_at", delivery.dueAt());
        return shown;
    }
}
