package dev.zoetrope.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long each step of something took, by the wall clock, from when this was made.
final class Stages {
    private record Stage(String name, Duration took) {}

    private static final double MILLIS_PER_SECOND = 1000;

    private final InstantSource clock;
    private final List<Stage> stages = new ArrayList<>();
    private final long beganMillis;
    private long lastMillis;

    Stages(InstantSource clock) {
        this.clock = clock;
        this.beganMillis = clock.millis();
        this.lastMillis = beganMillis;
    }

    /// Says that a step, which began where the last one ended, is over.
    void end(String name) {
        long now = clock.millis();
        stages.add(new Stage(name, Duration.ofMillis(now - lastMillis)));
        lastMillis = now;
    }

    /// Prints each step with its time, and the sum.
    void print(PrintStream out) {
        stages.forEach(stage -> line(out, stage.took(), stage.name()));
        line(out, Duration.ofMillis(lastMillis - beganMillis), "in all");
    }

    /// Such as `12.34 s`.
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static void line(PrintStream out, Duration took, String name) {
        out.println(String.format(Locale.ROOT, "%10s  %s", seconds(took.toMillis() / MILLIS_PER_SECOND), name));
    }
}
