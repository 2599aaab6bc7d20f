package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound;
import java.util.ArrayList;
import java.util.List;

/// A piece of music as long as the film: notes for the band. It opens thinly, fills up, turns to a cadence and
/// comes home on the tonic, which rings out with the film.
///
/// @param notes in any order
/// @param home when the last chord begins, in seconds
record Tune(List<Note> notes, double home) {
    /// The players.
    enum Voice {
        PAD,
        KEYS,
        LEAD,
        BASS,
        STRINGS,
        KICK,
        SHAKER,
        VIOLIN,
        PLUCK,
        ZITHER,
        BELL,
        SYNTH,
        SNARE,
        HAT
    }

    /// One note.
    ///
    /// @param voice who plays it
    /// @param start in seconds
    /// @param length in seconds, until it is let go
    /// @param pitch as MIDI counts, 69 is A at 440 Hz
    /// @param strength from 0 to 1
    record Note(Voice voice, double start, double length, int pitch, double strength) {
        Note by(Voice other) {
            return new Note(other, start, length, pitch, strength);
        }

        Note withStrength(double other) {
            return new Note(voice, start, length, pitch, other);
        }
    }

    /// The last chord gets at least so many seconds.
    private static final double LAST_CHORD = 2.2;

    private static final int BEATS_A_BAR = 4;

    /// Films shorter than this change the chord each half bar, so that something happens in them.
    private static final double SHORT_FILM = 9;

    Tune {
        notes = List.copyOf(notes);
    }

    /// Composes for a film of which only the length is known.
    static Tune compose(Sound sound, double seconds) {
        return compose(sound, Form.of(seconds));
    }

    /// Composes, for the players that the music's words name.
    ///
    /// @param form of the film
    static Tune compose(Sound sound, Form form) {
        double seconds = form.seconds();
        double beat = 60 / Math.clamp(sound.tempo(), 30, 240);
        int beatsAChord = seconds < SHORT_FILM ? BEATS_A_BAR / 2 : BEATS_A_BAR;
        int chords = (int) Math.max(0, Math.floor((seconds - LAST_CHORD) / (beat * beatsAChord)));
        Harmony harmony = new Harmony(sound.mood(), sound.seed(), chords);
        Arrangement arrangement = new Arrangement(sound, harmony, beat, beatsAChord, seconds);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < chords; i++) {
            arrangement.chord(i, notes);
        }
        arrangement.home(notes);
        double home = chords * beatsAChord * beat;
        var orchestration = new Orchestration(MusicWords.players(sound.music()), form, beat);
        return new Tune(orchestration.play(notes, home), home);
    }
}
