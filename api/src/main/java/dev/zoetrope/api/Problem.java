package dev.zoetrope.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of an error, `application/problem+json` (RFC 9457) with Replicate's additions.
///
/// @param title what kind of thing went wrong
/// @param detail what went wrong, with the value and the remedy; always a string, since a client cannot read a list
/// @param status the HTTP status once more, as a number
/// @param type a URI for the kind
/// @param instance a URI for this occurrence
/// @param invalidFields what is wrong with single fields of the request
/// @param retryAfter seconds to wait, when waiting helps
/// @param unknown fields this version does not know
public record Problem(
        @Nullable String title,
        @Nullable String detail,
        int status,
        @Nullable String type,
        @Nullable String instance,
        @Nullable List<InvalidField> invalidFields,
        @Nullable Integer retryAfter,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknown) {

    /// One field of the request that is wrong.
    ///
    /// @param type the kind of fault, such as `required` or `number_lte`
    /// @param field the field's path, such as `input.duration`; empty for the body itself
    /// @param description what is wrong
    public record InvalidField(String type, String field, String description) {}

    public Problem {
        invalidFields = invalidFields == null ? null : List.copyOf(invalidFields);
        unknown = Prediction.kept(unknown);
    }
}
