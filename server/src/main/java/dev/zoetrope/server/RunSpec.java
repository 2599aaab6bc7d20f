package dev.zoetrope.server;

import dev.zoetrope.api.Codec;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a model is run: by a command that starts a Cog process, or by a Cog process that is there already, at a
/// URL.
///
/// @param command the words of the command, with placeholders still in them; empty for an endpoint
/// @param endpoint the URL of a Cog process; null for a command
/// @param environment variables for the command, on top of the server's own
/// @param folder working folder of the command; null for the server's
/// @param concurrency so many predictions at the same time
/// @param perProcess so many of them in one process; an endpoint is one process
/// @param eager true to start it with the server, false at its first use
/// @param idle after so long without work a process ends, unless it is kept; zero for never
/// @param memoryLimit bytes of resident memory beyond which a process is killed
/// @param version the id of its version where that must be a certain one; null to derive it
record RunSpec(
        List<String> command,
        @Nullable URI endpoint,
        Map<String, String> environment,
        @Nullable String folder,
        int concurrency,
        int perProcess,
        boolean eager,
        Duration idle,
        long memoryLimit,
        @Nullable String version) {
    /// The variable by which Cog tells a model where its weights are; trained versions differ by it.
    static final String WEIGHTS = "COG_WEIGHTS";

    RunSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty() == (endpoint == null)) {
            throw new IllegalArgumentException(
                    "a model is run by a command or by an endpoint, and by one of them only");
        }
    }

    /// How one of the program's own models is run.
    static RunSpec of(ModelCommand model) {
        return new RunSpec(
                model.command(), null, Map.of(), null, 1, 1, model.eager(), Duration.ZERO, model.memoryLimit(), null);
    }

    /// Reads what [#toJson] wrote.
    static RunSpec read(Map<String, @Nullable Object> json) {
        var fields = new Fields(json, "run");
        RunSpec run = RunFields.read(fields);
        fields.done();
        return run;
    }

    /// As it is stored, and as a registration has it.
    Map<String, @Nullable Object> toJson() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        if (endpoint == null) {
            json.put("command", command);
        } else {
            json.put("endpoint", endpoint.toString());
        }
        json.put("environment", new TreeMap<>(environment));
        if (folder != null) {
            json.put("folder", folder);
        }
        json.put("concurrency", concurrency);
        json.put("per_process", perProcess);
        json.put("eager", eager);
        json.put("idle_seconds", idle.toSeconds());
        json.put("memory_mb", memoryLimit >> 20);
        if (version != null) {
            json.put("version", version);
        }
        return json;
    }

    /// What makes it this program and no other: the command or endpoint with its environment, as one line. How
    /// many run at a time and how much memory they may take changes nothing about what comes out.
    String identity() {
        return Codec.write(List.of(command, endpoint == null ? "" : endpoint.toString(), new TreeMap<>(environment)));
    }

    /// The same with weights that a training made.
    RunSpec withWeights(String weights) {
        var trained = new LinkedHashMap<>(environment);
        trained.put(WEIGHTS, weights);
        return new RunSpec(command, endpoint, trained, folder, concurrency, perProcess, eager, idle, memoryLimit, null);
    }

    /// How many processes are needed to run as many predictions at a time as it may.
    int processes() {
        return endpoint != null ? 1 : Math.ceilDiv(concurrency, perProcess);
    }

    /// The URL of an endpoint.
    URI requireEndpoint() {
        return Objects.requireNonNull(endpoint, "not an endpoint");
    }
}
