package dev.zoetrope.client;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Model;
import dev.zoetrope.api.Page;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The models of the server. Thread-safe; methods block, and throw [ServiceException] or [ConnectionException].
public final class Models {
    private static final TypeReference<Page<Model>> PAGE = new TypeReference<>() {};

    private final Transport transport;

    Models(Transport transport) {
        this.transport = transport;
    }

    /// One model, with the schema of its input in its latest version.
    ///
    /// @param slug `owner/name`
    public Model get(String slug) {
        ModelReference reference = ModelReference.of(slug);
        if (reference.slug() == null) {
            throw new IllegalArgumentException("\"" + slug + "\" is a version; write the model as owner/name");
        }
        return Codec.read(
                transport.send(transport
                        .request(transport.api("/models/" + reference.slug()))
                        .build()),
                Model.class);
    }

    /// The first page of all models.
    public Page<Model> list() {
        return page(transport.api("/models"));
    }

    /// The page that a page's `next` or `previous` names.
    public Page<Model> page(String link) {
        return page(transport.ofServer(link));
    }

    /// Registers a model.
    ///
    /// @param registration `owner`, `name`, `visibility` and `hardware`, and what else the server takes
    public Model create(Map<String, ? extends @Nullable Object> registration) {
        return Codec.read(
                transport.send(transport
                        .request(transport.api("/models"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Codec.write(registration)))
                        .build()),
                Model.class);
    }

    /// Deletes a model; the service may refuse that.
    ///
    /// @param slug `owner/name`
    public void delete(String slug) {
        String name = Objects.requireNonNull(ModelReference.of(slug).slug(), "a model is named owner/name");
        transport.send(
                transport.request(transport.api("/models/" + name)).DELETE().build());
    }

    private Page<Model> page(URI url) {
        return Codec.read(transport.send(transport.request(url).build()), PAGE);
    }
}
