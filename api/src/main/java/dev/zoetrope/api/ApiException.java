package dev.zoetrope.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request that cannot be served, with the answer its sender gets. The server throws it anywhere and maps it
/// to a [Problem] in one place.
public final class ApiException extends RuntimeException {
    /// Replicate's answers with these details have no title, nor has the one to too many requests.
    private static final Set<String> UNTITLED =
            Set.of("The requested resource could not be found.", "The specified training destination does not exist");

    private final ErrorCode code;
    private final transient List<Problem.InvalidField> invalidFields;
    private final @Nullable Integer retryAfter;

    /// An error whose detail says what was wrong, the value, and the remedy.
    public ApiException(ErrorCode code, String detail) {
        this(code, detail, List.of());
    }

    /// An error that names single fields.
    public ApiException(ErrorCode code, String detail, List<Problem.InvalidField> invalidFields) {
        this(code, detail, invalidFields, null);
    }

    private ApiException(
            ErrorCode code, String detail, List<Problem.InvalidField> invalidFields, @Nullable Integer retryAfter) {
        super(detail);
        this.code = code;
        this.invalidFields = List.copyOf(invalidFields);
        this.retryAfter = retryAfter;
    }

    /// Too many requests: the sender is to come back after so many seconds. The sentence is Replicate's.
    public static ApiException throttled(int seconds) {
        return new ApiException(
                ErrorCode.THROTTLED,
                "Request was throttled. Your rate limit resets in ~" + seconds + "s.",
                List.of(),
                seconds);
    }

    /// The kind of error.
    public ErrorCode code() {
        return code;
    }

    /// The answer for the sender.
    public Problem problem() {
        @Nullable List<Problem.InvalidField> fields = invalidFields.isEmpty() ? null : invalidFields;
        @Nullable String title = UNTITLED.contains(getMessage()) || retryAfter != null ? null : code.title();
        return new Problem(title, getMessage(), code.status(), null, null, fields, retryAfter, java.util.Map.of());
    }
}
