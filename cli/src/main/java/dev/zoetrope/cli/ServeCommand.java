package dev.zoetrope.cli;

import dev.zoetrope.cli.ServerLauncher.Running;
import dev.zoetrope.server.WebOptions;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `serve`: the server, until the process is told to end.
@Command(
        name = "serve",
        description = "Serve the API until interrupted.",
        footer = {
            "",
            "Each flag is also an environment variable (ZOETROPE_HOST, ZOETROPE_PORT, ...) and a key of the",
            "configuration file (host, port, data, public-url, tls, retention, ...), where the token may stand as",
            "well. A flag stands above the variable, that above the file."
        })
final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final ConfigOptions flags = new ConfigOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = data.read(surroundings, flags.flags());
        Running server = surroundings.launcher().start(config.options(OwnModels.commands()));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    server.close();
                    ended.countDown();
                }));
        announce(server, config);
        ended.await();
        return ExitCode.OK.number();
    }

    private void announce(Running server, Config config) {
        var out = surroundings.out();
        String url = config.publicUrl() == null
                ? server.url().toString()
                : config.publicUrl().toString();
        out.println("Zoetrope is at " + url + " (data in " + config.data() + ")");
        server.firstToken().ifPresent(token -> {
            TokenFile.in(config.data()).write(token);
            out.println("The first token, shown this once: " + token);
        });
        if (config.web().tls() instanceof WebOptions.Tls.Local) {
            out.println("Its certificate is of a local authority; `zoetrope ca` says how clients trust it");
        }
        server.signInLink("/")
                .ifPresent(link -> out.println("The page, signed in once and within minutes: " + at(url, link)));
        out.println(
                "Official clients: base URL " + url + "/v1 (Python 1.x without the /v1), token in REPLICATE_API_TOKEN");
    }

    /// The link under the address that people know.
    private static String at(String url, URI link) {
        return url.replaceAll("/+$", "") + link.getPath() + "?" + link.getQuery();
    }
}
