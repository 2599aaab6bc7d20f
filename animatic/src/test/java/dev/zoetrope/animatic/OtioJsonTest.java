package dev.zoetrope.animatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zoetrope.animatic.director.Director;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtioJsonTest {
    /// Prints each clip's start and length as the reference implementation understands them.
    private static final String PROGRAM = """
            import sys
            import opentimelineio as otio
            timeline = otio.adapters.read_from_file(sys.argv[1])
            for track in timeline.tracks:
                for clip in track.find_clips():
                    at = clip.range_in_parent()
                    print(track.name, int(at.start_time.value), int(at.duration.value))
            print("whole", int(timeline.duration().value), timeline.duration().rate)
            """;

    @TempDir
    private Path folder;

    @Test
    void the_reference_implementation_reads_the_cuts_of_the_film() throws Exception {
        Path python = python();
        Timeline timeline = new Director()
                .direct(Briefs.of(
                        "Shot 1 (3s): Ann says: \"We have to go!\" Shot 2 (2s): pan left. Shot 3: rain.",
                        Briefs.board(3)));
        Path file = folder.resolve("film.otio");
        Files.writeString(file, OtioJson.write(timeline, "film.mp4"));

        List<String> lines = run(python.toString(), "-c", PROGRAM, file.toString());

        String shots = timeline.shots().stream()
                .map(shot -> "shots " + shot.start() + " " + shot.length())
                .collect(Collectors.joining("\n"));
        Timeline.Line said = timeline.shots().getFirst().lines().getFirst();
        assertThat(String.join("\n", lines))
                .isEqualTo(shots + "\ndialogue " + said.at() + " " + said.length() + "\nwhole 361 24.0");
    }

    /// A Python with the reference implementation, installed once below the build's folder.
    private static Path python() throws IOException, InterruptedException {
        Path home = Path.of("target", "otio-python").toAbsolutePath();
        Path python = home.resolve("bin/python3");
        if (!Files.exists(home.resolve("installed"))) {
            boolean made = succeeds("python3", "-m", "venv", home.toString())
                    && succeeds(python.toString(), "-m", "pip", "install", "-q", "opentimelineio==0.18.1");
            assumeTrue(made, "python3 with venv and opentimelineio cannot be had here");
            Files.createFile(home.resolve("installed"));
        }
        return python;
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }
}
