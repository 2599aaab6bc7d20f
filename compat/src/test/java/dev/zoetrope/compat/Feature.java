package dev.zoetrope.compat;

/// What is asked of each client, in the order of the table.
enum Feature {
    RUN("run", "run a model, and a version of it"),
    RUN_POLL("run.poll", "run by polling"),
    RUN_TIMEOUT("run.timeout", "run beyond the wait that was asked for"),
    RUN_LONG("run.long", "run of 70 s"),
    RUN_FAILED("run.failed", "a failed run, as the client's error"),
    STREAM("stream", "stream text"),
    STREAM_ERROR("stream.error", "stream of a failing run"),
    INTEGRATION("integration", "the client's own integration tests, told anew"),
    PROGRESS("progress", "progress callback"),
    CANCEL("cancel", "cancel by abort signal"),
    CANCEL_AFTER("cancel-after", "cancel by deadline"),
    PAGINATE("paginate", "paginate through 3 pages"),
    UPLOAD_BUFFER("upload.buffer", "upload of bytes in memory"),
    UPLOAD_BLOB("upload.blob", "upload of a Blob or File"),
    UPLOAD_PATH("upload.path", "upload by path"),
    UPLOAD_STREAM("upload.stream", "upload of a stream"),
    UPLOAD_DATA("upload.data", "file as a data URI"),
    FILES("files", "files: create, get, list, delete"),
    OUTPUT_READ("output.read", "FileOutput: read, url, write"),
    OUTPUT_HTTPS("output.https", "the same from a server with TLS"),
    WEBHOOK("webhook", "webhook validated by the client"),
    PREDICTIONS("predictions", "predictions: create, get, list, wait, cancel"),
    MODELS("models", "models: get, list, search, create, delete"),
    VERSIONS("versions", "versions: list, get"),
    DEPLOYMENTS("deployments", "deployments: create to delete, and a run"),
    TRAININGS("trainings", "trainings: create, get, list, cancel"),
    COLLECTIONS("collections", "collections"),
    ACCOUNT("account", "account and hardware"),
    ERROR_401("error.401", "error class for 401"),
    ERROR_404("error.404", "error class for 404"),
    ERROR_422("error.422", "error class for 422"),
    ERROR_429("error.429", "error class for 429"),
    BASE_URL("base-url", "base URL with and without `/v1`");

    private final String id;
    private final String title;

    Feature(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// As the scripts name it.
    String id() {
        return id;
    }

    /// As the table names it.
    String title() {
        return title;
    }
}
