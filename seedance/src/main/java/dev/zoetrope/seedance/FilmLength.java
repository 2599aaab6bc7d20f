package dev.zoetrope.seedance;

import dev.zoetrope.animatic.FrameSize;
import dev.zoetrope.animatic.Timeline;

/// How long a film is in frames, and how many tokens it counts for.
///
/// @param seconds whole seconds, as the caller counts them
record FilmLength(int seconds) {
    /// The shortest film.
    static final int MIN_SECONDS = 4;
    /// The longest film.
    static final int MAX_SECONDS = 15;
    /// The `duration` that leaves the length to the engine.
    static final int CHOSEN_BY_ENGINE = -1;

    /// A token is 1024 pixels, by ByteDance's price page.
    private static final int PIXELS_PER_TOKEN = 1024;

    FilmLength {
        if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "a film takes " + MIN_SECONDS + " to " + MAX_SECONDS + " seconds, not " + seconds);
        }
    }

    /// The number of frames: one more than the seconds need, as measured on Seedance's own films (97, 121, 361).
    int frames() {
        return Timeline.FRAMES_PER_SECOND * seconds + 1;
    }

    /// The tokens of a film made without reference videos: `floor(W * H * frames / 1024)`. It gives every published
    /// count, 151078 for 15 seconds at 864x496 among them.
    int tokens(FrameSize size) {
        return count(size, frames());
    }

    /// The tokens of a film made with reference videos: input and output seconds together, but never fewer than a
    /// minimum. Inferred, not published as a formula: a minimum of `ceil(seconds * 5 / 3)` seconds in all gives the
    /// published minimum charges at 480p and 720p for 4 to 9 seconds; at 1080p it is an approximation.
    ///
    /// @param inputSeconds the length of all reference videos together
    int tokensWithVideo(FrameSize size, double inputSeconds) {
        int fps = Timeline.FRAMES_PER_SECOND;
        int least = Math.ceilDiv(seconds * 5, 3) * fps;
        long counted = Math.round(inputSeconds * fps) + frames();
        return count(size, Math.max(least, counted));
    }

    private static int count(FrameSize size, long frames) {
        return Math.toIntExact((long) size.width() * size.height() * frames / PIXELS_PER_TOKEN);
    }
}
