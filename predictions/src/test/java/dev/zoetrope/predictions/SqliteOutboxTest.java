package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends WebhookOutboxContract {
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
    WebhookOutbox outbox() {
        return database.outbox();
    }

    @Test
    void what_was_being_sent_when_the_process_ended_is_due_at_the_next_start() {
        ended(URL, null);
        String secret = outbox().secret();
        assertThat(claim()).hasSize(1);
        close();
        open();
        assertThat(claim())
                .singleElement()
                .satisfies(claimed -> assertThat(claimed.attempts()).isEqualTo(2));
        assertThat(outbox().secret()).isEqualTo(secret);
    }
}
