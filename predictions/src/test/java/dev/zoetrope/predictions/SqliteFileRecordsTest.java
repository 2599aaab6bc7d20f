package dev.zoetrope.predictions;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileRecordsTest extends FileRecordsContract {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder, DatabaseOptions.defaults());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    FileRecords files() {
        return database.files();
    }
}
