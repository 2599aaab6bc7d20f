package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The snippets of the model's page, as they stand there but for base URL, token and image: the file that each
/// writes is the film.
@ExtendWith(SharedStage.class)
class SeedSnippetsTest {
    private static final String SHEET = "/dev/zoetrope/animatic/boards/english-3x3.jpg";

    /// A film of 15 s in 480p takes seconds, on a busy machine a minute or two.
    private static final int LIMIT_MINUTES = 5;

    /// Less than this is no film of 15 s.
    private static final long LEAST_BYTES = 100_000;

    private static HttpServer pictures;
    private static Stage stage;
    private static final Workshop WORKSHOP = new Workshop(Path.of("").toAbsolutePath());

    enum Snippet {
        NODE {
            @Override
            List<String> command() {
                return WORKSHOP.node("seed.mjs");
            }
        },
        PYTHON_1 {
            @Override
            List<String> command() {
                return WORKSHOP.python("requirements-1.txt", "seed.py");
            }
        },
        PYTHON_2 {
            @Override
            List<String> command() {
                return WORKSHOP.python("requirements-2.txt", "seed.py");
            }
        },
        HTTP {
            @Override
            List<String> command() {
                return WORKSHOP.curl("seed.sh");
            }
        };

        abstract List<String> command();
    }

    @BeforeAll
    static void start(Stage shared) throws IOException {
        stage = shared;
        byte[] sheet;
        try (InputStream in = SeedSnippetsTest.class.getResourceAsStream(SHEET)) {
            sheet = in.readAllBytes();
        }
        pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pictures.createContext("/sheet.jpeg", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, sheet.length);
            exchange.getResponseBody().write(sheet);
            exchange.close();
        });
        pictures.start();
    }

    @AfterAll
    static void stop() {
        pictures.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void the_snippet_writes_the_film(Snippet snippet) throws Exception {
        Path folder = WORKSHOP.folder("seed-" + snippet.name().toLowerCase(java.util.Locale.ROOT));
        Path film = folder.resolve("output.mp4");
        Files.deleteIfExists(film);

        String printed = run(command(snippet), folder);

        byte[] bytes = Files.readAllBytes(film);
        assertThat(new String(bytes, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(bytes.length).isGreaterThan((int) LEAST_BYTES);
        // Node.js prints a URL object, the others its text.
        assertThat(printed).matches("(?s)(URL \\{\\s+href: ')?\\s*(data:video/mp4|https?://).*");
    }

    private static List<String> command(Snippet snippet) {
        try {
            return snippet.command();
        } catch (Workshop.Missing e) {
            assertThat(System.getenv("CI")).as(e.getMessage()).isNotEqualTo("true");
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    private static String run(List<String> command, Path folder) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(stage.environment());
        environment.put(
                "COMPAT_SHEET", "http://127.0.0.1:" + pictures.getAddress().getPort() + "/sheet.jpeg");
        Path log = folder.resolve("output.log");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as("ends within %d minutes", LIMIT_MINUTES).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
