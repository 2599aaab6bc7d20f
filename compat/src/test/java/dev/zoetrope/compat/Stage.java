package dev.zoetrope.compat;

import dev.zoetrope.server.ModelCommand;
import dev.zoetrope.server.Server;
import dev.zoetrope.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The servers that the clients are run against, and the environment that tells the scripts where they are.
final class Stage implements AutoCloseable {
    /// A token that all of them know.
    static final String TOKEN = "r8_compat0123456789abcdefghijklmnopqrstuv";

    private final Server server;

    Stage(Path folder) {
        server = Server.start(new ServerOptions("127.0.0.1", 0, folder.resolve("data"), null, true, TOKEN, models()));
    }

    /// Where the server is that everything but TLS and limits is asked of.
    URI url() {
        return server.url();
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

    /// As many as the server puts on a page.
    private static final int PAGE = 100;

    private static List<ModelCommand> models() {
        List<ModelCommand> models = new ArrayList<>();
        for (String name : Props.names()) {
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Props.class.getName(),
                    name);
            models.add(new ModelCommand("compat/" + name, "A model of the tests", command, true, 3L << 30));
        }
        return models;
    }

    /// What the scripts need to know.
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("REPLICATE_API_TOKEN", TOKEN);
        // With /v1 as most clients want it; the 1.x Python client adds another, which is fine as well.
        environment.put("REPLICATE_BASE_URL", url() + "/v1");
        environment.put("COMPAT_URL", url().toString());
        environment.put("COMPAT_LONG", System.getProperty("compat.long", "false"));
        return environment;
    }

    @Override
    public void close() {
        server.close();
    }
}
