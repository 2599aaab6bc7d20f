package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.Sound.Mood;
import dev.zoetrope.animatic.sound.Tune.Note;
import dev.zoetrope.animatic.sound.Tune.Voice;
import java.util.List;
import java.util.SplittableRandom;

/// Who plays what in each mood: a calm film has broken chords on soft keys, a bright one a walking rhythm, a
/// tense one pulsing strings, a dark one long low notes. The melody is one motif, repeated and bent to the
/// chords.
final class Arrangement {
    /// Rhythms of the melody within one bar, in eighths; negative is a rest.
    private static final int[][] CALM = {{3, 1, 4}, {4, 2, 2}, {2, 2, 4}, {6, 2}};
    private static final int[][] BRIGHT = {{2, 1, 1, 2, 2}, {1, 1, 2, 3, 1}, {3, 1, 2, 2}};
    private static final int[][] TENSE = {{-2, 2, 4}, {6, 1, 1}, {-4, 2, 2}};
    private static final int[][] DARK = {{8}, {-2, 6}, {4, 4}};

    private static final int[] BROKEN = {0, 1, 2, 3, 2, 1, 2, 1};
    private static final int[] PULSE = {0, 0, 7, 0, 0, 0, 7, 12};

    /// A player is early or late by up to this, in seconds, as people are.
    private static final double LOOSENESS = 0.007;

    private final Mood mood;
    private final Harmony harmony;
    private final double beat;
    private final int eighths;
    private final double seconds;
    private final SplittableRandom random;
    private final int[] rhythm;
    private final int[] contour;
    private int degree;

    Arrangement(Sound sound, Harmony harmony, double beat, int beatsAChord, double seconds) {
        this.mood = sound.mood();
        this.harmony = harmony;
        this.beat = beat;
        this.eighths = 2 * beatsAChord;
        this.seconds = seconds;
        this.random = new SplittableRandom(sound.seed() ^ 0x5455_4e45L);
        int[][] rhythms = switch (mood) {
            case CALM -> CALM;
            case BRIGHT -> BRIGHT;
            case TENSE -> TENSE;
            case DARK -> DARK;
        };
        this.rhythm = rhythms[random.nextInt(rhythms.length)];
        this.contour = new int[rhythm.length];
        for (int i = 0; i < contour.length; i++) {
            contour[i] = random.nextInt(-2, 3);
        }
        this.degree = 7 + 2 * random.nextInt(3);
    }

    /// All that is played under one chord before the last.
    void chord(int index, List<Note> notes) {
        double start = index * eighths * beat / 2;
        double length = eighths * beat / 2;
        pad(index, start, length * 1.06, 0.62, notes);
        // One chord alone, then the others come in.
        boolean isOpening = index == 0;
        double strength = isOpening ? 0.75 : 1;
        switch (mood) {
            case CALM -> broken(index, start, 0.5 * strength, notes);
            case BRIGHT -> {
                broken(index, start, 0.55 * strength, notes);
                rhythm(start, isOpening, notes);
            }
            case TENSE -> pulse(index, start, 0.6 * strength, notes);
            case DARK -> add(Voice.KEYS, start + beat, length, harmony.voicing(index)[0], 0.4, notes);
        }
        bass(index, start, length, notes);
        if (!isOpening) {
            melody(index, start, notes);
        }
    }

    /// The last chord: all hold, the keys roll it, and the melody comes home.
    void home(List<Note> notes) {
        int last = harmony.chords() - 1;
        double start = last * eighths * beat / 2;
        double length = Math.max(0.5, seconds - start);
        pad(last, start, length, 0.7, notes);
        int[] voicing = harmony.voicing(last);
        double spread = Math.min(beat / 4, 0.14);
        double touch = mood == Mood.TENSE ? 0.32 : 0.5;
        for (int i = 0; i < 3; i++) {
            add(Voice.KEYS, start + i * spread, length, voicing[i], touch, notes);
        }
        add(Voice.KEYS, start + 3 * spread, length, harmony.pitch(7), touch, notes);
        add(Voice.BASS, start, length, harmony.bass(last), 0.8, notes);
        int above = mood == Mood.DARK || mood == Mood.TENSE ? 7 : 14;
        add(Voice.LEAD, start + 4 * spread, length, harmony.pitch(above), 0.6, notes);
        if (mood == Mood.TENSE) {
            add(Voice.KICK, start, 1, 36, 0.8, notes);
        }
    }

    private void pad(int index, double start, double length, double strength, List<Note> notes) {
        for (int pitch : harmony.voicing(index)) {
            notes.add(new Note(Voice.PAD, start, length, pitch, strength));
        }
    }

    private void broken(int index, double start, double strength, List<Note> notes) {
        int[] voicing = harmony.voicing(index);
        for (int i = 0; i < eighths; i++) {
            int which = BROKEN[i % BROKEN.length];
            int pitch = which == 3 ? voicing[0] + 12 : voicing[which];
            double accent = i % 4 == 0 ? 1 : i % 2 == 0 ? 0.85 : 0.7;
            add(Voice.KEYS, start + i * beat / 2, beat * 1.5, pitch + 12, strength * accent, notes);
        }
    }

    private void pulse(int index, double start, double strength, List<Note> notes) {
        int root = harmony.bass(index) + 12;
        for (int i = 0; i < eighths; i++) {
            double accent = i % 4 == 0 ? 1 : 0.68;
            add(
                    Voice.STRINGS,
                    start + i * beat / 2,
                    beat * 0.42,
                    root + PULSE[i % PULSE.length],
                    strength * accent,
                    notes);
        }
        add(Voice.KICK, start, 1, 36, 0.7, notes);
        add(Voice.KICK, start + beat * 0.5, 1, 36, 0.45, notes);
    }

    private void rhythm(double start, boolean isOpening, List<Note> notes) {
        for (int i = 0; i < eighths; i++) {
            add(Voice.SHAKER, start + i * beat / 2, 0.1, 60, i % 2 == 0 ? 0.35 : 0.6, notes);
            if (i % 4 == 0 && !isOpening) {
                add(Voice.KICK, start + i * beat / 2, 0.4, 36, i % 8 == 0 ? 0.75 : 0.6, notes);
            }
        }
    }

    private void bass(int index, double start, double length, List<Note> notes) {
        int root = harmony.bass(index);
        switch (mood) {
            case CALM, DARK -> add(Voice.BASS, start, length, root, 0.7, notes);
            case TENSE -> add(Voice.BASS, start, length * 0.95, root, 0.6, notes);
            case BRIGHT -> {
                add(Voice.BASS, start, beat * 1.4, root, 0.8, notes);
                for (int i = 3; i < eighths; i += 4) {
                    add(Voice.BASS, start + i * beat / 2, beat / 2, root, 0.55, notes);
                    if (i + 1 < eighths) {
                        add(Voice.BASS, start + (i + 1) * beat / 2, beat * 1.3, root, 0.7, notes);
                    }
                }
            }
        }
    }

    /// The motif, with its long notes on the chord and its short ones a step beside.
    private void melody(int index, double start, List<Note> notes) {
        int at = 0;
        for (int i = 0; at < eighths; i++) {
            int length = rhythm[i % rhythm.length];
            if (length > 0) {
                degree = next(index, contour[i % contour.length], length >= 2 || at % 4 == 0);
                double strength = (at % 4 == 0 ? 0.72 : 0.6) * (mood == Mood.DARK ? 0.8 : 1);
                double sounding = Math.min(length, eighths - at) * beat / 2;
                add(Voice.LEAD, start + at * beat / 2, sounding * 1.1, harmony.pitch(degree), strength, notes);
            }
            at += Math.abs(length);
        }
    }

    /// The next note of the melody: where the motif points to, within a singer's range, on the chord when it is
    /// long.
    private int next(int index, int step, boolean onChord) {
        int wanted = Math.clamp(degree + (step == 0 && random.nextBoolean() ? 1 : step), 5, 14);
        if (!onChord) {
            return wanted;
        }
        for (int away = 0; away < 4; away++) {
            int toward = step >= 0 ? away : -away;
            if (harmony.belongs(wanted + toward, index)) {
                return wanted + toward;
            }
            if (harmony.belongs(wanted - toward, index)) {
                return wanted - toward;
            }
        }
        throw new IllegalStateException("a triad has a note within three steps of any other");
    }

    private void add(Voice voice, double start, double length, int pitch, double strength, List<Note> notes) {
        double loose = start == 0 ? 0 : LOOSENESS * (2 * random.nextDouble() - 1);
        double touch = 1 + 0.12 * (2 * random.nextDouble() - 1);
        notes.add(new Note(voice, Math.max(0, start + loose), length, pitch, strength * touch));
    }
}
