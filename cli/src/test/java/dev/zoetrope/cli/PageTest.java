package dev.zoetrope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zoetrope.server.ModelCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser, and the types of its scripts: the tests themselves are in `page-tests`. Skipped, with
/// the remedy named, where Node.js or a browser is missing; in CI that is a failure.
class PageTest {
    /// They take a minute or two; beyond this something hangs.
    private static final int LIMIT_MINUTES = 8;

    private static final Path FOLDER =
            Path.of("..", "page-tests").toAbsolutePath().normalize();

    @TempDir
    Path data;

    @BeforeAll
    static void fetch() throws Exception {
        need(isOnPath("npm"), "skipped: no npm on the path; install Node.js 20 or newer");
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            Run fetched = run(List.of("npm", "ci", "--ignore-scripts"), null);
            need(
                    fetched.code() == 0,
                    "skipped: npm ci failed in page-tests; it needs a package registry\n" + fetched.printed());
        }
    }

    @Test
    void the_scripts_have_no_type_errors() throws Exception {
        check(run(List.of("npm", "run", "--silent", "types"), null));
    }

    @Test
    void people_reach_their_films() throws Exception {
        boolean isThere =
                Stream.of("chromium", "chromium-browser", "google-chrome").anyMatch(PageTest::isOnPath)
                        || System.getenv("CHROMIUM") != null;
        need(isThere, "skipped: no chromium; apt-get install chromium, or set CHROMIUM to its path");
        List<ModelCommand> models = Stream.concat(
                        OwnModels.commands().stream(), Stream.of(example("countdown"), example("swatches")))
                .toList();
        try (var live = new LiveServer(data, true, models)) {
            check(run(List.of("npm", "run", "--silent", "test"), live));
        }
    }

    /// Without a tool the test is skipped, except where all must run.
    private static void need(boolean isThere, String reason) {
        assertThat(isThere || !"true".equals(System.getenv("CI"))).as(reason).isTrue();
        assumeTrue(isThere, reason);
    }

    /// A model of text and one of images, since the page is for any model.
    private static ModelCommand example(String name) {
        var words = new ArrayList<>(OwnModels.program());
        words.addAll(List.of("model", "examples/" + name));
        return new ModelCommand("examples/" + name, "", words, false, ModelCommand.DEFAULT_MEMORY_LIMIT);
    }

    private record Run(int code, String printed) {}

    private static void check(Run run) {
        assertThat(run.code()).as(run.printed()).isZero();
    }

    private static Run run(List<String> command, @org.jspecify.annotations.Nullable LiveServer live)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("page-tests", ".log");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            if (live != null) {
                builder.environment().put("ZOETROPE_URL", live.server.url().toString());
                builder.environment().put("ZOETROPE_TOKEN", "r8_live");
                builder.environment().put("ZOETROPE_RESTART", live.restarter());
            }
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            return new Run(ended ? process.exitValue() : -1, Files.readString(log));
        } finally {
            Files.delete(log);
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
