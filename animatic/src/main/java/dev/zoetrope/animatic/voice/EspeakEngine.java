package dev.zoetrope.animatic.voice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Speaks Chinese through the program espeak-ng, one process for a line. Thread-safe.
final class EspeakEngine implements Engine {
    private static final String PROGRAM = "espeak-ng";

    /// Reads characters as Mandarin. The plain voice `cmn` of version 1.51 speaks the tones' numbers aloud.
    private static final String MANDARIN = "cmn-latn-pinyin";

    /// Words a minute as the program counts, for about four and a half characters a second.
    private static final int USUAL_PACE = 170;

    private static final int LEAST_PACE = 80;
    private static final int MOST_PACE = 450;

    /// A line takes 10 ms; a program that hangs is given up.
    private static final long PATIENCE_SECONDS = 20;

    private static final int MOST_LETTERS = 1000;
    private static final int WAV_HEADER = 44;

    private final Path program;

    private EspeakEngine(Path program) {
        this.program = program;
    }

    /// The program of the machine's path, if there is one.
    static Optional<EspeakEngine> find() {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .map(EspeakEngine::new);
    }

    @Override
    public String name() {
        return PROGRAM;
    }

    @Override
    public Optional<float[]> speak(String words, Voice voice, double pace) {
        String line = words.replaceAll("[\\p{Cntrl}<>]", " ").strip();
        String whole = line.codePointCount(0, line.length()) > MOST_LETTERS
                ? line.substring(0, line.offsetByCodePoints(0, MOST_LETTERS))
                : line;
        int speed = Math.clamp(Math.round(USUAL_PACE * pace), LEAST_PACE, MOST_PACE);
        var command = List.of(
                program.toString(),
                "-v",
                MANDARIN + "+" + voice.variant(),
                "-p",
                Integer.toString(voice.height()),
                "-s",
                Integer.toString(speed),
                "-b",
                "1",
                "--stdin",
                "--stdout");
        try {
            return run(command, whole);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<float[]> run(List<String> command, String words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(words.getBytes(StandardCharsets.UTF_8));
            }
            // Ends the reading below when the program hangs.
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(late -> {
                process.destroyForcibly();
                return process;
            });
            byte[] wav = process.getInputStream().readAllBytes();
            return process.waitFor() == 0 ? samples(wav) : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    /// The header's lengths are those of an endless stream, so all after it is sound.
    private static Optional<float[]> samples(byte[] wav) {
        if (wav.length <= WAV_HEADER) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = buffer.getInt(24);
        if (rate < 8000 || rate > Speaking.SAMPLE_RATE) {
            return Optional.empty();
        }
        var samples = new float[(wav.length - WAV_HEADER) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = buffer.getShort(WAV_HEADER + 2 * i) / 32768f;
        }
        return Optional.of(Resampler.resample(samples, (double) rate / Speaking.SAMPLE_RATE));
    }
}
