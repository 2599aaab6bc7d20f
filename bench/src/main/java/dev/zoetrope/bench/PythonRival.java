package dev.zoetrope.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A package of PyPI. The interpreter that has it is named by the variable `RIVALS_PYTHON`, else it is `python3`.
enum PythonRival implements Rival {
    /// The film library of Python: a resize of each frame, composited in NumPy.
    MOVIEPY("MoviePy resize + crossfade"),
    /// Made for this effect; it knows cuts only, and films at its panels' size, so it gets them made small.
    BURNS("burns (cuts, panels made small first)");

    private final String title;

    PythonRival(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }

    @Override
    public Optional<String> missing() throws InterruptedException {
        String module = name().toLowerCase(java.util.Locale.ROOT);
        return Program.works(python(), "-c", "import " + module)
                ? Optional.empty()
                : Optional.of("no " + module + " in " + python() + "; pip install " + module
                        + " in an environment, and name its python in RIVALS_PYTHON");
    }

    @Override
    public Cost film(List<Path> panels, Path film, int crf) throws IOException, InterruptedException {
        return run(film, crf, SHOT_FRAMES, PUSH, panels);
    }

    @Override
    public void slowPush(Path still, Path film) throws IOException, InterruptedException {
        run(film, 10, SLOW_FRAMES, SLOW_PUSH, List.of(still));
    }

    private Cost run(Path film, int crf, int frames, double push, List<Path> panels)
            throws IOException, InterruptedException {
        Path script = film.resolveSibling("rivals.py");
        try (InputStream in = Objects.requireNonNull(PythonRival.class.getResourceAsStream("rivals.py"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        var command = new ArrayList<>(List.of(python(), script.toString(), name(), film.toString()));
        command.addAll(List.of(String.valueOf(crf), String.valueOf(frames), String.valueOf(push)));
        panels.forEach(panel -> command.add(panel.toString()));
        return Program.run(command).cost();
    }

    private static String python() {
        return System.getenv().getOrDefault("RIVALS_PYTHON", "python3");
    }
}
