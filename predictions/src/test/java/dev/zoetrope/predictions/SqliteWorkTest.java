package dev.zoetrope.predictions;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteWorkTest extends WorkContract {
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
}
