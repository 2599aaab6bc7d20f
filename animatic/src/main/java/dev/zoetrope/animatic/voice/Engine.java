package dev.zoetrope.animatic.voice;

import java.util.Optional;

/// Something that speaks.
interface Engine {
    /// What it is called in the log.
    String name();

    /// Speaks a line, at 48 kHz; empty when it cannot.
    ///
    /// @param pace 1 as people talk, 2 twice as fast
    Optional<float[]> speak(String words, Voice voice, double pace);
}
