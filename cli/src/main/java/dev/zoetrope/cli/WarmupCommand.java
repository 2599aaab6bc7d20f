package dev.zoetrope.cli;

import dev.zoetrope.client.ClientOptions;
import dev.zoetrope.client.Replicate;
import dev.zoetrope.client.ServiceException;
import dev.zoetrope.cog.CogClient;
import dev.zoetrope.cog.CogHealth;
import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `warmup`: starts what every start needs, asks it a few things, and ends. The launcher script runs it once
/// after a build to record which classes that takes, for the JVM's AOT cache; a person has no use for it.
@Command(name = "warmup", hidden = true, description = "Load what a start needs, for the AOT cache.")
final class WarmupCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(50);

    /// A model that is not set up by then is left out of the cache.
    private static final Duration SETUP_LIMIT = Duration.ofSeconds(30);

    private static final String TOKEN = "r8_warmup";

    private final Surroundings surroundings;

    WarmupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("zoetrope-warmup");
        try {
            askServer(data);
            askModel();
        } finally {
            delete(data);
        }
        return ExitCode.OK.number();
    }

    private void askServer(Path data) {
        var options = new ServerOptions(ServerOptions.DEFAULT_HOST, 0, data, null, false, TOKEN, OwnModels.commands());
        try (var server = surroundings.launcher().start(options);
                var probe = new HealthProbe();
                var replicate = Replicate.connect(
                        ClientOptions.defaults().withBaseUrl(server.url()).withToken(TOKEN))) {
            probe.isReady(server.url());
            replicate.predictions().list();
            replicate.files().upload("warmup.txt", new byte[1]);
            InputSchema.of(replicate.models().get(OwnModels.SEEDANCE));
            // Refused by the schema, so that the check is seen and no film is made.
            replicate.predictions().create(OwnModels.SEEDANCE, Map.of("duration", "none"));
        } catch (ServiceException e) {
            surroundings.err().println("as meant: " + e.getMessage());
        }
    }

    /// Hosts the model in this process, other than the server does, so that its classes are seen too.
    private void askModel() throws InterruptedException {
        var model = OwnModels.named(OwnModels.SEEDANCE, surroundings.environment(), FetchPolicy.publicOnly());
        try (var host = CogHost.start(
                        model.orElseThrow(), CogHostOptions.defaults().withPort(0));
                var client = new CogClient(URI.create("http://127.0.0.1:" + host.port()))) {
            client.openapi();
            long end = System.nanoTime() + SETUP_LIMIT.toNanos();
            while (client.health().state() == CogHealth.State.STARTING && System.nanoTime() < end) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
