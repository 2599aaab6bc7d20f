package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The Python clients' own test suites, from their source archives on PyPI, against a real server. The npm packages and
/// the Go module ship no tests that speak to a server; those of npm are told anew in `node/npm.mjs`.
@ExtendWith(SharedStage.class)
class ClientSuitesTest {
    /// They take a minute; beyond this something hangs.
    private static final int LIMIT_MINUTES = 6;

    private static final Pattern PASSED = Pattern.compile("(\\d+) passed");

    private final Workshop workshop = new Workshop(Path.of("").toAbsolutePath());

    /// What this client's suite asks of a server: its streaming tests. The rest of it replays recordings.
    @Test
    void the_streaming_tests_of_the_python_1_client_pass(Stage stage) throws Exception {
        Workshop.Suite suite = suite("requirements-suite-1.txt", "replicate-1.0.7");
        // The archive leaves out the file that says when a test is skipped.
        Files.writeString(suite.folder().resolve("tests/conftest.py"), """
                import os
                import pytest

                no_token = not os.environ.get("REPLICATE_API_TOKEN")
                skip_if_no_token = pytest.mark.skipif(no_token, reason="no token")
                """);
        Files.writeString(suite.folder().resolve("tests/__init__.py"), "");

        int passed = run(suite, stage.url().toString(), List.of("--disable-recording", "tests/test_stream.py"));

        assertThat(passed).isEqualTo(4);
    }

    /// All operations, with each answer held strictly against the client's types; their tests are marked to be skipped,
    /// since there never was a server for them.
    @Test
    void the_typed_tests_of_the_python_2_client_pass(Stage stage) throws Exception {
        Workshop.Suite suite = suite("requirements-suite-2.txt", "replicate-2.0.0b4");
        try (var caller = new Caller(stage.url());
                var proxy = new PlaceholderProxy(stage.url(), caller)) {
            int passed = run(
                    suite,
                    proxy.url(),
                    List.of(
                            "-p",
                            "no:skipping",
                            "-o",
                            "addopts=",
                            "-W",
                            "ignore",
                            "tests/api_resources",
                            // Two of the suite's own tools that do not work together; it skips them itself.
                            "-k",
                            "not (aiohttp and download)"));
            assertThat(passed).isGreaterThan(700);
        }
    }

    private Workshop.Suite suite(String requirements, String archive) {
        try {
            return workshop.suite(requirements, archive);
        } catch (Workshop.Missing e) {
            assertThat(System.getenv("CI")).as(e.getMessage()).isNotEqualTo("true");
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    /// Runs pytest; gives how many tests passed, and fails when one did not.
    private static int run(Workshop.Suite suite, String url, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(suite.python().toString(), "-B", "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"));
        command.addAll(words);
        Path log = suite.folder().resolve("pytest.log");
        var builder =
                new ProcessBuilder(command).directory(suite.folder().toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "REPLICATE_API_TOKEN", Stage.TOKEN, "REPLICATE_BASE_URL", url, "TEST_API_BASE_URL", url));
        Process process = builder.redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        Matcher passed = PASSED.matcher(printed);
        assertThat(passed.find()).as(printed).isTrue();
        return Integer.parseInt(passed.group(1));
    }
}
