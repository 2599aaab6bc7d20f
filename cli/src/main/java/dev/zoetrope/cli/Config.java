package dev.zoetrope.cli;

import dev.zoetrope.server.ModelCommand;
import dev.zoetrope.server.RegistryOptions;
import dev.zoetrope.server.ServerOptions;
import dev.zoetrope.server.ServerPolicies;
import dev.zoetrope.server.WebOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the server is set up, as [ConfigReader] found it in flags, environment and file.
///
/// @param host the address to listen on; loopback by default
/// @param port the port; 8484 by default, 0 for any free one
/// @param data the folder of everything that must survive; `~/.zoetrope` by default
/// @param publicUrl under which clients reach the server; null to take what each request names
/// @param allowPrivateUrls whether inputs and webhooks may name loopback and private addresses; false by
/// default
/// @param token a secret that is to be a valid token; null for those in the data folder only
/// @param policies what the server allows, and for how long
/// @param registry where models come from besides the program's own, and how they are described
/// @param web whether it speaks https, and which pages may call it from a browser
record Config(
        String host,
        int port,
        Path data,
        @Nullable URI publicUrl,
        boolean allowPrivateUrls,
        @Nullable String token,
        ServerPolicies policies,
        RegistryOptions registry,
        WebOptions web) {
    /// The data folder under the user's home.
    static final String DEFAULT_DATA = ".zoetrope";

    /// The same as the server takes it.
    ServerOptions options(List<ModelCommand> models) {
        return new ServerOptions(host, port, data, publicUrl, allowPrivateUrls, token, models, policies, web)
                .withRegistry(registry);
    }
}
