package dev.zoetrope.predictions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known about files whose bytes lie in the blob store: uploads, and the outputs of predictions.
/// Thread-safe.
public interface FileRecords {
    /// A file.
    ///
    /// @param id public id of an upload, or of an output
    /// @param secret the unguessable part of its URL
    /// @param owner id of the token it belongs to
    /// @param prediction id of the prediction that made it, null for an upload
    /// @param name file name, safe for a URL path, with its extension
    /// @param contentType media type
    /// @param size in bytes
    /// @param sha256 hex digest, the key in the blob store
    /// @param md5 hex digest
    /// @param metadata what the uploader attached
    /// @param createdAt when it came
    /// @param expiresAt when it may be deleted, null for never
    record FileRecord(
            String id,
            String secret,
            String owner,
            @Nullable String prediction,
            String name,
            String contentType,
            long size,
            String sha256,
            String md5,
            Map<String, @Nullable Object> metadata,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /// Stores a record.
    void add(FileRecord file);

    /// Finds by id.
    Optional<FileRecord> find(String id);

    /// Finds by the secret of its URL.
    Optional<FileRecord> findBySecret(String secret);

    /// Uploads of an owner (null for all), newest first, after the cursor id if one is given.
    List<FileRecord> uploads(@Nullable String owner, @Nullable String before, int limit);

    /// Deletes a record and gives it back; empty when there is none.
    Optional<FileRecord> delete(String id);

    /// True while any record points at these bytes.
    boolean isReferenced(String sha256);

    /// True while any other record points at the bytes of this one.
    boolean isReferencedBeside(FileRecord file);

    /// How many bytes all files take: the same bytes under two records count once.
    long storedBytes();

    /// Records whose time has come, except those that the input of a waiting or running prediction names: it could not
    /// run without them.
    List<FileRecord> expired(Instant now, int limit);
}
