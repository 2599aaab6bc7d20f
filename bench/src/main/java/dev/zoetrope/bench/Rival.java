package dev.zoetrope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Another way to the same film: nine panels of 1280x720, a slow push of 15 % on each, dissolves of 9 frames between
/// them, 360 frames of 864x496 at 24 a second, x264 `veryfast`, without sound. Its `toString` is its name in the table.
interface Rival {
    /// Frames a second.
    int RATE = 24;

    /// Nine shots of 48 frames, overlapping by 9, make 360 frames: 15 seconds.
    int SHOT_FRAMES = 48;

    int FADE_FRAMES = 9;

    /// How much nearer the camera is at a shot's end.
    double PUSH = 0.15;

    /// The slow push by which its steadiness is judged: 72 frames, 4 % nearer.
    int SLOW_FRAMES = 72;

    double SLOW_PUSH = 0.04;

    int WIDTH = 864;
    int HEIGHT = 496;

    /// Why it cannot be run here, and what to do about it; nothing when it can.
    Optional<String> missing() throws IOException, InterruptedException;

    /// Makes the film.
    ///
    /// @param crf x264's quality; 0 loses nothing
    /// @return what it cost, the start of its program included
    Cost film(List<Path> panels, Path film, int crf) throws Exception;

    /// Makes the slow push on one still, at high quality.
    void slowPush(Path still, Path film) throws Exception;
}
