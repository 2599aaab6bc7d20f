package dev.zoetrope.server;

import dev.zoetrope.api.ApiException;
import dev.zoetrope.api.ErrorCode;
import io.helidon.webserver.http.ServerRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models of this server by name and version. Immutable; [#close] ends their processes.
final class Models implements AutoCloseable {
    /// What an official model's predictions show as their version.
    static final String HIDDEN = "hidden";

    private final Map<String, HostedModel> bySlug = new LinkedHashMap<>();

    Models(List<HostedModel> models) {
        models.forEach(model -> bySlug.put(model.slug(), model));
    }

    Collection<HostedModel> all() {
        return bySlug.values();
    }

    Optional<HostedModel> find(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /// The model that a `version` means: a 64-hex id, `owner/name:id`, or `owner/name` alone.
    HostedModel byVersion(String version) {
        int colon = version.indexOf(':');
        if (version.contains("/")) {
            String slug = colon < 0 ? version : version.substring(0, colon);
            Optional<HostedModel> model = find(slug);
            boolean fits = model.isPresent() && (colon < 0 || hasId(model.get(), version.substring(colon + 1)));
            if (fits) {
                return model.get();
            }
        } else {
            Optional<HostedModel> model =
                    all().stream().filter(each -> hasId(each, version)).findFirst();
            if (model.isPresent()) {
                return model.get();
            }
        }
        throw new ApiException(
                ErrorCode.INVALID_VERSION,
                "The specified version does not exist (or perhaps you don't have permission to use it?)");
    }

    /// The OpenAPI document of a model, if the model is here and its document is known by now.
    Optional<Map<String, @Nullable Object>> openapi(String slug) {
        return find(slug)
                .flatMap(HostedModel::knownSchema)
                .map(schema -> schema.version().openapiSchema());
    }

    private static boolean hasId(HostedModel model, String id) {
        return model.knownSchema()
                .map(schema -> schema.version().id().equals(id))
                .orElse(false);
    }

    /// The `owner/name` in a request's path.
    static String slug(ServerRequest request) {
        var parameters = request.path().pathParameters();
        return parameters.get("owner") + "/" + parameters.get("name");
    }

    /// The error for a model that is not here.
    static ApiException unknown() {
        return new ApiException(ErrorCode.NOT_FOUND, "The requested resource could not be found.");
    }

    @Override
    public void close() {
        all().parallelStream().forEach(HostedModel::close);
    }
}
