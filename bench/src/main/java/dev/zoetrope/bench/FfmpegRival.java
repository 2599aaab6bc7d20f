package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// FFmpeg's filters, as its users put them together: a filter that moves over each panel, and `xfade` between them.
enum FfmpegRival implements Rival {
    /// What nearly everybody types. The window is rounded to whole pixels in each frame, which shakes.
    ZOOMPAN("ffmpeg zoompan + xfade") {
        @Override
        String moving(double push, int frames) {
            return zoompan(push, frames);
        }
    },

    /// The usual remedy: the picture is made much larger first, so that a whole pixel is less.
    UPSCALED("the same, panels scaled to 5120 first") {
        @Override
        String moving(double push, int frames) {
            return "scale=5120:-2," + zoompan(push, frames);
        }
    },

    /// Smooth, by a filter that was made for something else.
    PERSPECTIVE("ffmpeg perspective + xfade") {
        @Override
        String moving(double push, int frames) {
            String left = String.format(Locale.ROOT, "W/2*(1-1/(1+%s*on/%d))", push, frames);
            String top = String.format(Locale.ROOT, "H/2*(1-1/(1+%s*on/%d))", push, frames);
            return String.format(
                    Locale.ROOT,
                    "loop=loop=%d:size=1,setpts=N/%d/TB,fps=%d,perspective=x0='%s':y0='%s':x1='W-%s':y1='%s':x2='%s':y2='H-%s'"
                            + ":x3='W-%s':y3='H-%s':interpolation=cubic:sense=source:eval=frame,trim=end_frame=%d,scale=%d:%d",
                    frames - 1,
                    RATE,
                    RATE,
                    left,
                    top,
                    left,
                    top,
                    left,
                    top,
                    left,
                    top,
                    frames,
                    WIDTH,
                    HEIGHT);
        }
    };

    private final String title;

    FfmpegRival(String title) {
        this.title = title;
    }

    /// The filters that make a shot of a picture.
    abstract String moving(double push, int frames);

    private static String zoompan(double push, int frames) {
        return String.format(
                Locale.ROOT,
                "zoompan=z='1+%s*on/%d':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=%d:s=%dx%d:fps=%d",
                push,
                frames,
                frames,
                WIDTH,
                HEIGHT,
                RATE);
    }

    @Override
    public String toString() {
        return title;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Cost film(List<Path> panels, Path film, int crf) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Program.ffmpeg(), "-y", "-nostdin", "-nostats"));
        for (Path panel : panels) {
            command.addAll(List.of("-i", panel.toString()));
        }
        command.addAll(List.of("-filter_complex", filters(panels.size()), "-map", "[film]"));
        command.addAll(encoded(crf, film));
        return Program.run(command).cost();
    }

    @Override
    public void slowPush(Path still, Path film) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Program.ffmpeg(), "-y", "-nostdin", "-nostats", "-i", still.toString()));
        command.addAll(List.of("-vf", moving(SLOW_PUSH, SLOW_FRAMES)));
        command.addAll(encoded(10, film));
        Program.run(command);
    }

    private static List<String> encoded(int crf, Path film) {
        return List.of(
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                String.valueOf(crf),
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "+faststart",
                film.toString());
    }

    private String filters(int panels) {
        StringBuilder graph = new StringBuilder();
        for (int panel = 0; panel < panels; panel++) {
            graph.append(String.format(Locale.ROOT, "[%d:v]%s[p%d];", panel, moving(PUSH, SHOT_FRAMES), panel));
        }
        String before = "[p0]";
        for (int panel = 1; panel < panels; panel++) {
            String after = panel == panels - 1 ? "[film]" : "[x" + panel + "]";
            double offset = (double) panel * (SHOT_FRAMES - FADE_FRAMES) / RATE;
            graph.append(String.format(
                    Locale.ROOT,
                    "%s[p%d]xfade=transition=fade:duration=%.4f:offset=%.4f%s;",
                    before,
                    panel,
                    (double) FADE_FRAMES / RATE,
                    offset,
                    after));
            before = after;
        }
        graph.setLength(graph.length() - 1);
        return graph.toString();
    }
}
