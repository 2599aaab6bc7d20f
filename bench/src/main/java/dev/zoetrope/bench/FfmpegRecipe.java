package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/// What a user would type otherwise: FFmpeg's `zoompan` for a slow push on each panel and `xfade` between them,
/// nine panels to 15 seconds of 864x496 at 24 frames a second, x264 `veryfast` at CRF 23, without sound. The
/// executable is the one inside the bytedeco jar, so both sides encode with the same x264.
final class FfmpegRecipe {
    private static final int FRAMES_PER_SECOND = 24;
    /// Nine shots of 48 frames, overlapping by 9, make 360 frames: 15 seconds.
    private static final int SHOT_FRAMES = 48;

    private static final int FADE_FRAMES = 9;

    private static final Pattern USED = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");

    private final String executable;

    private FfmpegRecipe(String executable) {
        this.executable = executable;
    }

    /// Unpacks the executable.
    static FfmpegRecipe prepare() {
        if (System.getProperty("org.bytedeco.javacpp.platform.extension") == null) {
            System.setProperty("org.bytedeco.javacpp.platform.extension", "-gpl");
        }
        return new FfmpegRecipe(Loader.load(ffmpeg.class));
    }

    /// Makes the film; the wall time includes the start of the process, as a user would see it.
    Cost run(List<Path> panels, Path film) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(executable, "-y", "-nostdin", "-nostats", "-benchmark"));
        for (Path panel : panels) {
            command.addAll(List.of("-i", panel.toString()));
        }
        command.addAll(List.of("-filter_complex", filters(panels.size()), "-map", "[film]"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-movflags", "+faststart", film.toString()));
        Path log = film.resolveSibling("ffmpeg.log");
        long start = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IOException("ffmpeg ended with " + code + ": " + Files.readString(log));
        }
        return new Cost(seconds, processorSeconds(Files.readString(log)));
    }

    /// FFmpeg says at its end what it used: `bench: utime=4.210s stime=0.150s rtime=2.900s`.
    private static double processorSeconds(String log) throws IOException {
        Matcher used = USED.matcher(log);
        if (!used.find()) {
            throw new IOException("ffmpeg did not say what time it used: " + log);
        }
        return Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2));
    }

    private static String filters(int panels) {
        StringBuilder graph = new StringBuilder();
        for (int panel = 0; panel < panels; panel++) {
            graph.append(String.format(
                    Locale.ROOT,
                    "[%d:v]zoompan=z='1+0.15*on/%d':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=%d:s=864x496:fps=%d[p%d];",
                    panel,
                    SHOT_FRAMES,
                    SHOT_FRAMES,
                    FRAMES_PER_SECOND,
                    panel));
        }
        String before = "[p0]";
        for (int panel = 1; panel < panels; panel++) {
            String after = panel == panels - 1 ? "[film]" : "[x" + panel + "]";
            double offset = (double) panel * (SHOT_FRAMES - FADE_FRAMES) / FRAMES_PER_SECOND;
            graph.append(String.format(
                    Locale.ROOT,
                    "%s[p%d]xfade=transition=fade:duration=%.4f:offset=%.4f%s;",
                    before,
                    panel,
                    (double) FADE_FRAMES / FRAMES_PER_SECOND,
                    offset,
                    after));
            before = after;
        }
        graph.setLength(graph.length() - 1);
        return graph.toString();
    }
}
