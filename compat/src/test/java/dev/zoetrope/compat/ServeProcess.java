package dev.zoetrope.compat;

import dev.zoetrope.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `zoetrope serve` as a process of its own, on a free port, set up by environment variables alone. Whoever starts it
/// closes it.
final class ServeProcess implements AutoCloseable {
    private static final String ANNOUNCEMENT = "Zoetrope is at ";

    /// Longer than the server drains.
    private static final int CLOSE_SECONDS = 30;

    private final Process process;
    private final URI url;

    private ServeProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /// Returns when the server answers; throws [IllegalStateException] with its output when it ends instead.
    static ServeProcess start(Path data, Map<String, String> settings) {
        var builder = new ProcessBuilder(java(List.of(Main.class.getName(), "serve"))).redirectErrorStream(true);
        // Whoever runs the tests may be at work with a server of his own.
        builder.environment().keySet().removeIf(name -> name.startsWith("ZOETROPE_"));
        builder.environment().put("ZOETROPE_DATA", data.toString());
        builder.environment().put("ZOETROPE_PORT", "0");
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            var printed = new ArrayList<String>();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                printed.add(line);
                if (line.startsWith(ANNOUNCEMENT)) {
                    Thread.ofVirtual().start(() -> pass(out));
                    return new ServeProcess(
                            process,
                            URI.create(line.substring(ANNOUNCEMENT.length()).split(" ", 2)[0]));
                }
            }
            throw new IllegalStateException("the server did not start:\n" + String.join("\n", printed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Passes the rest of its output on, so that the pipe never fills.
    private static void pass(BufferedReader out) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                System.out.println(line);
            }
        } catch (IOException e) {
            // The process was closed under us: there is nothing more to pass.
        }
    }

    /// This Java with the classes of these tests, and then these words.
    static List<String> java(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts faster, and nothing here runs for long
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(words);
        return List.copyOf(command);
    }

    /// Where it listens.
    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
