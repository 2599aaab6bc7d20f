package dev.zoetrope.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Bytes under their hash. A blob becomes visible only when it is whole and durable; putting the same bytes twice keeps
/// one copy. Thread-safe.
public interface Blobs {
    /// A stored blob.
    ///
    /// @param sha256 hex digest, its key
    /// @param md5 hex digest
    /// @param size in bytes
    record Blob(String sha256, String md5, long size) {}

    /// Reads the stream to its end and stores the bytes; the caller closes the stream. Throws [TooLarge] beyond the
    /// limit
    /// and [StoreFull] when no space is left; nothing stays behind then.
    Blob put(InputStream bytes, long limit) throws IOException;

    /// The size of a blob, or empty when there is none.
    Optional<Long> size(String sha256) throws IOException;

    /// Writes a stretch of a blob. Throws [java.nio.file.NoSuchFileException] when there is none.
    ///
    /// @param offset first byte
    /// @param length how many, within the blob
    void copy(String sha256, long offset, long length, OutputStream to) throws IOException;

    /// Deletes a blob; false when there is none.
    boolean delete(String sha256) throws IOException;

    /// More bytes than the limit.
    final class TooLarge extends IOException {
        public TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /// No space is left.
    final class StoreFull extends IOException {
        public StoreFull(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
