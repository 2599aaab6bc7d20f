package dev.zoetrope.compat;

import static org.awaitility.Awaitility.await;

import dev.zoetrope.api.Codec;
import dev.zoetrope.server.LocalAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The servers that the clients are run against, and the environment that tells the scripts where they are: one for
/// nearly everything, one with a low limit of requests, and one with TLS.
final class Stage implements AutoCloseable {
    /// A token that all of them know.
    static final String TOKEN = "r8_compat0123456789abcdefghijklmnopqrstuv";

    /// As many predictions as the server puts on a page.
    private static final int PAGE = 100;

    /// A limit that is shown in headers, and never met.
    private static final int MANY = 999_999;

    private static final Path EXAMPLES = Path.of("..", "examples", "models");

    private final ServeProcess main;
    private final ServeProcess limited;
    private final ServeProcess secure;
    private final Path authority;

    /// Starts all of them; `folder` holds what they keep.
    Stage(Path folder) {
        try {
            Path models = registrations(Files.createDirectories(folder.resolve("models")));
            main = ServeProcess.start(folder.resolve("main"), settings(models, MANY));
            limited = ServeProcess.start(folder.resolve("limited"), settings(models, 3));
            Path secured = folder.resolve("secure");
            var settings = new HashMap<>(settings(models, MANY));
            settings.put("ZOETROPE_TLS", "true");
            secure = ServeProcess.start(secured, settings);
            authority = LocalAuthority.in(secured).certificateFile().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        warm();
    }

    private static Map<String, String> settings(Path models, int creates) {
        return Map.of(
                "ZOETROPE_TOKEN",
                TOKEN,
                "ZOETROPE_MODELS",
                models.toString(),
                // Scripts receive webhooks and serve pictures on loopback.
                "ZOETROPE_ALLOW_PRIVATE_URLS",
                "true",
                "ZOETROPE_RATE_LIMIT_CREATE",
                Integer.toString(creates));
    }

    /// The examples that come with the program, and the models of these tests.
    private static Path registrations(Path folder) throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.toList()) {
                Files.copy(example, folder.resolve(example.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (String name : Props.names()) {
            Map<String, Object> run = Map.of(
                    "command",
                    ServeProcess.java(List.of(Props.class.getName(), name)),
                    "official",
                    true,
                    "concurrency",
                    Props.CONCURRENCY,
                    "per_process",
                    Props.CONCURRENCY,
                    "eager",
                    true);
            Files.writeString(
                    folder.resolve("compat-" + name + ".json"),
                    Codec.write(Map.of("owner", "compat", "name", name, "description", "A prop", "run", run)));
        }
        return folder;
    }

    /// Where the server is that everything but TLS and limits is asked of.
    URI url() {
        return main.url();
    }

    /// Waits until the models that start at their first use are there, so that no client waits for them.
    private void warm() {
        try (var caller = new Caller(url())) {
            for (String name : List.of("canary", "parrot")) {
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> caller.get(
                                                "/models/{owner}/{name}",
                                                name.equals("canary") ? "replicate" : "examples",
                                                name)
                                        .get("latest_version")
                                != null);
            }
        }
    }

    /// Makes enough predictions for two full pages and more, so that clients have something to page through.
    void fillPages() {
        try (var caller = new Caller(url())) {
            for (int i = 0; i < 2 * PAGE + 10; i++) {
                caller.json(
                        "POST",
                        "/models/{owner}/{name}/predictions",
                        Map.of("input", Map.of("text", "x")),
                        "compat",
                        "prop");
            }
        }
    }

    /// What the scripts need to know.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("REPLICATE_API_TOKEN", TOKEN);
        // With /v1 as most clients want it; the 1.x Python client adds another, which is fine as well.
        environment.put("REPLICATE_BASE_URL", url() + "/v1");
        environment.put("COMPAT_URL", url().toString());
        environment.put("COMPAT_LIMITED_URL", limited.url().toString());
        environment.put("COMPAT_TLS_URL", secure.url().toString());
        // What `zoetrope ca` says for each language.
        for (String name : List.of("NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")) {
            environment.put(name, authority.toString());
        }
        environment.put("COMPAT_LONG", System.getProperty("compat.long", "true"));
        return environment;
    }

    @Override
    public void close() {
        secure.close();
        limited.close();
        main.close();
    }
}
