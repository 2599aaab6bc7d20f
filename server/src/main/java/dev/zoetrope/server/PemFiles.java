package dev.zoetrope.server;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/// Reads and writes certificates and keys as PEM files (RFC 7468). Errors are [IllegalArgumentException]s that
/// name the file and what it should hold, for whoever configured it.
final class PemFiles {
    private static final Set<java.nio.file.attribute.PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private PemFiles() {}

    /// The certificates of a file, in their order.
    static List<X509Certificate> certificates(Path file) {
        var found = new ArrayList<X509Certificate>();
        for (Object item : items(file)) {
            if (item instanceof X509CertificateHolder holder) {
                found.add(certificate(holder));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no certificate; it must be a PEM file with one");
        }
        return found;
    }

    /// The private key of a file.
    static PrivateKey key(Path file) {
        var converter = new JcaPEMKeyConverter();
        try {
            for (Object item : items(file)) {
                if (item instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
                if (item instanceof PEMKeyPair pair) {
                    return converter.getKeyPair(pair).getPrivate();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " holds a private key that cannot be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                file + " holds no private key; it must be a PEM file with one, and that not encrypted");
    }

    /// Writes certificates, readable by all.
    static void write(Path file, List<X509Certificate> certificates) {
        write(file, pem(certificates.toArray()), false);
    }

    /// Writes a private key that nobody but the file's owner can read.
    static void write(Path file, PrivateKey key) {
        try {
            write(file, pem(new JcaPKCS8Generator(key, null)), true);
        } catch (IOException e) {
            throw new UncheckedIOException("the key for " + file + " cannot be written", e);
        }
    }

    static X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("a certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Object> items(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                var parser = new PEMParser(reader)) {
            var found = new ArrayList<Object>();
            for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
                found.add(item);
            }
            return found;
        } catch (IOException e) {
            throw new IllegalArgumentException("the PEM file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String pem(Object... items) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            for (Object item : items) {
                writer.writeObject(item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PEM cannot be written", e);
        }
        return text.toString();
    }

    /// Others see the old file or the new one, never half of it, and a secret one never with open doors.
    private static void write(Path file, String text, boolean isSecret) {
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
            boolean hasPermissions = Files.getFileStore(fresh).supportsFileAttributeView("posix");
            if (hasPermissions) {
                Files.setPosixFilePermissions(
                        fresh, isSecret ? OWNER_ONLY : PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be written", e);
        }
    }
}
