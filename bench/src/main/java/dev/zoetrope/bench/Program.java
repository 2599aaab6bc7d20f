package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/// Runs other programs and says what they cost, their children's work included.
final class Program {
    /// The slowest rival takes a minute on a slow machine.
    private static final long LIMIT_MINUTES = 10;

    private Program() {}

    /// FFmpeg's executable out of the bytedeco jar, so that all sides encode with the same x264. Unpacked once.
    static String ffmpeg() {
        if (System.getProperty("org.bytedeco.javacpp.platform.extension") == null) {
            System.setProperty("org.bytedeco.javacpp.platform.extension", "-gpl");
        }
        return Loader.load(ffmpeg.class);
    }

    /// What a run gave.
    ///
    /// @param printed by it, on both streams
    record Run(Cost cost, String printed) {}

    /// Runs a command to its end.
    ///
    /// @throws IOException when it fails or takes too long, with what it printed
    static Run run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("zoetrope-bench", ".log");
        Path times = Files.createTempFile("zoetrope-bench", ".times");
        try {
            // Only the shell that waited for a program knows what its children used.
            var timed = new ArrayList<>(
                    List.of("bash", "-c", "TIMEFORMAT='%U %S'; { time \"$@\" 2>&3; } 3>&2 2>\"$0\"", times.toString()));
            timed.addAll(command);
            long start = System.nanoTime();
            Process process = new ProcessBuilder(timed)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            double wall = (System.nanoTime() - start) / 1e9;
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " failed: " + Files.readString(log));
            }
            String[] used = Files.readString(times).strip().split(" ", -1);
            return new Run(
                    new Cost(wall, Double.parseDouble(used[0]) + Double.parseDouble(used[1])), Files.readString(log));
        } finally {
            Files.delete(log);
            Files.delete(times);
        }
    }

    /// Whether a command runs and ends well.
    static boolean works(String... command) throws InterruptedException {
        try {
            run(List.of(command));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
