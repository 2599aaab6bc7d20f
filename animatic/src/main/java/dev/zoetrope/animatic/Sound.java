package dev.zoetrope.animatic;

import java.util.List;

/// What is heard.
///
/// @param seed of the music
/// @param tempo in beats a minute
/// @param mood sets mode and colour of the music
/// @param ambiences what goes on around, by shot
/// @param effects sounds at their moments, by start
/// @param music what music was asked for, in words; empty when nothing was
public record Sound(long seed, double tempo, Mood mood, List<Ambience> ambiences, List<Effect> effects, String music) {
    /// Music and surroundings alone.
    public Sound(long seed, double tempo, Mood mood, List<Ambience> ambiences) {
        this(seed, tempo, mood, ambiences, List.of(), "");
    }

    /// A sound at its moment.
    ///
    /// @param start first frame
    /// @param length in frames
    /// @param words what is heard, as the prompt or the caption calls it
    public record Effect(int start, int length, String words) {}

    /// The moods the music knows.
    public enum Mood {
        CALM,
        BRIGHT,
        TENSE,
        DARK
    }

    /// A bed of sound under a stretch of the film.
    ///
    /// @param kind what it is
    /// @param start first frame
    /// @param length in frames
    public record Ambience(Ambience.Kind kind, int start, int length) {
        /// The beds there are.
        public enum Kind {
            ROOM,
            WIND,
            RAIN,
            SEA,
            STREET,
            NIGHT,
            FOREST,
            CROWD,
            FIRE,
            STREAM
        }
    }

    public Sound {
        ambiences = List.copyOf(ambiences);
        effects = List.copyOf(effects);
    }
}
