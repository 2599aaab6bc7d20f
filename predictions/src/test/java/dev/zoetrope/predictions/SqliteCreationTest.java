package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCreationTest extends CreationContract {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, new DatabaseOptions(clock, new Ids(clock, new Random(1)), 2));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    PredictionStore store() {
        return database.predictions();
    }

    @Override
    FileRecords files() {
        return database.files();
    }

    @Test
    void a_key_is_known_after_a_restart() {
        var key = new Creation.Terms(null, new IdempotencyKey("k", "f"));
        store().create(Asked.of("ann"), key);
        close();
        open();
        assertThat(store().create(Asked.of("ann"), key)).isInstanceOf(Creation.Replayed.class);
    }
}
