package dev.zoetrope.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.zoetrope.api.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged survives `kill -9`.
@Timeout(60)
class KillTest {
    private static final int ROUNDS = 2;
    private static final int LINES_BEFORE_THE_KILL = 1500;

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_lost() throws Exception {
        var said = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            said.addAll(linesOfAKilledProcess());
            check(said);
        }
    }

    private List<String> linesOfAKilledProcess() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new ArrayList<String>();
        try (var output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == LINES_BEFORE_THE_KILL) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> Database.open(folder, DatabaseOptions.defaults()))
                            .withMessageContaining("process " + process.pid());
                    // By its handle, which leaves open what it has printed.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(LINES_BEFORE_THE_KILL);
        // The last line may be cut off.
        return lines.subList(0, lines.size() - 1);
    }

    private void check(List<String> said) {
        try (var database = Database.open(folder, DatabaseOptions.defaults())) {
            Optional<String> integrity =
                    database.writer().call(session -> session.one("PRAGMA integrity_check", row -> row.getString(1)));
            assertThat(integrity).contains("ok");
            for (String line : said) {
                String id = line.substring(line.indexOf(' ') + 1);
                var row = database.predictions().find(id);
                assertThat(row).as(line).isPresent();
                if (line.startsWith("ended")) {
                    assertThat(row.orElseThrow().prediction().status()).isEqualTo(Status.SUCCEEDED);
                }
            }
        }
    }
}
