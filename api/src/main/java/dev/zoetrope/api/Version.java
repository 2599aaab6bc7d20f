package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One fixed state of a model's code, with the schema of its input and output.
///
/// @param id 64 hex digits
/// @param createdAt when it was registered
/// @param cogVersion never null: a client parses it as a version number
/// @param openapiSchema the OpenAPI document of its Cog server
/// @param unknown fields this version does not know
public record Version(
        String id,
        @Nullable Instant createdAt,
        String cogVersion,
        Map<String, @Nullable Object> openapiSchema,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {
    public Version {
        Objects.requireNonNull(id, "id is null");
        cogVersion = Objects.requireNonNullElse(cogVersion, "");
        openapiSchema = Prediction.kept(openapiSchema);
        unknown = Prediction.kept(unknown);
    }
}
