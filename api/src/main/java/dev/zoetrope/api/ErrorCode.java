package dev.zoetrope.api;

/// The kinds of error a caller can meet, each with its HTTP status and its title.
public enum ErrorCode {
    /// The body is not JSON, or not of the right shape.
    BAD_REQUEST(400, "Bad request"),
    /// No token, or a wrong one.
    UNAUTHENTICATED(401, "Unauthenticated"),
    /// The token may not do this.
    FORBIDDEN(403, "Forbidden"),
    /// There is no such thing.
    NOT_FOUND(404, "Not found"),
    /// The path exists, the method does not.
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /// The body is larger than the limit.
    TOO_LARGE(413, "Payload too large"),
    /// The input breaks the model's schema or rules.
    INVALID_INPUT(422, "Input validation failed"),
    /// The version does not exist.
    INVALID_VERSION(422, "Invalid version or not permitted"),
    /// Too many requests.
    THROTTLED(429, "Too many requests"),
    /// A fault of the server's own.
    INTERNAL(500, "Internal server error"),
    /// The model cannot run now.
    UNAVAILABLE(503, "Service unavailable"),
    /// No space is left to store the request.
    STORAGE_FULL(507, "Insufficient storage");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The title of the problem.
    public String title() {
        return title;
    }
}
