package dev.zoetrope.cog;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Drives one Cog model over HTTP: our own [CogHost] or any Cog container, old Python or new Rust runtime.
///
/// Every call has a timeout. A call whose answer did not come throws [CogUnreachableException]; then it is not
/// known whether the model did what was asked, except that [#create] with the same id is safe while the first
/// is in flight. Each call can be interrupted. Thread-safe; whoever makes it closes it.
public final class CogClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /// The Rust runtime asks its worker before it answers, and waits up to 10 s for that.
    private static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(15);

    /// Inputs may carry files as `data:` URIs, so the body can be large.
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /// Answers may repeat inputs and outputs with files as `data:` URIs; more than a request may carry is no
    /// answer.
    private static final long LARGEST_ANSWER = 256L << 20;

    private static final String PREDICTIONS = "/predictions/";
    private static final String TRAININGS = "/trainings/";

    private final String base;
    private final HttpClient client;

    /// A client of the model at a URL such as `http://127.0.0.1:5000`.
    public CogClient(URI url) {
        if (!CogHostOptions.isHttp(url)) {
            throw new IllegalArgumentException("the model's URL is " + url + "; it must be an http or https URL");
        }
        base = url.toString().replaceFirst("/+$", "");
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /// How the model is.
    public CogHealth health() throws InterruptedException {
        HttpResponse<String> response = send("GET", "/health-check", BodyPublishers.noBody(), HEALTH_TIMEOUT);
        if (response.statusCode() != 200) {
            throw unexpected(response);
        }
        return parsed(response, CogHealth::read);
    }

    /// The model's OpenAPI document. Some runtimes have none before their setup is over, or none at all, and
    /// answer with an error.
    public Map<String, @Nullable Object> openapi() throws InterruptedException {
        HttpResponse<String> response = send("GET", "/openapi.json", BodyPublishers.noBody(), TIMEOUT);
        if (response.statusCode() != 200) {
            throw unexpected(response);
        }
        return parsed(response, Codec::readObject);
    }

    /// Asks for a prediction and returns as soon as the model has taken it in. Safe to repeat while it is in
    /// flight; after its end the same id would run again.
    public CogCreated create(CogRequest request) throws InterruptedException {
        return create(PREDICTIONS, request);
    }

    /// Asks for a training, as [#create] asks for a prediction. The model must be able to train, which its
    /// OpenAPI document says by a schema `TrainingInput`.
    public CogCreated train(CogRequest request) throws InterruptedException {
        return create(TRAININGS, request);
    }

    private CogCreated create(String path, CogRequest request) throws InterruptedException {
        HttpResponse<String> response = send(
                "PUT",
                path + request.id(),
                BodyPublishers.ofByteArray(Codec.writeBytes(request.toWire())),
                CREATE_TIMEOUT);
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new CogCreated.Accepted(parsed(response, json -> accepted(json, request.id())));
        } else if (status == 409) {
            return new CogCreated.Busy();
        } else if (status == 503) {
            return new CogCreated.NotReady(detail(response.body()));
        } else if (status / 100 == 4) {
            return new CogCreated.Rejected(detail(response.body()), violations(response.body()));
        }
        throw unexpected(response);
    }

    /// Asks a prediction to stop; false when the model has none of that id in flight. True says that the model
    /// was asked, not that it has stopped: its end comes by webhook.
    public boolean cancel(String id) throws InterruptedException {
        return cancel(PREDICTIONS, id);
    }

    /// Asks a training to stop, as [#cancel] asks a prediction.
    public boolean cancelTraining(String id) throws InterruptedException {
        return cancel(TRAININGS, id);
    }

    private boolean cancel(String path, String id) throws InterruptedException {
        HttpResponse<String> response = send("POST", path + id + "/cancel", BodyPublishers.noBody(), TIMEOUT);
        return switch (response.statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw unexpected(response);
        };
    }

    /// Asks the model's process to end once its predictions have.
    public void shutdown() throws InterruptedException {
        HttpResponse<String> response = send("POST", "/shutdown", BodyPublishers.noBody(), TIMEOUT);
        if (response.statusCode() / 100 != 2) {
            throw unexpected(response);
        }
    }

    /// Drops open connections; calls in flight fail.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, Duration timeout)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(timeout)
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .build();
        try {
            return client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
        } catch (IOException e) {
            throw new CogUnreachableException(method + " " + base + path + " got no answer: " + e, e);
        }
    }

    private interface Parser<T> {
        T parse(String json);
    }

    private static <T> T parsed(HttpResponse<String> response, Parser<T> parser) {
        try {
            return parser.parse(response.body());
        } catch (Codec.MalformedJson | IllegalArgumentException e) {
            throw new CogUnreachableException(
                    response.request().method() + " " + response.uri() + " answered something that Cog does not: "
                            + InputType.shown(response.body()),
                    e);
        }
    }

    /// Old runtimes answer a bare object; what it lacks is what was asked for.
    private static CogSnapshot accepted(String json, String id) {
        Map<String, @Nullable Object> body = Codec.readObject(json);
        body.putIfAbsent("id", id);
        body.putIfAbsent("status", Status.STARTING.wire());
        return CogSnapshot.of(body);
    }

    private static CogUnreachableException unexpected(HttpResponse<String> response) {
        return new CogUnreachableException(
                response.request().method() + " " + response.uri() + " answered HTTP " + response.statusCode() + ": "
                        + detail(response.body()),
                null);
    }

    /// The text of an error body: `error`, or `detail` as text or as list of violations, or the body itself.
    private static String detail(String body) {
        List<Violation> violations = violations(body);
        if (!violations.isEmpty()) {
            return violations.stream().map(CogClient::sentence).collect(Collectors.joining("; "));
        }
        try {
            Map<String, @Nullable Object> json = Codec.readObject(body);
            @Nullable Object text = json.get("error") != null ? json.get("error") : json.get("detail");
            return text == null ? InputType.shown(body) : text.toString();
        } catch (Codec.MalformedJson e) {
            return InputType.shown(body);
        }
    }

    /// The Rust runtime's messages do not name the field.
    private static String sentence(Violation violation) {
        boolean isNamed = violation.loc().size() < 3
                || violation.msg().matches("(?s).*\\b" + Pattern.quote(violation.field()) + "\\b.*");
        return isNamed ? violation.msg() : violation.field() + ": " + violation.msg();
    }

    private static List<Violation> violations(String body) {
        try {
            var violations = new ArrayList<Violation>();
            if (Codec.readObject(body).get("detail") instanceof List<?> details) {
                for (Object detail : details) {
                    if (detail instanceof Map<?, ?> map && map.get("loc") instanceof List<?> loc) {
                        List<String> place = loc.stream().map(String::valueOf).toList();
                        violations.add(
                                new Violation(place, String.valueOf(map.get("msg")), String.valueOf(map.get("type"))));
                    }
                }
            }
            return violations;
        } catch (Codec.MalformedJson e) {
            return List.of();
        }
    }
}
