package dev.zoetrope.cli;

import dev.zoetrope.client.ClientOptions;
import dev.zoetrope.client.Replicate;
import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.server.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `warmup`: starts what every start needs, asks it a few things, and ends. The launcher script runs it once after a
/// build to record which classes that takes, for the JVM's AOT cache; a person has no use for it.
@Command(name = "warmup", hidden = true, description = "Load what a start needs, for the AOT cache.")
final class WarmupCommand implements Callable<Integer> {
    private static final String TOKEN = "r8_warmup";

    private final Surroundings surroundings;

    WarmupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
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
        var options = new ServerOptions(ServerOptions.DEFAULT_HOST, 0, data, null, false, TOKEN, List.of());
        try (var server = surroundings.launcher().start(options);
                var probe = new HealthProbe();
                var replicate = Replicate.connect(
                        ClientOptions.defaults().withBaseUrl(server.url()).withToken(TOKEN))) {
            probe.isReady(server.url());
            replicate.models().list();
            replicate.predictions().list();
            replicate.files().upload("warmup.txt", new byte[1]);
        }
    }

    private void askModel() {
        var model = OwnModels.named(OwnModels.SEEDANCE, surroundings.environment(), FetchPolicy.publicOnly());
        if (model.isPresent()) {
            try (var host = CogHost.start(model.get(), CogHostOptions.defaults().withPort(0));
                    var probe = new HealthProbe()) {
                probe.isReady(URI.create("http://127.0.0.1:" + host.port()));
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
