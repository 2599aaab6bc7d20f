package dev.zoetrope.compat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoetrope.api.Codec;
import dev.zoetrope.cli.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The code in the tabs of a model's page, each as the page writes it for one input, run by its own language: all of
/// them give the same film, byte for byte.
@ExtendWith(SharedStage.class)
class SnippetTabsTest {
    private static final Path SNIPPETS = Path.of("..", "server/src/main/resources/page/js/snippets.js");

    /// A film of 4 s takes seconds, on a busy machine a minute or two.
    private static final int LIMIT_MINUTES = 4;

    /// What is hard to quote in one of the languages or another.
    private static final Map<String, Object> INPUT = Map.of(
            "prompt",
            "It's \"dawn\" at 海边, \\ $HOME `x` ${y} — 100%\nA second line",
            "duration",
            4,
            "seed",
            99,
            "resolution",
            "480p",
            "generate_audio",
            true,
            "reference_images",
            List.of());

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"]+\\.mp4");

    private static final Workshop WORKSHOP = new Workshop(Path.of("").toAbsolutePath());

    /// A tab: the function that writes it, and how its file is run.
    private record Tab(String function, String file, Function<Path, List<String>> command) {}

    private static final List<Tab> TABS = List.of(
            new Tab("node", "tab.mjs", file -> List.of("node", file.toString())),
            new Tab("pythonCode", "tab.py", file -> python("requirements-1.txt", file)),
            new Tab("pythonCode", "tab.py", file -> python("requirements-2.txt", file)),
            new Tab("http", "tab.sh", file -> List.of("sh", file.toString())),
            new Tab("java", "Tab.java", file -> ServeProcess.java(List.of(file.toString()))),
            new Tab("cli", "cli.sh", file -> List.of("sh", file.toString())));

    @Test
    void every_tab_gives_the_same_film(Stage stage) throws Exception {
        var films = new java.util.LinkedHashMap<String, String>();
        for (Tab tab : TABS) {
            Path folder = Files.createDirectories(WORKSHOP.folder("node").resolve("tab-" + films.size()));
            films.put(films.size() + " " + tab.function(), film(tab, stage, folder));
        }

        assertThat(films.values())
                .as(films.toString())
                .hasSize(TABS.size())
                .containsOnly(films.firstEntry().getValue());
    }

    private static String film(Tab tab, Stage stage, Path folder) throws Exception {
        Path file = folder.resolve(tab.file());
        Files.deleteIfExists(folder.resolve("output"));
        Files.deleteIfExists(folder.resolve("output.mp4"));
        Files.writeString(file, (tab.function().equals("cli") ? program() : "") + code(tab, stage, folder));
        String printed = run(tab.command().apply(file), stage, folder);
        for (String name : List.of("output", "output.mp4")) {
            if (Files.exists(folder.resolve(name))) {
                return hash(Files.readAllBytes(folder.resolve(name)));
            }
        }
        Matcher address = ADDRESS.matcher(printed);
        assertThat(address.find()).as(printed).isTrue();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address.group())).build();
            return hash(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        }
    }

    /// What the page shows in this tab.
    private static String code(Tab tab, Stage stage, Path folder) throws Exception {
        // Beside the scripts of the Node.js clients, so that their modules are found.
        present(() -> WORKSHOP.node("seed.mjs"));
        Files.writeString(folder.resolve("snippets.mjs"), Files.readString(SNIPPETS));
        String run = Codec.write(Map.of(
                "owner",
                "bytedance",
                "name",
                "seedance-2.0",
                "isOfficial",
                true,
                "base",
                stage.url().toString(),
                "input",
                INPUT));
        Path script = folder.resolve("write.mjs");
        Files.writeString(
                script,
                "import * as snippets from './snippets.mjs';\nprocess.stdout.write(snippets." + tab.function()
                        + "({ version: null, ..." + run + " }));\n");
        return run(List.of("node", script.toString()), stage, folder);
    }

    /// The program under its name, as a shell knows it once it is installed.
    private static String program() {
        String java = String.join("' '", ServeProcess.java(List.of(Main.class.getName())));
        return "zoetrope() { '" + java + "' \"$@\"; }\n";
    }

    private static List<String> python(String requirements, Path file) {
        List<String> command = present(() -> WORKSHOP.python(requirements, "seed.py"));
        return List.of(command.getFirst(), "-B", file.toString());
    }

    private static <T> T present(java.util.function.Supplier<T> tool) {
        try {
            return tool.get();
        } catch (Workshop.Missing e) {
            assertThat(System.getenv("CI")).as(e.getMessage()).isNotEqualTo("true");
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    private static String run(List<String> command, Stage stage, Path folder) throws IOException, InterruptedException {
        Path out = folder.resolve("printed.txt");
        Path faults = folder.resolve("faults.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(faults.toFile());
        // Whoever runs the tests may be at work with a server of his own.
        builder.environment().keySet().removeIf(name -> name.startsWith("ZOETROPE_"));
        builder.environment().putAll(stage.environment());
        builder.environment().remove("REPLICATE_BASE_URL"); // the code names the server itself
        Process process = builder.start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended)
                .as("%s ends within %d minutes", command, LIMIT_MINUTES)
                .isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(faults)).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static String hash(byte[] film) throws Exception {
        assertThat(new String(film, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(film));
    }
}
