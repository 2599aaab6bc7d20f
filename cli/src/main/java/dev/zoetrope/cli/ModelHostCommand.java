package dev.zoetrope.cli;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.cog.Model;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `model`: hosts one of the program's own models by Cog's HTTP protocol. The server starts its models by this command;
/// by hand it gives what any Cog container gives.
@Command(
        name = "model",
        description = "Host a model of this program by Cog's HTTP protocol, without server, tokens or queue.",
        footer = {
            "",
            "The environment of a Cog container is understood (PORT, WEBHOOK_AUTH_TOKEN), and what the server sets:",
            "ZOETROPE_UPLOAD_URL (outputs are PUT there; the process ends with its standard input),",
            "ZOETROPE_TRUSTED_ORIGIN and ZOETROPE_ALLOW_PRIVATE_URLS (where inputs may come from)."
        })
final class ModelHostCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "owner/name, such as bytedance/seedance-2.0.")
    private String name = "";

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (127.0.0.1).")
    private String host = CogHostOptions.DEFAULT_HOST;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (PORT, or 5000).")
    private @Nullable String port;

    ModelHostCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Model<?, ?> model = OwnModels.named(name, surroundings.environment(), policy())
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE, "this program has no model " + name + "; it has " + OwnModels.names()));
        CogHost running = CogHost.start(model, options());
        surroundings.err().println(name + " is at http://" + host + ":" + running.port());
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(running::close));
        running.awaitShutdown();
        return ExitCode.OK.number();
    }

    private CogHostOptions options() {
        var upload = surroundings.variable("ZOETROPE_UPLOAD_URL").map(URI::create);
        return CogHostOptions.defaults()
                .withHost(host)
                .withPort(portNumber())
                .withUploadUrl(upload.orElse(null))
                .withWebhookAuthToken(
                        surroundings.variable("WEBHOOK_AUTH_TOKEN").orElse(null))
                // Only a server holds the other end of the input; by hand it may well be /dev/null.
                .withExitWhenInputEnds(upload.isPresent());
    }

    private int portNumber() {
        String text = port == null ? surroundings.variable("PORT").orElse("" + CogHostOptions.DEFAULT_PORT) : port;
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure(ExitCode.USAGE, "the port is \"" + text + "\"; it must be 0 to 65535", e);
        }
    }

    private FetchPolicy policy() {
        boolean allowPrivate = surroundings
                .variable("ZOETROPE_ALLOW_PRIVATE_URLS")
                .map(Boolean::parseBoolean)
                .orElse(false);
        List<URI> trusted = surroundings.variable("ZOETROPE_TRUSTED_ORIGIN").map(URI::create).stream()
                .toList();
        return new FetchPolicy(allowPrivate, trusted);
    }
}
