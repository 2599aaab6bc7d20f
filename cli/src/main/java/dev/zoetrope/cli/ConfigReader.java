package dev.zoetrope.cli;

import dev.zoetrope.server.CorsPolicy;
import dev.zoetrope.server.RateLimits;
import dev.zoetrope.server.RegistryOptions;
import dev.zoetrope.server.Retention;
import dev.zoetrope.server.ServerOptions;
import dev.zoetrope.server.ServerPolicies;
import dev.zoetrope.server.WebOptions;
import dev.zoetrope.server.WebhookPolicy;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the [Config]. A flag stands above an environment variable, that above the file, that above the
/// default. The file is `--config` or `ZOETROPE_CONFIG`, or else `zoetrope.properties` in the data folder if it
/// exists; a key it does not know is an error, since it is a setting that somebody believes in.
final class ConfigReader {
    /// The file's name in the data folder.
    static final String FILE = "zoetrope.properties";

    /// A setting: its key in the file and its environment variable. The flag is `--` and the key.
    enum Setting {
        HOST,
        PORT,
        DATA,
        PUBLIC_URL,
        ALLOW_PRIVATE_URLS,
        ALLOW_PRIVATE_WEBHOOKS,
        WEBHOOK_RETRY,
        RATE_LIMIT_CREATE,
        RATE_LIMIT_OTHER,
        RETENTION,
        DISK_BUDGET,
        MODELS,
        ALLOW_MODEL_COMMANDS,
        HARDWARE,
        ACCOUNT,
        TLS,
        TLS_CERT,
        TLS_KEY,
        CORS_ORIGIN,
        /// Has no flag: other users of the machine can read a command line.
        TOKEN;

        String inFile() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String inEnvironment() {
            return "ZOETROPE_" + name();
        }
    }

    private static final int HIGHEST_PORT = 65_535;

    private final Surroundings surroundings;
    private final Map<Setting, String> flags;
    private final @Nullable String configFlag;
    private @Nullable Path file;
    private Properties properties = new Properties();

    private ConfigReader(Surroundings surroundings, Map<Setting, String> flags, @Nullable String configFlag) {
        this.surroundings = surroundings;
        this.flags = flags;
        this.configFlag = configFlag;
    }

    /// Reads the configuration; throws [CommandFailure] that names the setting, its source and what it may be.
    ///
    /// @param flags what the command line says
    /// @param configFlag the file it names, or null
    static Config read(Surroundings surroundings, Map<Setting, String> flags, @Nullable String configFlag) {
        return new ConfigReader(surroundings, flags, configFlag).read();
    }

    private Config read() {
        file = file();
        properties = file == null ? new Properties() : load(file);
        Found host = find(Setting.HOST, ServerOptions.DEFAULT_HOST);
        Found url = find(Setting.PUBLIC_URL, "");
        Found token = find(Setting.TOKEN, "");
        return new Config(
                host.text(),
                port(find(Setting.PORT, Integer.toString(ServerOptions.DEFAULT_PORT))),
                surroundings.path(find(Setting.DATA, defaultData().toString()).text()),
                url.text().isEmpty() ? null : url(url),
                bool(find(Setting.ALLOW_PRIVATE_URLS, "false")),
                token.text().isEmpty() ? null : token.text(),
                policies(),
                registry(),
                new WebOptions(tls(), cors()));
    }

    private ServerPolicies policies() {
        var rates = new RateLimits(
                count(find(Setting.RATE_LIMIT_CREATE, Integer.toString(RateLimits.DEFAULT_CREATES))),
                count(find(Setting.RATE_LIMIT_OTHER, Integer.toString(RateLimits.DEFAULT_OTHERS))));
        Found retry = find(Setting.WEBHOOK_RETRY, WebhookPolicy.DEFAULT_RETRY.toHours() + "h");
        var webhooks = new WebhookPolicy(
                bool(find(Setting.ALLOW_PRIVATE_WEBHOOKS, "false")),
                Amounts.time(retry.text()).orElseThrow(() -> retry.wrong("it must look like 24h, 30m or 0s", null)));
        Found budget = find(Setting.DISK_BUDGET, "none");
        return new ServerPolicies(
                webhooks,
                rates,
                new Retention(
                        kept(find(Setting.RETENTION, Retention.DEFAULT_KEEP.toDays() + "d")),
                        budget.text().equals("none") ? null : size(budget)));
    }

    /// How long data is kept; null for ever.
    private static @Nullable Duration kept(Found setting) {
        return switch (setting.text()) {
            case "forever" -> null;
            case "replicate" -> Retention.REPLICATE;
            default ->
                Amounts.time(setting.text())
                        .filter(Duration::isPositive)
                        .orElseThrow(
                                () -> setting.wrong("it must look like 30d or 1h, or be replicate or forever", null));
        };
    }

    private static long size(Found setting) {
        return Amounts.size(setting.text())
                .filter(bytes -> bytes > 0)
                .orElseThrow(() -> setting.wrong("it must look like 20GB or 512MiB, or be none", null));
    }

    private static int count(Found setting) {
        if (setting.text().matches("[0-9]{1,9}")) {
            return Integer.parseInt(setting.text());
        }
        throw setting.wrong("it must be a number, 0 for no limit", null);
    }

    private RegistryOptions registry() {
        Found folder = find(Setting.MODELS, "");
        Found hardware = find(Setting.HARDWARE, String.join(",", RegistryOptions.DEFAULT_HARDWARE));
        Found account = find(Setting.ACCOUNT, RegistryOptions.DEFAULT_ACCOUNT);
        List<String> labels = Arrays.stream(hardware.text().split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .toList();
        try {
            return new RegistryOptions(
                    folder.text().isEmpty() ? null : surroundings.path(folder.text()),
                    bool(find(Setting.ALLOW_MODEL_COMMANDS, "false")),
                    OwnModels.program(),
                    labels,
                    account.text());
        } catch (IllegalArgumentException e) {
            throw account.wrong("it must be like acme", e);
        }
    }

    private WebOptions.Tls tls() {
        Found certificate = find(Setting.TLS_CERT, "");
        Found key = find(Setting.TLS_KEY, "");
        if (certificate.text().isEmpty() != key.text().isEmpty()) {
            Found lonely = certificate.text().isEmpty() ? key : certificate;
            throw lonely.wrong("it needs its other half: set both tls-cert and tls-key, or neither", null);
        }
        if (!certificate.text().isEmpty()) {
            return new WebOptions.Tls.Given(surroundings.path(certificate.text()), surroundings.path(key.text()));
        }
        return bool(find(Setting.TLS, "false")) ? new WebOptions.Tls.Local() : new WebOptions.Tls.Off();
    }

    private CorsPolicy cors() {
        Found origins = find(Setting.CORS_ORIGIN, "");
        try {
            return CorsPolicy.parse(origins.text());
        } catch (IllegalArgumentException e) {
            throw origins.wrong("give origins like https://app.example.org with commas between, * for all, or none", e);
        }
    }

    private Path defaultData() {
        return surroundings.home().resolve(Config.DEFAULT_DATA);
    }

    /// The file to read, or null when there is none.
    private @Nullable Path file() {
        String named =
                configFlag == null ? surroundings.variable("ZOETROPE_CONFIG").orElse(null) : configFlag;
        if (named != null) {
            Path path = surroundings.path(named);
            if (!Files.isReadable(path)) {
                throw new CommandFailure(ExitCode.USAGE, "there is no readable configuration file " + path);
            }
            return path;
        }
        Path usual = surroundings
                .path(find(Setting.DATA, defaultData().toString()).text())
                .resolve(FILE);
        return Files.isReadable(usual) ? usual : null;
    }

    private static Properties load(Path file) {
        var read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage(), e);
        }
        var known = Arrays.stream(Setting.values()).map(Setting::inFile).collect(Collectors.toSet());
        for (String key : read.stringPropertyNames()) {
            if (!known.contains(key)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        file + " has the unknown key \"" + key + "\"; the keys are "
                                + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return read;
    }

    private Found find(Setting key, String fallback) {
        String flag = flags.get(key);
        if (flag != null) {
            return new Found(flag.strip(), "--" + key.inFile());
        }
        var variable = surroundings.variable(key.inEnvironment());
        if (variable.isPresent()) {
            return new Found(variable.get(), key.inEnvironment());
        }
        String line = properties.getProperty(key.inFile());
        return line == null
                ? new Found(fallback, "the default")
                : new Found(line.strip(), "\"" + key.inFile() + "\" in " + file);
    }

    private static int port(Found setting) {
        try {
            int port = Integer.parseInt(setting.text());
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw setting.wrong("it must be a number from 0 to " + HIGHEST_PORT, e);
        }
        throw setting.wrong("it must be a number from 0 to " + HIGHEST_PORT, null);
    }

    private static boolean bool(Found setting) {
        return switch (setting.text().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw setting.wrong("it must be true or false", null);
        };
    }

    private static URI url(Found setting) {
        try {
            URI url = new URI(setting.text());
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw setting.wrong("it must look like https://films.example.org", e);
        }
        throw setting.wrong("it must look like https://films.example.org", null);
    }

    /// A value and where it came from.
    private record Found(String text, String source) {
        CommandFailure wrong(String remedy, @Nullable Exception cause) {
            return new CommandFailure(ExitCode.USAGE, source + " is \"" + text + "\"; " + remedy, cause);
        }
    }
}
