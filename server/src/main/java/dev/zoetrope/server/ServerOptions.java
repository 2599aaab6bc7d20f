package dev.zoetrope.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a server is set up. Parsed once by whoever starts it; the server reads no environment of its own.
///
/// @param host address to bind, loopback unless the operator wants otherwise
/// @param port to bind, 0 for any free one
/// @param data folder that holds everything that must survive
/// @param publicUrl under which clients reach it, null to take what each request names
/// @param allowPrivateUrls whether inputs and webhooks may name loopback and private addresses
/// @param token a secret that is to be a valid token, null to make one at the first start
/// @param models the program's own models
/// @param policies what it allows, and for how long
/// @param web how the public listener speaks to the world
/// @param registry where other models come from, and how they are described
public record ServerOptions(
        String host,
        int port,
        Path data,
        @Nullable URI publicUrl,
        boolean allowPrivateUrls,
        @Nullable String token,
        List<ModelCommand> models,
        ServerPolicies policies,
        WebOptions web,
        RegistryOptions registry) {
    /// Loopback: a server is not reachable from elsewhere unless its operator says so.
    public static final String DEFAULT_HOST = "127.0.0.1";

    /// The port that clients and documents expect.
    public static final int DEFAULT_PORT = 8484;

    /// With the default policies, over plain http, and the program's own models only.
    public ServerOptions(
            String host,
            int port,
            Path data,
            @Nullable URI publicUrl,
            boolean allowPrivateUrls,
            @Nullable String token,
            List<ModelCommand> models) {
        this(
                host,
                port,
                data,
                publicUrl,
                allowPrivateUrls,
                token,
                models,
                ServerPolicies.defaults(),
                WebOptions.defaults());
    }

    /// Over plain http, and the program's own models only.
    public ServerOptions(
            String host,
            int port,
            Path data,
            @Nullable URI publicUrl,
            boolean allowPrivateUrls,
            @Nullable String token,
            List<ModelCommand> models,
            ServerPolicies policies) {
        this(host, port, data, publicUrl, allowPrivateUrls, token, models, policies, WebOptions.defaults());
    }

    /// The program's own models only.
    public ServerOptions(
            String host,
            int port,
            Path data,
            @Nullable URI publicUrl,
            boolean allowPrivateUrls,
            @Nullable String token,
            List<ModelCommand> models,
            ServerPolicies policies,
            WebOptions web) {
        this(host, port, data, publicUrl, allowPrivateUrls, token, models, policies, web, RegistryOptions.none());
    }

    /// The same with other models besides.
    public ServerOptions withRegistry(RegistryOptions others) {
        return new ServerOptions(host, port, data, publicUrl, allowPrivateUrls, token, models, policies, web, others);
    }

    public ServerOptions {
        models = List.copyOf(models);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, got " + port);
        }
    }
}
