package dev.zoetrope.cli;

import dev.zoetrope.server.LocalAuthority;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ca`: where the certificate is that clients of `serve --tls` must trust, and how each of them is told.
@Command(
        name = "ca",
        description =
                "Print the certificate file of the local authority that signs for `serve --tls`, and the lines that"
                        + " make clients trust it. The file alone goes to standard output with --path.")
final class CaCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOptions data = new DataOptions();

    @picocli.CommandLine.Option(names = "--path", description = "Print the path and nothing else, for scripts.")
    private boolean pathOnly;

    CaCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Config config = data.read(surroundings, Map.of());
        Path file = LocalAuthority.in(config.data()).certificateFile().toAbsolutePath();
        surroundings.out().println(file);
        if (!pathOnly) {
            surroundings.out().print(lines(file.toString()));
        }
        return ExitCode.OK.number();
    }

    private static String lines(String file) {
        return """

                It signs for servers on this data folder, and for nobody else; keep its key, beside it, to yourself.
                Node.js   export NODE_EXTRA_CA_CERTS=%1$s
                Python    export SSL_CERT_FILE=%1$s REQUESTS_CA_BUNDLE=%1$s
                          (instead of the public authorities: for programs that speak to this server only)
                Java      keytool -importcert -noprompt -alias zoetrope -file %1$s -keystore trust.p12 -storepass changeit
                          java -Djavax.net.ssl.trustStore=trust.p12 -Djavax.net.ssl.trustStorePassword=changeit ...
                Go        export SSL_CERT_FILE=%1$s
                curl      curl --cacert %1$s ...
                """.formatted(file);
    }
}
