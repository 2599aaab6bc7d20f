package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// MLT, the engine of Kdenlive and Shotcut, by its command `melt`: its affine filter on each panel, `luma` between.
final class MltRival implements Rival {
    @Override
    public String toString() {
        return "MLT affine + luma";
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        return Program.works("melt", "-version")
                ? Optional.empty()
                : Optional.of("no melt on the path; apt-get install melt");
    }

    @Override
    public Cost film(List<Path> panels, Path film, int crf) throws IOException, InterruptedException {
        List<String> command = started(film);
        for (int panel = 0; panel < panels.size(); panel++) {
            command.addAll(List.of(panels.get(panel).toString(), "out=" + (SHOT_FRAMES - 1)));
            command.addAll(pushed(PUSH, SHOT_FRAMES));
            if (panel > 0) {
                command.addAll(List.of("-mix", String.valueOf(FADE_FRAMES), "-mixer", "luma"));
            }
        }
        return Program.run(encoded(command, film, crf)).cost();
    }

    @Override
    public void slowPush(Path still, Path film) throws IOException, InterruptedException {
        List<String> command = started(film);
        command.addAll(List.of(still.toString(), "out=" + (SLOW_FRAMES - 1)));
        command.addAll(pushed(SLOW_PUSH, SLOW_FRAMES));
        Program.run(encoded(command, film, 10));
    }

    private static List<String> started(Path film) throws IOException {
        Path profile = film.resolveSibling("mlt.profile");
        Files.writeString(profile, """
                description=bench
                frame_rate_num=%d
                frame_rate_den=1
                width=%d
                height=%d
                progressive=1
                sample_aspect_num=1
                sample_aspect_den=1
                display_aspect_num=%d
                display_aspect_den=%d
                colorspace=709
                """.formatted(RATE, WIDTH, HEIGHT, WIDTH, HEIGHT));
        return new ArrayList<>(List.of("melt", "-silent", "-profile", profile.toString()));
    }

    private static List<String> pushed(double push, int frames) {
        String rectangles = String.format(
                Locale.ROOT,
                "0=0 0 %d %d;%d=%.3f %.3f %.3f %.3f",
                WIDTH,
                HEIGHT,
                frames - 1,
                -WIDTH * push / 2,
                -HEIGHT * push / 2,
                WIDTH * (1 + push),
                HEIGHT * (1 + push));
        return List.of("-attach-cut", "affine", "transition.rect=" + rectangles, "transition.fill=1");
    }

    private static List<String> encoded(List<String> command, Path film, int crf) {
        command.addAll(List.of("-consumer", "avformat:" + film, "vcodec=libx264", "preset=veryfast", "crf=" + crf));
        command.addAll(List.of("pix_fmt=yuv420p", "an=1", "rescale=bicubic", "real_time=-2"));
        return command;
    }
}
