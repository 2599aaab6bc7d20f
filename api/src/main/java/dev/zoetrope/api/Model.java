package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A model that can be run, with its latest version.
///
/// @param url its page
/// @param owner who it belongs to
/// @param name its name under the owner
/// @param description one line about it
/// @param visibility `public` or `private`
/// @param isOfficial true when it is run by name and its version is hidden
/// @param githubUrl where its code is
/// @param paperUrl where its paper is
/// @param licenseUrl where its licence is
/// @param weightsUrl where its weights are
/// @param runCount how often it was run here
/// @param coverImageUrl a picture for lists
/// @param createdAt when it was registered
/// @param defaultExample a prediction that shows what it does
/// @param latestVersion never null for a model that can be run, since clients look up its id
/// @param unknown fields this version does not know
public record Model(
        String url,
        String owner,
        String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String description,
        String visibility,
        boolean isOfficial,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String githubUrl,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String paperUrl,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String licenseUrl,
        @Nullable String weightsUrl,
        long runCount,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String coverImageUrl,
        @Nullable Instant createdAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Prediction defaultExample,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Version latestVersion,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {
    public Model {
        Objects.requireNonNull(owner, "owner is null");
        Objects.requireNonNull(name, "name is null");
        unknown = Prediction.kept(unknown);
    }

    /// `owner/name`, as requests name it.
    public String slug() {
        return owner + "/" + name;
    }
}
