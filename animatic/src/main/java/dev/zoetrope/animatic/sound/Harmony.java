package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Key, scale and chords of a tune. Chords are told by the degree of the scale they stand on, 0 being home.
final class Harmony {
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};
    private static final int[] DORIAN = {0, 2, 3, 5, 7, 9, 10};
    private static final int DEGREES = 7;
    private static final int OCTAVE = 12;

    /// Around this pitch the pad's chords lie: the octave below middle C.
    private static final int MIDDLE = 55;

    private static final int[][] CALM = {{0, 4, 5, 3}, {0, 2, 3, 0}, {0, 5, 1, 4}, {0, 3, 5, 4}};
    private static final int[][] BRIGHT = {{0, 4, 5, 3}, {0, 3, 0, 4}, {0, 5, 3, 4}, {3, 0, 4, 5}};
    private static final int[][] TENSE = {{0, 5, 0, 6}, {0, 3, 5, 4}, {0, 0, 5, 6}};
    private static final int[][] DARK = {{0, 6, 3, 0}, {0, 2, 6, 3}, {0, 4, 3, 6}};

    private final int[] scale;
    private final int tonic;
    private final boolean isMinor;
    private final List<int[]> voicings = new ArrayList<>();
    private final List<Integer> degrees = new ArrayList<>();

    /// @param chords before the last one
    Harmony(Mood mood, long seed, int chords) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x4a52_4d4f_4e59L);
        int[][] turns = switch (mood) {
            case CALM -> CALM;
            case BRIGHT -> BRIGHT;
            case TENSE -> TENSE;
            case DARK -> DARK;
        };
        scale = switch (mood) {
            case CALM, BRIGHT -> MAJOR;
            case TENSE -> MINOR;
            case DARK -> DORIAN;
        };
        isMinor = scale[2] == 3;
        // From G below to F sharp above: every key within a singer's reach.
        tonic = MIDDLE + random.nextInt(OCTAVE) - OCTAVE / 2;
        int[] turn = turns[random.nextInt(turns.length)];
        for (int i = 0; i < chords; i++) {
            // The last step home is one the ear knows: from the fourth or fifth, in minor also from the
            // seventh.
            degrees.add(i == chords - 1 && chords > 1 ? homeward(mood, random) : turn[i % turn.length]);
        }
        degrees.add(0);
        int[] before = {tonic, tonic + scale[2], tonic + scale[4]};
        for (int degree : degrees) {
            before = nearest(degree, before);
            voicings.add(before);
        }
    }

    private static int homeward(Mood mood, SplittableRandom random) {
        return switch (mood) {
            case CALM -> random.nextBoolean() ? 3 : 4;
            case BRIGHT, TENSE -> 4;
            case DARK -> 6;
        };
    }

    /// The chord's three notes in the inversion that moves least from the chord before.
    private int[] nearest(int degree, int[] before) {
        int[] best = {};
        int least = Integer.MAX_VALUE;
        for (int inversion = -3; inversion < 3; inversion++) {
            int[] notes = new int[3];
            int moved = 0;
            for (int i = 0; i < 3; i++) {
                int step = inversion + i;
                notes[i] = chordTone(degree, Math.floorMod(step, 3)) + OCTAVE * Math.floorDiv(step, 3);
                moved += Math.abs(notes[i] - before[i]) + Math.abs(notes[i] - MIDDLE - 2) / 3;
            }
            if (moved < least) {
                least = moved;
                best = notes;
            }
        }
        return best;
    }

    /// Third number `index` of a chord, from the root in the middle octave up. The fifth of a minor key is
    /// major, as its leading note wants home.
    private int chordTone(int degree, int index) {
        int pitch = pitch(degree + 2 * index);
        boolean leads = isMinor && degree == 4 && index == 1;
        return leads ? tonic + Math.floorDiv(degree + 2, DEGREES) * OCTAVE + scale[6] + 1 : pitch;
    }

    /// A degree of the scale as a pitch; 7 is the octave, -1 the note below home.
    int pitch(int degree) {
        return tonic + OCTAVE * Math.floorDiv(degree, DEGREES) + scale[Math.floorMod(degree, DEGREES)];
    }

    /// The pad's three notes for a chord.
    int[] voicing(int chord) {
        return voicings.get(chord);
    }

    /// The bass's note for a chord, two octaves below the middle.
    int bass(int chord) {
        int pitch = pitch(degrees.get(chord));
        while (pitch > 45) {
            pitch -= OCTAVE;
        }
        return pitch;
    }

    /// True when a degree of the scale, in any octave, belongs to a chord.
    boolean belongs(int degree, int chord) {
        int distance = Math.floorMod(degree - degrees.get(chord), DEGREES);
        return distance == 0 || distance == 2 || distance == 4;
    }

    /// How many chords there are, with the last one.
    int chords() {
        return degrees.size();
    }
}
