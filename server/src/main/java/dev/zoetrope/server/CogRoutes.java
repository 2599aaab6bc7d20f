package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import dev.zoetrope.cog.CogSnapshot;
import dev.zoetrope.predictions.FileRecords.FileRecord;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What model processes call, on a listener that only this machine reaches: events of a running prediction, and
/// uploads of its output files.
final class CogRoutes implements HttpService {
    private static final HeaderName PREDICTION_ID = HeaderNames.create("X-Prediction-ID");

    /// A snapshot carries the whole log and, from models without an upload URL, whole files in base64.
    private static final int MAX_SNAPSHOT = 256 << 20;

    private final CogInbox inbox;
    private final FileIntake intake;
    private final FileLinks links;

    CogRoutes(CogInbox inbox, FileIntake intake, FileLinks links) {
        this.inbox = inbox;
        this.intake = intake;
        this.links = links;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/_cog/{secret}/events", this::event).put("/_cog/{secret}/files/{name}", this::upload);
    }

    private void event(ServerRequest request, ServerResponse response) throws IOException {
        var attempt = inbox.attempt(request.path().pathParameters().get("secret"));
        // An attempt that is over gets a good answer all the same: there is nothing its sender could mend.
        if (attempt.isPresent()) {
            try (InputStream in = request.content().inputStream()) {
                byte[] body = in.readNBytes(MAX_SNAPSHOT);
                attempt.get()
                        .put(new CogInbox.Mail.Snapshot(CogSnapshot.read(new String(body, StandardCharsets.UTF_8))));
            }
        }
        response.status(200).send();
    }

    private void upload(ServerRequest request, ServerResponse response) throws IOException {
        var parameters = request.path().pathParameters();
        String secret = parameters.get("secret");
        String prediction = request.headers().first(PREDICTION_ID).orElse("");
        // Cog's newer runtime does not say which prediction a file belongs to.
        var attempt = prediction.isEmpty() ? inbox.onlyOf(secret) : inbox.running(prediction);
        if (!inbox.admits(secret) || attempt.isEmpty()) {
            throw new ApiException(ErrorCode.FORBIDDEN, "No prediction \"" + prediction + "\" is running here.");
        }
        try (InputStream in = request.content().inputStream()) {
            FileRecord file = intake.keepOutput(
                    in,
                    parameters.get("name"),
                    attempt.get().owner(),
                    attempt.get().predictionId());
            response.status(201)
                    .header(HeaderNames.LOCATION, links.internalUrl(file))
                    .send();
        }
    }
}
