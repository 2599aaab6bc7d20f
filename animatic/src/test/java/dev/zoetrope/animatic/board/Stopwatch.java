package dev.zoetrope.animatic.board;

import com.sun.management.OperatingSystemMXBean;
import dev.zoetrope.animatic.Brief;
import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Timeline;
import dev.zoetrope.animatic.camera.Scenes;
import dev.zoetrope.animatic.studio.Film;
import dev.zoetrope.animatic.studio.Progress;
import dev.zoetrope.animatic.studio.Studio;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Measures how long a film of nine panels takes: `Stopwatch [WIDTHxHEIGHT [RUNS [FILE]]]`.
public final class Stopwatch {
    private static final int FRAMES = 361;

    private Stopwatch() {}

    public static void main(String[] args) throws Exception {
        String[] sides = (args.length > 0 ? args[0] : "864x496").split("x", 2);
        FrameSize size = new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path file = args.length > 2 ? Path.of(args[2]) : Files.createTempFile("stopwatch", ".mp4");
        Brief brief = Scenes.brief(Scenes.sheet(), size, FRAMES);
        Timeline timeline = Scenes.nine(size, FRAMES, Scenes.music(Sound.Mood.CALM, FRAMES));
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        PrintStream out = System.out;
        for (int i = 0; i < runs; i++) {
            long cpu = machine.getProcessCpuTime();
            Film film = new Studio().shoot(brief, timeline, file, Progress.UNWATCHED);
            out.print(film.bytes() + " bytes");
            for (Film.Stage stage : film.stages()) {
                out.print(", " + stage.name() + " " + stage.wall().toMillis() + " ms");
            }
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            out.println(
                    ", CPU " + (machine.getProcessCpuTime() - cpu) / 1_000_000 + " ms, heap " + (used >> 20) + " MB");
        }
    }
}
