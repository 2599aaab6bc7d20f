package dev.zoetrope.animatic.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.ffmpeg.ffprobe;
import org.bytedeco.javacpp.Loader;

/// The executables that come in the same jar as the natives, to look at films with other eyes than our own.
public final class Tools {
    static {
        FFmpeg.load();
    }

    private Tools() {}

    /// What ffprobe says of a file, as lines of key=value.
    public static String probe(Path file) {
        return run(Loader.load(ffprobe.class), "-v", "error", "-show_streams", "-show_format", file.toString());
    }

    /// What ffmpeg prints when run with these arguments, both outputs together.
    public static String ffmpeg(String... arguments) {
        return run(Loader.load(ffmpeg.class), arguments);
    }

    private static String run(String executable, String... arguments) {
        List<String> command = new ArrayList<>(List.of(executable));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("tool", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command);
            // The libraries lie beside the executable.
            builder.environment()
                    .put("LD_LIBRARY_PATH", Path.of(executable).getParent().toString());
            int code = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(output);
            Files.delete(output);
            if (code != 0) {
                throw new IllegalStateException(command + " ended with " + code + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
