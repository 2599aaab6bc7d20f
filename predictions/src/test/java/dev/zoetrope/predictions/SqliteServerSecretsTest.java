package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteServerSecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_stays_the_same_for_its_purpose_also_after_a_restart() {
        byte[] first;
        try (var database = Database.open(folder, DatabaseOptions.defaults())) {
            first = database.secrets().of("streams");
            assertThat(first).hasSize(32);
            assertThat(database.secrets().of("streams")).isEqualTo(first);
            assertThat(database.secrets().of("files")).hasSize(32).isNotEqualTo(first);
        }
        try (var database = Database.open(folder, DatabaseOptions.defaults())) {
            assertThat(database.secrets().of("streams")).isEqualTo(first);
        }
    }
}
