package dev.zoetrope.server;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate a listener serves with, and its successor when its time has come: our own before it expires,
/// the operator's when its files have changed. Connections that are open keep the old one. Closed with the
/// server.
final class TlsCertificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TlsCertificates.class);

    /// Certificates are renewed days before they expire; an hour is soon enough.
    private static final Duration LOOK = Duration.ofHours(1);

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final WebOptions.Tls choice;
    private final Path data;
    private final Set<String> names;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificates").daemon().factory());
    private @Nullable X509Certificate served;
    private @Nullable FileTime read;

    /// Certificates for a server on this address, as its options say.
    TlsCertificates(ServerOptions options, InstantSource clock) {
        this(options.web().tls(), options.data(), ServerNames.of(options.host(), options.publicUrl()), clock);
    }

    private TlsCertificates(WebOptions.Tls choice, Path data, Set<String> names, InstantSource clock) {
        this.choice = choice;
        this.data = data;
        this.names = names;
        this.clock = clock;
    }

    /// The scheme of the URLs.
    String scheme() {
        return choice instanceof WebOptions.Tls.Off ? "http" : "https";
    }

    /// What to serve with at first; empty for plain http. Throws [IllegalArgumentException] that names the file
    /// when the operator's certificate cannot be used.
    Optional<Tls> first() {
        return next();
    }

    /// Hands successors to the listener from now on.
    void keepFresh(WebServer web) {
        if (!(choice instanceof WebOptions.Tls.Off)) {
            var _ = timer.scheduleWithFixedDelay(
                    () -> renew(web), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// Replaces the certificate if it is time; true when it did.
    boolean renew(WebServer web) {
        try {
            Optional<Tls> fresh = next();
            fresh.ifPresent(web::reloadTls);
            return fresh.isPresent();
        } catch (RuntimeException e) {
            LOG.error("the certificate could not be renewed; the old one stays, and this is tried again", e);
            return false;
        }
    }

    /// The certificate to serve with, if it is not the one being served.
    private Optional<Tls> next() {
        return switch (choice) {
            case WebOptions.Tls.Off _ -> Optional.empty();
            case WebOptions.Tls.Local _ -> {
                var issued = LocalAuthority.in(data, clock).serverCertificate(names);
                yield serve(issued.chain(), issued.key());
            }
            case WebOptions.Tls.Given given -> {
                FileTime changed = changed(given);
                if (changed.equals(read)) {
                    yield Optional.empty();
                }
                Optional<Tls> tls = serve(PemFiles.certificates(given.certificate()), matching(given));
                read = changed;
                yield tls;
            }
        };
    }

    private Optional<Tls> serve(List<X509Certificate> chain, PrivateKey key) {
        if (chain.getFirst().equals(served)) {
            return Optional.empty();
        }
        var tls = Tls.builder()
                .privateKey(key)
                .privateKeyCertChain(chain)
                .enabledProtocols(PROTOCOLS)
                .build();
        served = chain.getFirst();
        LOG.info(
                "serving with a certificate for {} until {}",
                ServerNames.of(served),
                served.getNotAfter().toInstant());
        return Optional.of(tls);
    }

    /// The operator's key. That it fits the certificate is seen now, and not by the first client.
    private static PrivateKey matching(WebOptions.Tls.Given given) {
        PrivateKey key = PemFiles.key(given.key());
        X509Certificate certificate = PemFiles.certificates(given.certificate()).getFirst();
        if (!fits(key, certificate)) {
            throw new IllegalArgumentException("the key in " + given.key() + " does not belong to the first certificate"
                    + " in " + given.certificate() + ", which is " + certificate.getSubjectX500Principal());
        }
        return key;
    }

    /// Tries a signature out, whatever kind of key it is.
    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        String kind = key.getAlgorithm();
        String name = kind.startsWith("Ed") ? kind : "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind);
        byte[] text = {1, 2, 3};
        try {
            var signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            LOG.debug("key and certificate are of different kinds", e);
            return false;
        }
    }

    private static FileTime changed(WebOptions.Tls.Given given) {
        try {
            FileTime certificate = Files.getLastModifiedTime(given.certificate());
            FileTime key = Files.getLastModifiedTime(given.key());
            return certificate.compareTo(key) > 0 ? certificate : key;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the certificate files cannot be read: " + given.certificate() + ", " + given.key(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
