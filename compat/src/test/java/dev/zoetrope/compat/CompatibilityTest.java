package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each client's script, all at the same time against the same server; each feature is a test of its own. The table in
/// `docs/compatibility.md` must say what was found.
@ExtendWith(SharedStage.class)
class CompatibilityTest {
    private static ExecutorService threads;
    private static final Map<Client, Future<ClientRun>> RUNS = new java.util.EnumMap<>(Client.class);

    @BeforeAll
    static void start(Stage stage) {
        stage.fillPages();
        var workshop = new Workshop(Path.of("").toAbsolutePath());
        threads = Executors.newVirtualThreadPerTaskExecutor();
        for (Client client : wanted()) {
            RUNS.put(client, threads.submit(() -> ClientRun.of(client, workshop, stage.environment())));
        }
    }

    /// `-Dcompat.clients=npm,go` runs some only.
    private static List<Client> wanted() {
        String clients = System.getProperty("compat.clients", "");
        return Arrays.stream(Client.values())
                .filter(client ->
                        clients.isEmpty() || List.of(clients.split(",")).contains(client.id()))
                .toList();
    }

    @AfterAll
    static void stop() {
        threads.close();
    }

    @TestFactory
    Stream<DynamicNode> clients() {
        return RUNS.entrySet().stream()
                .map(entry -> dynamicContainer(entry.getKey().title(), features(entry.getValue())));
    }

    /// What a client's script asked for is known when it has ended, and that is waited for here.
    private static Stream<DynamicNode> features(Future<ClientRun> future) {
        return Stream.of(future).flatMap(each -> {
            ClientRun run = present(each);
            Stream<DynamicNode> features = Arrays.stream(Feature.values())
                    .flatMap(feature -> run.of(feature).stream()
                            .map(finding -> dynamicTest(feature.title(), () -> judge(finding))));
            return Stream.concat(
                    features,
                    Stream.of(dynamicTest(
                            "the script comes to its end",
                            () -> assertThat(run.end()).isEmpty())));
        });
    }

    private static void judge(Finding finding) {
        assertThat(finding.verdict()).as(finding.note()).isNotEqualTo(Verdict.FAILS);
    }

    /// What was not run this time, a client or the run of 70 s, is left in the table as it is.
    @Test
    void the_table_of_the_docs_says_what_was_found() throws IOException {
        String page = KnownDifferences.page();
        int begin = page.indexOf(Table.BEGIN) + Table.BEGIN.length();
        int end = page.indexOf(Table.END);
        Table table = Table.parse(page.substring(begin, end));
        for (Future<ClientRun> run : RUNS.values()) {
            table.add(present(run));
        }
        String written = page.substring(0, begin) + "\n" + table.markdown() + page.substring(end);
        if (Boolean.getBoolean("compat.write")) {
            Files.writeString(KnownDifferences.PAGE, written);
        } else {
            assertThat(written).isEqualTo(page);
        }
    }

    private static ClientRun present(Future<ClientRun> future) {
        ClientRun run = await(future);
        run.missing().ifPresent(reason -> {
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            Assumptions.abort(reason);
        });
        return run;
    }

    private static ClientRun await(Future<ClientRun> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
