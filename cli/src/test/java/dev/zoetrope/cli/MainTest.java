package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
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

    @Test
    void without_a_command_the_help_is_shown() {
        assertThat(scene.run()).isEqualTo(2);

        assertThat(scene.err()).contains("serve", "run", "demo", "predictions", "token", "completion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "run", "demo", "predictions", "token", "model", "version", "ca", "board"})
    void every_command_has_help(String command) {
        assertThat(scene.run(command, "--help")).isZero();

        assertThat(scene.out()).contains("Usage: zoetrope " + command);
    }

    @Test
    void an_unknown_command_or_flag_ends_with_2_and_one_line_with_the_remedy() {
        assertThat(scene.run("sevre")).isEqualTo(2);
        assertThat(scene.run("serve", "--prot", "1")).isEqualTo(2);

        assertThat(scene.err()).contains("see zoetrope --help").contains("see zoetrope serve --help");
    }

    @Test
    void version_says_what_runs() {
        assertThat(scene.run("version")).isZero();

        assertThat(scene.out()).startsWith("zoetrope ").contains("java " + Runtime.version());
    }

    @Test
    void completion_knows_every_command() {
        assertThat(scene.run("completion")).isZero();

        assertThat(scene.out()).contains("serve", "run", "demo", "predictions", "token", "--public-url");
    }

    @Test
    void tokens_are_made_listed_and_revoked_in_the_data_folder() {
        assertThat(scene.run("token", "create", "app", "--data", "films")).isZero();
        String secret = scene.out().strip();
        assertThat(secret).startsWith("r8_").doesNotContain("\n");

        assertThat(scene.run("token", "list", "--data", "films")).isZero();
        String line = scene.out().substring(secret.length()).strip();
        assertThat(line).endsWith("app").doesNotContain(secret);

        String id = line.substring(0, line.indexOf(' '));
        assertThat(scene.run("token", "revoke", id, "--data", "films")).isZero();
        assertThat(scene.run("token", "revoke", id, "--data", "films")).isEqualTo(1);
        assertThat(scene.err()).contains("there is no token " + id);
    }

    @Test
    void tokens_of_a_folder_in_use_are_left_to_its_server() {
        try (var holder = dev.zoetrope.predictions.Database.open(
                folder.resolve("films"), dev.zoetrope.predictions.DatabaseOptions.defaults())) {
            assertThat(holder.tokens().list()).isEmpty();
            assertThat(scene.run("token", "list", "--data", "films")).isEqualTo(1);
        }

        assertThat(scene.err()).contains("is in use by process").doesNotContain("\tat ");
    }

    @Test
    void the_authority_of_a_folder_is_made_once_and_its_certificate_named_for_each_client() throws Exception {
        assertThat(scene.run("ca", "--path", "--data", "films")).isZero();
        Path file = Path.of(scene.out().strip());
        byte[] certificate = Files.readAllBytes(file);

        assertThat(scene.run("ca", "--data", "films")).isZero();
        assertThat(scene.out())
                .contains("NODE_EXTRA_CA_CERTS=" + file)
                .contains("SSL_CERT_FILE=" + file)
                .contains("curl --cacert " + file)
                .contains("keytool -importcert");
        assertThat(Files.readAllBytes(file)).isEqualTo(certificate);
    }

    @Test
    void debug_shows_the_stack_trace() {
        scene.environment.put("ZOETROPE_URL", "nonsense");

        assertThat(scene.run("predictions", "list")).isEqualTo(2);
        assertThat(scene.err()).doesNotContain("\tat ");
        assertThat(scene.run("predictions", "list", "--debug")).isEqualTo(2);
        assertThat(scene.err()).contains("\tat ");
    }
}
