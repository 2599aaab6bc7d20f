package dev.zoetrope.cli;

import dev.zoetrope.cli.ConfigReader.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The flags of the configuration, for the commands that start a server.
final class ConfigOptions {
    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on, 0 for any free one (8484).")
    private @Nullable String port;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Under which clients reach the server, where that is not its address.")
    private @Nullable String publicUrl;

    @Option(
            names = "--allow-private-urls",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Let inputs and webhooks name loopback and private addresses.")
    private @Nullable String allowPrivateUrls;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder whose .json files register models, such as examples/models.")
    private @Nullable String models;

    @Option(
            names = "--allow-model-commands",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description =
                    "Let callers of the API register commands as models: whoever has a token can then run anything"
                            + " as the user of the server.")
    private @Nullable String allowModelCommands;

    @Option(names = "--hardware", paramLabel = "SKU,...", description = "Hardware that models may name (cpu).")
    private @Nullable String hardware;

    @Option(names = "--account", paramLabel = "NAME", description = "Name of the server's account (local).")
    private @Nullable String account;

    @Option(
            names = "--tls",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Speak https, with a certificate of a local authority; `zoetrope ca` says how to trust it.")
    private @Nullable String tls;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Speak https with this certificate: PEM, followed by its issuers. Needs --tls-key.")
    private @Nullable String tlsCert;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's key: PEM, not encrypted.")
    private @Nullable String tlsKey;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN,...",
            description = "Pages that may call the API from a browser, besides those of this machine:"
                    + " https://app.example.org, * for all, or none.")
    private @Nullable String corsOrigin;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    /// What the command line says.
    Map<Setting, String> flags() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.putAll(policies.flags());
        put(flags, Setting.HOST, host);
        put(flags, Setting.PORT, port);
        put(flags, Setting.PUBLIC_URL, publicUrl);
        put(flags, Setting.ALLOW_PRIVATE_URLS, allowPrivateUrls);
        put(flags, Setting.MODELS, models);
        put(flags, Setting.ALLOW_MODEL_COMMANDS, allowModelCommands);
        put(flags, Setting.HARDWARE, hardware);
        put(flags, Setting.ACCOUNT, account);
        put(flags, Setting.TLS, tls);
        put(flags, Setting.TLS_CERT, tlsCert);
        put(flags, Setting.TLS_KEY, tlsKey);
        put(flags, Setting.CORS_ORIGIN, corsOrigin);
        return flags;
    }

    static void put(Map<Setting, String> flags, Setting key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
