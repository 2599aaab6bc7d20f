package dev.zoetrope.server;

import dev.zoetrope.cog.CogClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running child process of a model: its port, its client, the tail of what it printed. Closing it ends it, first
/// politely, then by force. Thread-safe.
final class ModelProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelProcess.class);

    /// What a process may take to end after it was asked to, before it is killed.
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// Lines of its own output kept to explain a death; a stack trace fits.
    private static final int TAIL_LINES = 40;

    private final ModelCommand model;
    private final Process process;
    private final CogClient client;
    private final ArrayDeque<String> tail = new ArrayDeque<>();

    private ModelProcess(ModelCommand model, Process process, CogClient client) {
        this.model = model;
        this.process = process;
        this.client = client;
    }

    /// Starts the command with its environment; does not wait until it is ready.
    static ModelProcess start(ModelCommand model, Map<String, String> environment) {
        int port = freePort();
        var builder = new ProcessBuilder(model.command()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        // The admin's secret is the server's business, not a model's.
        builder.environment().remove("ZOETROPE_TOKEN");
        try {
            Process process = builder.start();
            var started = new ModelProcess(model, process, new CogClient(URI.create("http://127.0.0.1:" + port)));
            Thread.ofVirtual().name("log of " + model.slug()).start(started::readOutput);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not start " + model.slug() + " by " + model.command().getFirst(), e);
        }
    }

    CogClient client() {
        return client;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for the end of a process that seems to be dying; false when it still lives after so long.
    boolean endsWithin(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// How the process ended, for people; call it only when it is not alive.
    String epitaph() {
        int code = process.exitValue();
        String how = code > 128 ? "was killed by signal " + (code - 128) : "exited with code " + code;
        return "the model process " + how;
    }

    /// What it printed last.
    String tail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    /// Resident memory in bytes, where the system tells (Linux).
    OptionalLong residentMemory() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(status, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty(); // it ended while we looked
        }
    }

    /// Ends it at once, with whatever it has started.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the end of its input tells it that its server is gone
        } catch (IOException e) {
            LOG.debug("{}: input was closed already", model.slug(), e);
        }
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    private void readOutput() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                LOG.info("[{}] {}", model.slug(), line);
                synchronized (tail) {
                    tail.addLast(line);
                    if (tail.size() > TAIL_LINES) {
                        tail.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("{}: its output ended", model.slug(), e);
        }
    }

    private static int freePort() {
        // Cog takes its port from the environment, so one is picked for it; if another process is faster, the start
        // fails and is tried again with another port.
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a model process", e);
        }
    }
}
