package dev.zoetrope.server;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the `run` object of a registration.
final class RunFields {
    /// More slots than a machine has use for.
    private static final int MOST_SLOTS = 64;

    /// A process that is asked for twice an hour stays; one that is forgotten gives its memory back.
    private static final int USUAL_IDLE_SECONDS = 1800;

    private static final int LONGEST_IDLE_SECONDS = 30 * 24 * 3600;

    /// Small enough to be read as a number of MiB, large enough for any machine.
    private static final int MOST_MEMORY_MB = 4 << 20;

    private static final int LEAST_MEMORY_MB = 16;

    private RunFields() {}

    /// The spec; what is wrong is noted in the fields, whose owner throws it.
    static RunSpec read(Fields fields) {
        List<String> command = fields.texts("command");
        @Nullable URI endpoint = fields.url("endpoint");
        if (command.isEmpty() == (endpoint == null)) {
            fields.wrong("required", "", "either command or endpoint is required");
            command = List.of("");
            endpoint = null;
        }
        Map<String, String> environment = fields.textMap("environment");
        @Nullable String version = fields.text("version");
        if (version != null && !version.matches("[0-9a-f]{64}")) {
            fields.wrong("pattern", "version", "must be 64 hex digits, got " + version);
        }
        int concurrency = fields.number("concurrency", 1, 1, MOST_SLOTS);
        int perProcess = fields.number("per_process", endpoint == null ? 1 : concurrency, 1, MOST_SLOTS);
        return new RunSpec(
                command,
                endpoint,
                environment,
                fields.text("folder"),
                concurrency,
                endpoint == null ? perProcess : concurrency,
                fields.flag("eager", false),
                Duration.ofSeconds(fields.number("idle_seconds", USUAL_IDLE_SECONDS, 0, LONGEST_IDLE_SECONDS)),
                (long) fields.number(
                                "memory_mb",
                                (int) (ModelCommand.DEFAULT_MEMORY_LIMIT >> 20),
                                LEAST_MEMORY_MB,
                                MOST_MEMORY_MB)
                        << 20,
                version);
    }
}
