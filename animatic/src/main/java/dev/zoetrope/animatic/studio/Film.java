package dev.zoetrope.animatic.studio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A film that lies finished in its place.
///
/// @param file the MP4
/// @param bytes its length
/// @param stages how long each stage took; they overlap, the last is the whole
/// @param notes what there is to say of its sound, a line for the log each
public record Film(Path file, long bytes, List<Stage> stages, List<String> notes) {
    /// How long one stage took by the clock.
    ///
    /// @param name for the log
    /// @param wall from its first to its last moment of work; waiting for others not counted where it can be told
    public record Stage(String name, Duration wall) {}

    public Film {
        stages = List.copyOf(stages);
        notes = List.copyOf(notes);
    }
}
