package dev.zoetrope.api;

/// The kinds of error a caller can meet, each with its HTTP status, its title, and whether trying again can help.
public enum ErrorCode {
    /// The body is not JSON, or not of the right shape.
    BAD_REQUEST(400, "Bad request", false),
    /// No token, or a wrong one.
    UNAUTHENTICATED(401, "Unauthenticated", false),
    /// The token may not do this.
    FORBIDDEN(403, "Forbidden", false),
    /// There is no such thing.
    NOT_FOUND(404, "Not found", false),
    /// The path exists, the method does not.
    METHOD_NOT_ALLOWED(405, "Method not allowed", false),
    /// The body is larger than the limit.
    TOO_LARGE(413, "Payload too large", false),
    /// The input breaks the model's schema or rules.
    INVALID_INPUT(422, "Input validation failed", false),
    /// The version does not exist.
    INVALID_VERSION(422, "Invalid version or not permitted", false),
    /// Too many requests.
    THROTTLED(429, "Too many requests", true),
    /// A fault of the server's own.
    INTERNAL(500, "Internal server error", true),
    /// The model cannot run now.
    UNAVAILABLE(503, "Service unavailable", true),
    /// No space is left to store the request.
    STORAGE_FULL(507, "Insufficient storage", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    ErrorCode(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The title of the problem.
    public String title() {
        return title;
    }

    /// True when the same request may succeed later.
    public boolean isRetryable() {
        return retryable;
    }
}
