package dev.zoetrope.predictions;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known about models, their versions and their examples. Writes are durable when they return. Thread-safe.
public interface ModelRecords {
    /// A model.
    ///
    /// @param slug `owner/name`
    /// @param origin who registered it
    /// @param isOfficial true when it is run by its name and shows no version
    /// @param visibility `public` or `private`
    /// @param hardware a label
    /// @param run how it is run, as JSON; empty for one that cannot be run (yet)
    /// @param about what is said about it
    /// @param createdAt when it was registered first
    record ModelRecord(
            String slug,
            Origin origin,
            boolean isOfficial,
            String visibility,
            String hardware,
            Map<String, @Nullable Object> run,
            About about,
            Instant createdAt) {
        public ModelRecord {
            run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
        }

        /// The same with other words about it.
        public ModelRecord withAbout(About words) {
            return new ModelRecord(slug, origin, isOfficial, visibility, hardware, run, words, createdAt);
        }

        /// The same, run in another way.
        public ModelRecord withRun(Map<String, @Nullable Object> other) {
            return new ModelRecord(slug, origin, isOfficial, visibility, hardware, other, about, createdAt);
        }
    }

    /// Who registered a model: the program itself, a file, or a caller of the API.
    enum Origin {
        PROGRAM,
        FILE,
        API
    }

    /// What is said about a model; all of it may be missing.
    record About(
            @Nullable String description,
            @Nullable String readme,
            @Nullable String githubUrl,
            @Nullable String paperUrl,
            @Nullable String licenseUrl,
            @Nullable String weightsUrl,
            @Nullable String coverImageUrl) {
        /// Nothing.
        public static final About NOTHING = new About(null, null, null, null, null, null, null);

        /// These words where there are some, the other ones where not.
        public About orElse(About other) {
            return new About(
                    description == null ? other.description : description,
                    readme == null ? other.readme : readme,
                    githubUrl == null ? other.githubUrl : githubUrl,
                    paperUrl == null ? other.paperUrl : paperUrl,
                    licenseUrl == null ? other.licenseUrl : licenseUrl,
                    weightsUrl == null ? other.weightsUrl : weightsUrl,
                    coverImageUrl == null ? other.coverImageUrl : coverImageUrl);
        }
    }

    /// A version of a model.
    ///
    /// @param model `owner/name`
    /// @param id 64 hex digits
    /// @param identity a digest of how it is run: versions with the same one are states of the same program
    /// @param createdAt when it was first seen
    /// @param cogVersion what serves it
    /// @param run how it is run, as JSON
    /// @param openapi its OpenAPI document
    record VersionRecord(
            String model,
            String id,
            String identity,
            Instant createdAt,
            String cogVersion,
            Map<String, @Nullable Object> run,
            Map<String, @Nullable Object> openapi) {
        public VersionRecord {
            run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
            openapi = Collections.unmodifiableMap(new LinkedHashMap<>(openapi));
        }
    }

    /// Stores a model, in place of one of the same name.
    void put(ModelRecord model);

    /// Finds a model.
    Optional<ModelRecord> find(String slug);

    /// All models, by name.
    List<ModelRecord> list();

    /// Forgets a model with its versions and examples; false when there is none.
    boolean delete(String slug);

    /// Stores a version; one with the same id gets the new document, and keeps its time.
    VersionRecord putVersion(VersionRecord version);

    /// A model's version by its id.
    Optional<VersionRecord> version(String model, String id);

    /// The versions with this id, of whatever model; more than one only where files pin the same id.
    List<VersionRecord> versionsById(String id);

    /// A model's versions, newest first.
    List<VersionRecord> versions(String model);

    /// Forgets a version; false when there is none.
    boolean deleteVersion(String model, String id);

    /// Adds a prediction to a model's examples, as the last one; nothing happens if it is one.
    void addExample(String model, String prediction);

    /// Takes a prediction from a model's examples; false when it was none.
    boolean removeExample(String model, String prediction);

    /// The ids of a model's examples, in the order they were added.
    List<String> examples(String model);
}
