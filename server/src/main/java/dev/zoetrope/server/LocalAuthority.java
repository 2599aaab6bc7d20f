package dev.zoetrope.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of this installation's own, for https without a public name: clients that trust its
/// certificate trust the server. Its key stays in the data folder, readable by the owner alone; whoever has it
/// can impersonate any server to those clients, so the certificate belongs on machines that use this server,
/// and nowhere else. Certificates follow RFC 5280, which Python checks to the letter.
public final class LocalAuthority {
    private static final String FOLDER = "tls";

    /// Trusting it anew is work for people, so it lives long.
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /// The server renews its certificate by itself, so a short life costs nothing.
    static final Duration SERVER_LIFE = Duration.ofDays(90);

    /// A certificate is replaced when it has this long to live, or less.
    static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /// Clocks of clients may be behind ours.
    private static final Duration SKEW = Duration.ofDays(1);

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    private LocalAuthority(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// The authority of a data folder; made now if there is none yet, or the one there is about to expire.
    public static LocalAuthority in(Path data) {
        return in(data, InstantSource.system());
    }

    static LocalAuthority in(Path data, InstantSource clock) {
        var authority = new LocalAuthority(data.resolve(FOLDER), clock);
        authority.ensure();
        return authority;
    }

    /// The PEM file of its certificate, for clients to trust.
    public Path certificateFile() {
        return folder.resolve("ca.crt");
    }

    private Path keyFile() {
        return folder.resolve("ca.key");
    }

    /// A certificate with its key and its issuer.
    ///
    /// @param chain the certificate, then its issuer
    record Issued(List<X509Certificate> chain, PrivateKey key) {
        public Issued {
            chain = List.copyOf(chain);
        }
    }

    /// The server's certificate for these names and addresses; the stored one if it still serves.
    Issued serverCertificate(Set<String> names) {
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        X509Certificate issuer = PemFiles.certificates(certificateFile()).getFirst();
        if (Files.isReadable(certificate) && Files.isReadable(key)) {
            List<X509Certificate> chain = PemFiles.certificates(certificate);
            if (chain.getLast().equals(issuer)
                    && ServerNames.of(chain.getFirst()).containsAll(names)
                    && lives(chain.getFirst(), RENEW_BEFORE)) {
                return new Issued(chain, PemFiles.key(key));
            }
        }
        KeyPair pair = newKey();
        var issued = new Issued(List.of(sign(pair, names, issuer), issuer), pair.getPrivate());
        PemFiles.write(key, issued.key());
        PemFiles.write(certificate, issued.chain());
        return issued;
    }

    private void ensure() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be made", e);
        }
        boolean isThere = Files.isReadable(certificateFile()) && Files.isReadable(keyFile());
        if (!isThere || !lives(PemFiles.certificates(certificateFile()).getFirst(), SERVER_LIFE)) {
            KeyPair pair = newKey();
            PemFiles.write(keyFile(), pair.getPrivate());
            PemFiles.write(certificateFile(), List.of(signItself(pair)));
        }
    }

    private boolean lives(X509Certificate certificate, Duration longer) {
        return clock.instant().plus(longer).isBefore(certificate.getNotAfter().toInstant());
    }

    private X509Certificate signItself(KeyPair pair) {
        Instant now = clock.instant();
        // The moment in its name tells two authorities apart in a list of trusted ones.
        var name = new X500Principal("CN=Zoetrope local authority " + now.getEpochSecond() + ", O=Zoetrope");
        try {
            var builder = builder(name, now, AUTHORITY_LIFE, name, pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return PemFiles.certificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("the local authority cannot be made", e);
        }
    }

    private X509Certificate sign(KeyPair pair, Set<String> names, X509Certificate issuer) {
        try {
            var identifiers = new JcaX509ExtensionUtils();
            var builder = builder(
                            issuer.getSubjectX500Principal(),
                            clock.instant(),
                            SERVER_LIFE,
                            new X500Principal("CN=Zoetrope server, O=Zoetrope"),
                            pair)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers.createSubjectKeyIdentifier(pair.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(issuer.getPublicKey()));
            var signer = new JcaContentSignerBuilder(SIGNATURE).build(PemFiles.key(keyFile()));
            return PemFiles.certificate(builder.build(signer));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("the local authority cannot sign a certificate for " + names, e);
        }
    }

    private JcaX509v3CertificateBuilder builder(
            X500Principal issuer, Instant now, Duration life, X500Principal subject, KeyPair pair) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(now.minus(SKEW)),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
    }

    private static GeneralNames alternatives(Set<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(
                        ServerNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has the curve P-256", e);
        }
    }
}
