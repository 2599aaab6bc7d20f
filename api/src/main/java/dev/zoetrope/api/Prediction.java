package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One run of a model: what went in, what came out, and how far it is. The components are the wire's, in the
/// order of a finished record of Replicate's.
///
/// @param id 26 characters, unique
/// @param model `owner/name`
/// @param version 64 hex digits, or `hidden` for an official model; never null
/// @param input the model's input as sent (defaults are not filled in)
/// @param logs everything the model has printed; never null on the wire, since clients dereference it
/// @param output any JSON value, null while there is none
/// @param dataRemoved true once input, output and logs have been purged
/// @param error why it failed, in a sentence
/// @param source `api` or `web`
/// @param status where it stands
/// @param createdAt when it was accepted
/// @param startedAt when the model began, absent before
/// @param completedAt when it ended, absent before
/// @param deadline when it is cancelled at the latest, only if the caller asked for one
/// @param deployment `owner/name` of the deployment it came through, if any
/// @param urls where to read, cancel, watch and see it
/// @param metrics numbers and words about the run; `predict_time` and `total_time` are seconds
/// @param webhook who is told about it, if anybody
/// @param webhookEventsFilter which events they want, absent for the default
/// @param unknown fields this version does not know, kept as they came
public record Prediction(
        String id,
        String model,
        String version,
        Map<String, @Nullable Object> input,
        String logs,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object output,
        boolean dataRemoved,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String error,
        @Nullable String source,
        Status status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deadline,
        @Nullable String deployment,
        @Nullable Urls urls,
        @Nullable Map<String, @Nullable Object> metrics,
        @Nullable String webhook,
        @Nullable List<WebhookEvent> webhookEventsFilter,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {

    /// Where a prediction is reached; all absolute.
    ///
    /// @param cancel POST here to cancel
    /// @param get the record itself
    /// @param stream server-sent events, only for predictions that have them
    /// @param web the page for people
    /// @param unknown fields this version does not know
    public record Urls(
            String cancel,
            String get,
            @Nullable String stream,
            String web,
            @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {
        public Urls {
            unknown = kept(unknown);
        }
    }

    public Prediction {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(model, "model is null");
        Objects.requireNonNull(version, "version is null");
        Objects.requireNonNull(status, "status is null");
        Objects.requireNonNull(createdAt, "created_at is null");
        input = kept(input);
        logs = Objects.requireNonNullElse(logs, "");
        metrics = metrics == null ? null : kept(metrics);
        webhookEventsFilter = webhookEventsFilter == null ? null : List.copyOf(webhookEventsFilter);
        unknown = kept(unknown);
    }

    /// The same prediction with another output, as a presenter shows it.
    public Prediction withOutput(@Nullable Object shown) {
        return with(input, shown, status, urls);
    }

    /// The same prediction with its input, for one that was read without.
    public Prediction withInput(Map<String, @Nullable Object> given) {
        return with(given, output, status, urls);
    }

    /// The same prediction with another status, as a held request that ran out of time shows it.
    public Prediction withStatus(Status shown) {
        return with(input, output, shown, urls);
    }

    /// The same prediction with the URLs under which a server shows it.
    public Prediction withUrls(Urls shown) {
        return with(input, output, status, shown);
    }

    private Prediction with(
            Map<String, @Nullable Object> otherInput,
            @Nullable Object otherOutput,
            Status otherStatus,
            @Nullable Urls otherUrls) {
        return new Prediction(
                id,
                model,
                version,
                otherInput,
                logs,
                otherOutput,
                dataRemoved,
                error,
                source,
                otherStatus,
                createdAt,
                startedAt,
                completedAt,
                deadline,
                deployment,
                otherUrls,
                metrics,
                webhook,
                webhookEventsFilter,
                unknown);
    }

    /// An unmodifiable copy that keeps order and null values, which [Map#copyOf] does not; null becomes empty.
    static Map<String, @Nullable Object> kept(@Nullable Map<String, @Nullable Object> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
