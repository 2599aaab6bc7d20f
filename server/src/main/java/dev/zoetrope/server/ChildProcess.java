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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running child process of a model: its port, its client, the tail of what it printed. Closing it ends it,
/// first politely, then by force. Thread-safe.
final class ChildProcess implements ModelProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    /// What a process may take to end after it was asked to, before it is killed.
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// Lines of its own output kept to explain a death; a stack trace fits.
    private static final int TAIL_LINES = 40;

    private final String model;
    private final Process process;
    private final CogClient client;
    private final ArrayDeque<String> tail = new ArrayDeque<>();

    private ChildProcess(String model, Process process, CogClient client) {
        this.model = model;
        this.process = process;
        this.client = client;
    }

    /// What to start.
    ///
    /// @param model its name, for the log
    /// @param command the words, in which only `{port}` is left to be filled in
    /// @param environment variables on top of the server's own
    /// @param folder working folder, or null for the server's
    /// @param watched true to have a shell end it with the server; false for a program that sees to it itself
    record Order(
            String model,
            List<String> command,
            Map<String, String> environment,
            @Nullable String folder,
            boolean watched) {}

    /// Starts a process; does not wait until it is ready.
    static ChildProcess start(Order order) {
        int port = freePort();
        List<String> words = new ArrayList<>();
        if (order.watched() && Files.isExecutable(SHELL)) {
            words.addAll(List.of(SHELL.toString(), "-c", WATCH, "zoetrope-watch"));
        }
        order.command().forEach(word -> words.add(word.replace("{port}", Integer.toString(port))));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        if (order.folder() != null) {
            builder.directory(Path.of(order.folder()).toFile());
        }
        builder.environment().putAll(order.environment());
        builder.environment().put("PORT", Integer.toString(port));
        // The admin's secret is the server's business, not a model's.
        builder.environment().remove("ZOETROPE_TOKEN");
        try {
            Process process = builder.start();
            var started =
                    new ChildProcess(order.model(), process, new CogClient(URI.create("http://127.0.0.1:" + port)));
            Thread.ofVirtual().name("log of " + order.model()).start(started::readOutput);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "could not start " + order.model() + " by "
                            + order.command().getFirst(),
                    e);
        }
    }

    private static final Path SHELL = Path.of("/bin/sh");

    /// Ends a foreign program when its server is gone, however it went: the server holds the other end of the
    /// input and never writes to it, so its end is the end of the server. The program keeps the same input, in
    /// case it watches that as well. The watcher lets go of the output, so that the end of the output is the
    /// program's end.
    private static final String WATCH = """
            exec 3<&0
            "$@" <&3 3<&- & child=$!
            ( read -r _ <&3; kill -TERM $child; sleep 3; kill -KILL $child ) >/dev/null 2>&1 & watch=$!
            exec 3<&-
            trap 'kill -TERM $child 2>/dev/null' TERM INT HUP
            wait $child; code=$?
            while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
            kill $watch 2>/dev/null
            exit $code
            """;

    @Override
    public CogClient client() {
        return client;
    }

    @Override
    public String name() {
        return "process " + process.pid();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean endsWithin(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String epitaph() {
        int code = process.exitValue();
        String how = code > 128 ? "was killed by signal " + (code - 128) : "exited with code " + code;
        return "the model process " + how;
    }

    @Override
    public String tail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    /// With that of everything it has started, such as the workers of a Python model.
    @Override
    public OptionalLong residentMemory() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> residentMemory(each.pid()))
                .flatMapToLong(OptionalLong::stream)
                .reduce(Long::sum);
    }

    private static OptionalLong residentMemory(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
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
    @Override
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the end of its input tells it that its server is gone
        } catch (IOException e) {
            LOG.debug("{}: input was closed already", model, e);
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
                LOG.info("[{}] {}", model, line);
                synchronized (tail) {
                    tail.addLast(line);
                    if (tail.size() > TAIL_LINES) {
                        tail.removeFirst();
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("{}: its output ended", model, e);
        }
    }

    private static int freePort() {
        // Cog takes its port from the environment, so one is picked for it; if another process is faster, the
        // start fails and is tried again with another port.
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for a model process", e);
        }
    }
}
