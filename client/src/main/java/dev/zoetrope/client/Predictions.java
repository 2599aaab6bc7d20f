package dev.zoetrope.client;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Model;
import dev.zoetrope.api.Page;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.api.PredictionRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The predictions of the account. Thread-safe; methods block, and throw [ServiceException] or [ConnectionException].
public final class Predictions {
    private static final TypeReference<Page<Prediction>> PAGE = new TypeReference<>() {};
    private static final int NOT_FOUND = 404;

    private final Transport transport;
    private final Duration pollInterval;

    Predictions(Transport transport, Duration pollInterval) {
        this.transport = transport;
        this.pollInterval = pollInterval;
    }

    /// Starts a prediction and returns at once; see [#create(String, PredictionRequest)].
    public Prediction create(String reference, Map<String, ? extends @Nullable Object> input) {
        return create(reference, PredictionRequest.of(copy(input)));
    }

    /// Starts a prediction and returns at once, as a rule with the status `starting`.
    ///
    /// A model named without a version is run by its name; where the server runs only its versions (the community
    /// models of replicate.com), its latest version is looked up and run.
    ///
    /// @param reference `owner/name`, `owner/name:version` or a version id
    /// @param request the input and who is told; its `version` is replaced by the reference's
    public Prediction create(String reference, PredictionRequest request) {
        return create(reference, request, null);
    }

    /// As [#create(String, PredictionRequest)], with `Prefer: wait`: the server holds the answer until the prediction
    /// has ended, but no longer than its limit (60 s on replicate.com), after which it answers `starting`.
    Prediction createAndHold(String reference, Map<String, ? extends @Nullable Object> input) {
        return create(reference, PredictionRequest.of(copy(input)), "wait");
    }

    private Prediction create(String reference, PredictionRequest request, @Nullable String prefer) {
        ModelReference model = ModelReference.of(reference);
        if (model.version() != null) {
            return post("/predictions", withVersion(request, model.version()), prefer);
        }
        String slug = Objects.requireNonNull(model.slug(), "a reference has a slug or a version");
        try {
            return post("/models/" + slug + "/predictions", withVersion(request, null), prefer);
        } catch (ServiceException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return post("/predictions", withVersion(request, latestVersion(slug, e)), prefer);
        }
    }

    private String latestVersion(String slug, ServiceException notRunByName) {
        Model model = new Models(transport).get(slug);
        if (model.latestVersion() == null) {
            throw notRunByName;
        }
        return model.latestVersion().id();
    }

    /// One prediction as it is now.
    public Prediction get(String id) {
        return read(transport.request(transport.api("/predictions/" + segment(id))));
    }

    /// The newest predictions, one page of them.
    public Page<Prediction> list() {
        return page(transport.api("/predictions"));
    }

    /// The page that a page's `next` or `previous` names.
    public Page<Prediction> page(String link) {
        return page(transport.ofServer(link));
    }

    /// Asks for a prediction to be cancelled and gives it as it then is. One that has ended stays as it is.
    public Prediction cancel(String id) {
        return read(transport
                .request(transport.api("/predictions/" + segment(id) + "/cancel"))
                .POST(BodyPublishers.noBody()));
    }

    /// Waits until a prediction has ended, and gives it as it ended, however that was. There is no time limit; an
    /// interrupt of the thread ends the wait with a [ConnectionException].
    public Prediction await(String id) {
        return await(id, prediction -> {});
    }

    /// As [#await(String)], and shows each state that differs from the one before, the last one included. The watcher
    /// is called on this thread.
    public Prediction await(String id, Consumer<Prediction> onChange) {
        @Nullable Prediction before = null;
        while (true) {
            Prediction now = get(id);
            if (!now.equals(before)) {
                onChange.accept(now);
            }
            if (now.status().isTerminal()) {
                return now;
            }
            before = now;
            transport.pause(pollInterval);
        }
    }

    private Prediction post(String path, PredictionRequest request, @Nullable String prefer) {
        HttpRequest.Builder builder = transport
                .request(transport.api(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Codec.writeBytes(request)));
        return read(prefer == null ? builder : builder.header("Prefer", prefer));
    }

    private Prediction read(HttpRequest.Builder request) {
        return Codec.read(transport.send(request.build()), Prediction.class);
    }

    private Page<Prediction> page(URI url) {
        return Codec.read(transport.send(transport.request(url).build()), PAGE);
    }

    private static PredictionRequest withVersion(PredictionRequest request, @Nullable String version) {
        return new PredictionRequest(
                version, request.input(), request.webhook(), request.webhookEventsFilter(), request.stream());
    }

    /// Ids are opaque, but one with a slash in it would reach another address.
    private static String segment(String id) {
        if (id.isEmpty()
                || !id.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'))) {
            throw new IllegalArgumentException("\"" + id + "\" is no prediction id; ids are letters and digits");
        }
        return id;
    }

    private static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> input) {
        return new LinkedHashMap<>(input);
    }
}
