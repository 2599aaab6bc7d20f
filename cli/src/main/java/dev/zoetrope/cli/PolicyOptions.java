package dev.zoetrope.cli;

import dev.zoetrope.cli.ConfigReader.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags of what a server allows, and for how long.
final class PolicyOptions {
    @Option(
            names = "--allow-private-webhooks",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Let webhooks go to loopback and private addresses.")
    private @Nullable String allowPrivateWebhooks;

    @Option(
            names = "--webhook-retry",
            paramLabel = "TIME",
            description = "How long the end of a prediction is tried to be told (24h).")
    private @Nullable String webhookRetry;

    @Option(
            names = "--rate-limit-create",
            paramLabel = "N",
            description = "Creates in a minute per token, 0 for no limit (600).")
    private @Nullable String rateLimitCreate;

    @Option(
            names = "--rate-limit-other",
            paramLabel = "N",
            description = "Other requests in a minute per token, 0 for no limit (3000).")
    private @Nullable String rateLimitOther;

    @Option(
            names = "--retention",
            paramLabel = "TIME",
            description = "How long inputs, outputs and logs are kept: 30d, replicate (1h), forever, ... (30d).")
    private @Nullable String retention;

    @Option(
            names = "--disk-budget",
            paramLabel = "SIZE",
            description = "How much room files may take, such as 20GB; then the oldest outputs go (no limit).")
    private @Nullable String diskBudget;

    /// What the command line says.
    Map<Setting, String> flags() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        ConfigOptions.put(flags, Setting.ALLOW_PRIVATE_WEBHOOKS, allowPrivateWebhooks);
        ConfigOptions.put(flags, Setting.WEBHOOK_RETRY, webhookRetry);
        ConfigOptions.put(flags, Setting.RATE_LIMIT_CREATE, rateLimitCreate);
        ConfigOptions.put(flags, Setting.RATE_LIMIT_OTHER, rateLimitOther);
        ConfigOptions.put(flags, Setting.RETENTION, retention);
        ConfigOptions.put(flags, Setting.DISK_BUDGET, diskBudget);
        return flags;
    }
}
