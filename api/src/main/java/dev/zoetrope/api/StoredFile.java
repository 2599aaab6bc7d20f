package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file that was uploaded to be used as an input.
///
/// @param id its id under `/v1/files`
/// @param name the name it was uploaded under, at most 255 bytes of UTF-8
/// @param contentType its media type
/// @param size in bytes
/// @param etag its MD5 in hex
/// @param checksums of its bytes
/// @param metadata what the uploader attached
/// @param createdAt when it was uploaded
/// @param expiresAt when it is deleted
/// @param urls where its record is read
/// @param unknown fields this version does not know
public record StoredFile(
        String id,
        String name,
        String contentType,
        long size,
        String etag,
        Checksums checksums,
        Map<String, @Nullable Object> metadata,
        Instant createdAt,
        @Nullable Instant expiresAt,
        Urls urls,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {

    /// Hex digests of a file's bytes.
    public record Checksums(String sha256, String md5) {}

    /// Where a file is read.
    ///
    /// @param get its record; a prediction's input names the file by this URL
    /// @param download its bytes, without a token, as long as the file exists; only this server tells it
    public record Urls(String get, @Nullable String download) {}

    public StoredFile {
        Objects.requireNonNull(id, "id is null");
        metadata = Prediction.kept(metadata);
        unknown = Prediction.kept(unknown);
    }
}
