package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoetrope.cli.ConfigReader.Setting;
import dev.zoetrope.server.CorsPolicy;
import dev.zoetrope.server.RegistryOptions;
import dev.zoetrope.server.Retention;
import dev.zoetrope.server.ServerPolicies;
import dev.zoetrope.server.WebOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigReaderTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Config read(Map<Setting, String> flags, String file) {
        return ConfigReader.read(scene.surroundings(), flags, file);
    }

    @Test
    void defaults() {
        assertThat(read(Map.of(), null))
                .isEqualTo(new Config(
                        "127.0.0.1",
                        8484,
                        folder.resolve("home/.zoetrope"),
                        null,
                        false,
                        null,
                        ServerPolicies.defaults(),
                        registry(),
                        WebOptions.defaults()));
    }

    private static RegistryOptions registry() {
        return RegistryOptions.none().withProgram(OwnModels.program());
    }

    /// A value of each setting that is not its default, and the config that it makes.
    private String value(Setting setting, int nth) {
        return switch (setting) {
            case HOST -> "10.0.0." + nth;
            case PORT -> Integer.toString(9000 + nth);
            case DATA -> folder.resolve("data" + nth).toString();
            case PUBLIC_URL -> "https://films" + nth + ".example.org";
            case ALLOW_PRIVATE_URLS, ALLOW_PRIVATE_WEBHOOKS -> nth == 1 ? "true" : "false";
            case WEBHOOK_RETRY -> nth + "m";
            case RATE_LIMIT_CREATE, RATE_LIMIT_OTHER -> Integer.toString(nth);
            case RETENTION -> nth + "h";
            case DISK_BUDGET -> nth + "kB";
            case MODELS -> folder.resolve("models" + nth).toString();
            case ALLOW_MODEL_COMMANDS -> nth == 1 ? "true" : "false";
            case HARDWARE -> "cpu,gpu-" + nth;
            case ACCOUNT -> "studio-" + nth;
            case TLS -> nth == 1 ? "true" : "false";
            case TLS_CERT -> folder.resolve("cert" + nth).toString();
            case TLS_KEY -> folder.resolve("key" + nth).toString();
            case CORS_ORIGIN -> "https://app" + nth + ".example.org";
            case TOKEN -> "r8_" + nth;
        };
    }

    private Object of(Setting setting, Config config) {
        return switch (setting) {
            case HOST -> config.host();
            case PORT -> Integer.toString(config.port());
            case DATA -> config.data().toString();
            case PUBLIC_URL -> String.valueOf(config.publicUrl());
            case ALLOW_PRIVATE_URLS -> Boolean.toString(config.allowPrivateUrls());
            case ALLOW_PRIVATE_WEBHOOKS ->
                Boolean.toString(config.policies().webhooks().allowPrivate());
            case WEBHOOK_RETRY -> config.policies().webhooks().retryFor().toMinutes() + "m";
            case RATE_LIMIT_CREATE -> Integer.toString(config.policies().rates().creates());
            case RATE_LIMIT_OTHER -> Integer.toString(config.policies().rates().others());
            case RETENTION -> config.policies().retention().keep().toHours() + "h";
            case DISK_BUDGET -> config.policies().retention().diskBudget() / 1000 + "kB";
            case MODELS -> String.valueOf(config.registry().folder());
            case ALLOW_MODEL_COMMANDS -> Boolean.toString(config.registry().allowCommands());
            case HARDWARE -> String.join(",", config.registry().hardware());
            case ACCOUNT -> config.registry().account();
            case TLS -> Boolean.toString(config.web().tls() instanceof WebOptions.Tls.Local);
            case TLS_CERT ->
                ((WebOptions.Tls.Given) config.web().tls()).certificate().toString();
            case TLS_KEY -> ((WebOptions.Tls.Given) config.web().tls()).key().toString();
            case CORS_ORIGIN -> config.web().cors().origins().getFirst();
            case TOKEN -> config.token();
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_key_is_read_from_file_environment_and_flags_the_later_above_the_former(Setting setting)
            throws IOException {
        if (setting == Setting.TLS_CERT || setting == Setting.TLS_KEY) {
            // One without the other is an error.
            Setting other = setting == Setting.TLS_KEY ? Setting.TLS_CERT : Setting.TLS_KEY;
            scene.environment.put(other.inEnvironment(), "other.pem");
        }
        Path file = Files.writeString(folder.resolve("own.properties"), setting.inFile() + "=" + value(setting, 1));
        assertThat(of(setting, read(Map.of(), file.toString()))).isEqualTo(value(setting, 1));

        scene.environment.put(setting.inEnvironment(), value(setting, 2));
        assertThat(of(setting, read(Map.of(), file.toString()))).isEqualTo(value(setting, 2));

        assertThat(of(setting, read(Map.of(setting, value(setting, 1)), file.toString())))
                .isEqualTo(value(setting, 1));
    }

    @Test
    void the_names_are_those_that_the_documents_say() {
        assertThat(Setting.PUBLIC_URL.inFile()).isEqualTo("public-url");
        assertThat(Setting.ALLOW_PRIVATE_URLS.inEnvironment()).isEqualTo("ZOETROPE_ALLOW_PRIVATE_URLS");
    }

    @Test
    void the_file_in_the_data_folder_is_read_unless_another_is_named() throws IOException {
        Path data = Files.createDirectories(folder.resolve("films"));
        Files.writeString(data.resolve("zoetrope.properties"), "port=9001");
        Map<Setting, String> flags = Map.of(Setting.DATA, "films");

        assertThat(read(flags, null).port()).isEqualTo(9001);

        Files.writeString(folder.resolve("other.properties"), "host=::1");
        assertThat(read(flags, "other.properties"))
                .isEqualTo(new Config(
                        "::1",
                        8484,
                        data,
                        null,
                        false,
                        null,
                        ServerPolicies.defaults(),
                        registry(),
                        WebOptions.defaults()));
        scene.environment.put("ZOETROPE_CONFIG", "other.properties");
        assertThat(read(flags, null).host()).isEqualTo("::1");
    }

    @Test
    void an_unknown_key_is_an_error_that_names_file_and_key() throws IOException {
        Path file = Files.writeString(folder.resolve("own.properties"), "hots=x");

        assertThatThrownBy(() -> read(Map.of(), "own.properties"))
                .hasMessage(file + " has the unknown key \"hots\"; the keys are account, allow-model-commands,"
                        + " allow-private-urls, allow-private-webhooks, cors-origin, data, disk-budget, hardware, host,"
                        + " models, port, public-url, rate-limit-create, rate-limit-other, retention, tls, tls-cert,"
                        + " tls-key, token, webhook-retry");
    }

    @Test
    void a_wrong_value_is_an_error_that_names_its_source() throws IOException {
        scene.environment.put("ZOETROPE_PORT", "70000");
        assertThatThrownBy(() -> read(Map.of(), null))
                .hasMessage("ZOETROPE_PORT is \"70000\"; it must be a number from 0 to 65535");

        Path file = Files.writeString(folder.resolve("own.properties"), "allow-private-urls=maybe");
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "1"), file.toString()))
                .hasMessage("\"allow-private-urls\" in " + file + " is \"maybe\"; it must be true or false");
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "1", Setting.PUBLIC_URL, "films"), null))
                .hasMessageContaining("--public-url is \"films\"");
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "1", Setting.TLS_KEY, "key.pem"), null))
                .hasMessageContaining("--tls-key is \"key.pem\"")
                .hasMessageContaining("set both");
        assertThatThrownBy(() -> read(Map.of(Setting.PORT, "1", Setting.CORS_ORIGIN, "app"), null))
                .hasMessageContaining("--cors-origin is \"app\"");
    }

    @Test
    void words_for_how_long_and_how_much() {
        assertThat(read(Map.of(Setting.RETENTION, "forever"), null).policies().retention())
                .isEqualTo(new Retention(null, null));
        assertThat(read(Map.of(Setting.RETENTION, "replicate"), null).policies().retention())
                .isEqualTo(new Retention(Duration.ofHours(1), null));
        assertThat(read(Map.of(Setting.DISK_BUDGET, "none"), null).policies().retention())
                .isEqualTo(Retention.defaults());
        assertThatThrownBy(() -> read(Map.of(Setting.RETENTION, "0d"), null))
                .hasMessage("--retention is \"0d\"; it must look like 30d or 1h, or be replicate or forever");
        assertThatThrownBy(() -> read(Map.of(Setting.DISK_BUDGET, "lots"), null))
                .hasMessage("--disk-budget is \"lots\"; it must look like 20GB or 512MiB, or be none");
        assertThatThrownBy(() -> read(Map.of(Setting.RATE_LIMIT_CREATE, "-1"), null))
                .hasMessage("--rate-limit-create is \"-1\"; it must be a number, 0 for no limit");
        assertThatThrownBy(() -> read(Map.of(Setting.WEBHOOK_RETRY, "long"), null))
                .hasMessageContaining("it must look like 24h");
    }

    @Test
    void a_named_file_that_is_missing_is_an_error() {
        assertThatThrownBy(() -> read(Map.of(), "none.properties"))
                .hasMessage("there is no readable configuration file " + folder.resolve("none.properties"));
    }

    @Test
    void the_flags_of_serve_reach_the_configuration() {
        var flags = new ConfigOptions();
        new picocli.CommandLine(flags)
                .parseArgs(
                        "--host",
                        "0.0.0.0",
                        "--port",
                        "80",
                        "--public-url",
                        "https://f.example",
                        "--allow-private-urls",
                        "--tls",
                        "--cors-origin",
                        "none");

        Config config = read(flags.flags(), null);

        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isEqualTo(80);
        assertThat(config.publicUrl()).isEqualTo(URI.create("https://f.example"));
        assertThat(config.allowPrivateUrls()).isTrue();
        assertThat(config.web())
                .isEqualTo(new WebOptions(new WebOptions.Tls.Local(), new CorsPolicy(false, List.of())));
    }
}
