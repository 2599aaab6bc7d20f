package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.sound.MusicWords.Player;
import dev.zoetrope.animatic.sound.Tune.Note;
import dev.zoetrope.animatic.sound.Tune.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Gives the parts of a tune to the players that were asked for, adds drums where they were, and plays all of it as
/// full as the form wants.
///
/// @param players empty for those of the mood
/// @param form of the film
/// @param beat in seconds
record Orchestration(Set<Player> players, Form form, double beat) {
    /// How much softer the pad is behind players of whom it was not asked.
    private static final double BEHIND = 0.45;

    Orchestration {
        players = Set.copyOf(players);
    }

    /// The same tune in other hands.
    ///
    /// @param home when the last chord begins, in seconds
    List<Note> play(List<Note> notes, double home) {
        List<Note> played = new ArrayList<>();
        for (Note note : notes) {
            Note given = given(note);
            played.add(given.withStrength(given.strength() * form.fullness(note.start())));
            boolean isPeak = note.voice() == Voice.LEAD && Math.abs(note.start() - form.climax()) < 2 * beat;
            if (isPeak && !players.contains(Player.ZITHER)) {
                // At the climax the melody is doubled an octave above.
                played.add(
                        new Note(given.voice(), note.start(), note.length(), note.pitch() + 12, note.strength() * 0.5));
            }
        }
        if (players.contains(Player.DRUMS)) {
            drums(played, home);
        }
        return played;
    }

    private Note given(Note note) {
        return switch (note.voice()) {
            case KEYS -> note.by(accompaniment());
            case LEAD -> note.by(melody());
            case PAD ->
                players.contains(Player.STRINGS)
                        ? note.by(Voice.VIOLIN).withStrength(note.strength() * 0.8)
                        : players.isEmpty() ? note : note.withStrength(note.strength() * BEHIND);
            case STRINGS -> players.isEmpty() || players.contains(Player.STRINGS) ? note : note.by(accompaniment());
            case BASS, KICK, SHAKER, VIOLIN, PLUCK, ZITHER, BELL, SYNTH, SNARE, HAT -> note;
        };
    }

    private Voice accompaniment() {
        if (players.contains(Player.PIANO)) {
            return Voice.KEYS;
        }
        if (players.contains(Player.GUITAR)) {
            return Voice.PLUCK;
        }
        if (players.contains(Player.ZITHER)) {
            return Voice.ZITHER;
        }
        if (players.contains(Player.SYNTH)) {
            return Voice.SYNTH;
        }
        if (players.contains(Player.BELLS)) {
            return Voice.BELL;
        }
        return players.contains(Player.STRINGS) ? Voice.STRINGS : Voice.KEYS;
    }

    private Voice melody() {
        if (players.contains(Player.FLUTE)) {
            return Voice.LEAD;
        }
        if (players.contains(Player.BELLS)) {
            return Voice.BELL;
        }
        if (players.contains(Player.ZITHER)) {
            return Voice.ZITHER;
        }
        if (players.contains(Player.STRINGS)) {
            return Voice.VIOLIN;
        }
        if (players.contains(Player.PIANO)) {
            return Voice.KEYS;
        }
        if (players.contains(Player.GUITAR)) {
            return Voice.PLUCK;
        }
        return players.contains(Player.SYNTH) ? Voice.SYNTH : Voice.LEAD;
    }

    /// A beat of four from the build-up on, which ends with a stroke on the last chord.
    private void drums(List<Note> played, double home) {
        int beats = (int) Math.round(home / beat);
        for (int i = 0; i < beats; i++) {
            double at = i * beat;
            if (!form.isBuilding(at)) {
                continue;
            }
            double strength = form.fullness(at);
            if (i % 2 == 0) {
                played.add(new Note(Voice.KICK, at, 0.4, 36, 0.85 * strength));
            } else {
                played.add(new Note(Voice.SNARE, at, 0.2, 38, 0.7 * strength));
            }
            played.add(new Note(Voice.HAT, at, 0.1, 42, 0.5 * strength));
            played.add(new Note(Voice.HAT, at + beat / 2, 0.1, 42, 0.32 * strength));
        }
        played.add(new Note(Voice.KICK, home, 0.4, 36, 0.8));
    }
}
