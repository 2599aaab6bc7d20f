package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Each client's script, all at the same time against the same server; each feature is a test of its own. What
/// was found is written to `target/compat.json`, and the table in `docs/compatibility.md` must say the same.
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

    private static Stream<DynamicNode> features(Future<ClientRun> run) {
        Stream<DynamicNode> features = Arrays.stream(Feature.values())
                .map(feature -> dynamicTest(feature.title(), () -> judge(present(run), feature)));
        return Stream.concat(
                features,
                Stream.of(dynamicTest(
                        "the script comes to its end",
                        () -> assertThat(present(run).end()).isEmpty())));
    }

    private static ClientRun present(Future<ClientRun> future) throws Exception {
        ClientRun run = future.get();
        run.missing().ifPresent(reason -> {
            if ("true".equals(System.getenv("CI"))) {
                fail(reason);
            }
            Assumptions.abort(reason);
        });
        return run;
    }

    private static void judge(ClientRun run, Feature feature) {
        var finding = run.of(feature);
        if (finding.isEmpty()) {
            Assumptions.assumeTrue(run.end().isEmpty(), "the script ended before this");
            Assumptions.abort("the script does not ask for this");
        }
        assertThat(finding.get().verdict()).as(finding.get().note()).isNotEqualTo(Verdict.FAILS);
    }
}
