package dev.zoetrope.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;

/// The token with which this machine's user speaks to their own server: the file `cli-token` of the data folder,
/// readable by its owner alone. It lets `zoetrope run` work beside `zoetrope serve` without copying a secret around.
/// Revoke it like any other token.
record TokenFile(Path file) {
    private static final int SECRET_BYTES = 27;

    static TokenFile in(Path data) {
        return new TokenFile(data.resolve("cli-token"));
    }

    /// The secret, if there is one.
    Optional<String> read() {
        try {
            String secret = Files.readString(file).strip();
            return secret.isEmpty() ? Optional.empty() : Optional.of(secret);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The secret; a new one when there is none.
    String readOrMake() {
        return read().orElseGet(() -> {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            // Replicate's own tokens start like this, and tools that look for leaked secrets know it.
            String secret = "r8_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            write(secret);
            return secret;
        });
    }

    /// Keeps a secret.
    void write(String secret) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.newByteChannel(
                                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)
                        .close();
            }
            Files.writeString(file, secret + "\n");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "cannot write " + file + ": " + e.getMessage() + "; choose another --data folder",
                    e);
        }
    }
}
