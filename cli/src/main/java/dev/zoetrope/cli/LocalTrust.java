package dev.zoetrope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Makes this program trust the local authority of its data folder, besides the public ones, so that its
/// commands can speak to a server that runs with `serve --tls`.
final class LocalTrust {
    /// Where the server keeps its authority's certificate in the data folder.
    private static final Path CERTIFICATE = Path.of("tls", "ca.crt");

    private LocalTrust() {}

    /// Trusts the authority, if the folder has one; for the whole process, before its first https connection.
    /// True when there is one.
    static boolean install(Path data) {
        Path file = data.resolve(CERTIFICATE);
        if (!Files.isReadable(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "local", CertificateFactory.getInstance("X.509").generateCertificate(in));
            int number = 0;
            for (TrustManager each : managers(null).getTrustManagers()) {
                if (each instanceof X509TrustManager known) {
                    for (X509Certificate issuer : known.getAcceptedIssuers()) {
                        trusted.setCertificateEntry("public" + number++, issuer);
                    }
                }
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted).getTrustManagers(), null);
            SSLContext.setDefault(context);
            return true;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the certificate " + file + " cannot be trusted: " + e.getMessage()
                            + "; delete it, and the server makes another",
                    e);
        }
    }

    @SuppressWarnings("NullAway") // null means the public authorities that Java knows
    private static TrustManagerFactory managers(@org.jspecify.annotations.Nullable KeyStore trusted)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
