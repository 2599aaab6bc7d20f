package dev.zoetrope.server;

import dev.zoetrope.predictions.Ids;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Opens pools: knows how a process is started or dialled, and what it is told about this server.
final class PoolMaker {
    /// The word that stands for this program in commands.
    static final String PROGRAM = "{zoetrope}";

    private static final String UPLOAD_URL = "{upload_url}";

    private final ServerOptions options;
    private final String internal;
    private final CogInbox inbox;
    private final FileLinks links;
    private final Ids ids;
    private final Runner.Tools tools;

    PoolMaker(ServerOptions options, String internal, CogInbox inbox, Runner.Tools tools) {
        this.options = options;
        this.internal = internal;
        this.inbox = inbox;
        this.links = tools.links();
        this.ids = tools.ids();
        this.tools = tools;
    }

    /// The size of a model's usual pool.
    static Pool.Size usual(RunSpec run) {
        return new Pool.Size(run.eager() ? 1 : 0, run.processes(), run.perProcess(), run.idle());
    }

    /// The size of a deployment's pool. An endpoint is one process, whatever a deployment says.
    static Pool.Size deployed(RunSpec run, int kept, int most, Duration idle) {
        return run.endpoint() != null
                ? new Pool.Size(0, 1, run.perProcess(), Duration.ZERO)
                : new Pool.Size(kept, most, run.perProcess(), idle);
    }

    /// Opens a pool; whoever asked for it closes it.
    Pool open(String key, RunSpec run, Pool.Size size, SchemaBoard board) {
        return new Pool(key, size, board, index -> process(key, run, board), tools);
    }

    private HostedModel process(String key, RunSpec run, SchemaBoard board) {
        String uploads = ids.secret();
        inbox.admit(uploads, key);
        boolean isOurs = run.endpoint() == null;
        HostingTerms.Starter starter = isOurs
                ? () -> ChildProcess.start(order(key, run, uploads))
                : () -> new RemoteProcess(run.requireEndpoint());
        String origin = isOurs ? internal : origin(run.requireEndpoint());
        var terms = new HostingTerms(
                starter, run.memoryLimit(), run.perProcess(), isOurs, origin, uploads, () -> inbox.dismiss(uploads));
        return new HostedModel(key, terms, board, tools.clock());
    }

    /// Under which address an endpoint reaches this server: on this machine the loopback listener, elsewhere
    /// the public URL.
    private String origin(URI endpoint) {
        return options.publicUrl() == null || isLoopback(endpoint)
                ? internal
                : options.publicUrl().toString().replaceAll("/+$", "");
    }

    static boolean isLoopback(URI endpoint) {
        try {
            return InetAddress.getByName(endpoint.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private ChildProcess.Order order(String key, RunSpec run, String uploads) {
        String uploadUrl = internal + "/_cog/" + uploads + "/files/";
        Map<String, String> environment = new HashMap<>();
        environment.put("ZOETROPE_UPLOAD_URL", uploadUrl);
        environment.put("ZOETROPE_TRUSTED_ORIGIN", internal);
        environment.put("ZOETROPE_ALLOW_PRIVATE_URLS", Boolean.toString(options.allowPrivateUrls()));
        if (run.perProcess() > 1) {
            environment.put("COG_MAX_CONCURRENCY", Integer.toString(run.perProcess()));
        }
        // Weights that a training made are a stored file, named without a host.
        run.environment()
                .forEach((name, value) -> environment.put(name, String.valueOf(links.toPublic(value, internal))));
        List<String> words = new ArrayList<>();
        for (String word : run.command()) {
            if (word.equals(PROGRAM)) {
                words.addAll(options.registry().program());
            } else {
                words.add(word.replace(UPLOAD_URL, uploadUrl));
            }
        }
        if (words.isEmpty()
                || (run.command().contains(PROGRAM)
                        && options.registry().program().isEmpty())) {
            throw new IllegalStateException("the command of " + key + " needs " + PROGRAM
                    + ", but this server was not started by the program; name an executable instead");
        }
        boolean isProgram = run.command().getFirst().equals(PROGRAM) || isOwn(run);
        return new ChildProcess.Order(key, words, environment, run.folder(), !isProgram);
    }

    /// The program's own models end by themselves when the server does.
    private boolean isOwn(RunSpec run) {
        return options.models().stream().anyMatch(model -> model.command().equals(run.command()));
    }
}
