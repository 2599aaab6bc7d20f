package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.media.SoundException;
import dev.zoetrope.animatic.sound.Tune.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Recorded instruments that somebody gave, as a SoundFont 2 file: with it the music is played in place of our own
/// synthesis, from the same notes. Immutable; thread-safe.
public final class SoundFont {
    /// The environment variable that names the file for all films.
    public static final String VARIABLE = "ZOETROPE_SOUNDFONT";

    /// Larger files are not read: all of it is held in memory.
    private static final long MOST_BYTES = 512L << 20;

    /// The bank of drum kits, where each key is another drum.
    private static final int DRUM_BANK = 128;

    private final short[] samples;
    private final Map<Voice, List<Zone>> zones = new EnumMap<>(Voice.class);

    /// One recording and the keys it is for.
    ///
    /// @param lowKey the lowest key
    /// @param highKey the highest key
    /// @param lowForce the softest touch, from 0 to 127
    /// @param highForce the hardest touch
    /// @param start of the recording, in samples
    /// @param end after its last sample
    /// @param loopStart where it is repeated from while the key is held
    /// @param loopEnd where it goes back; not after `loopStart` for one that is not repeated
    /// @param rate samples a second
    /// @param root the key at which it is as recorded
    /// @param cents by which it is tuned
    /// @param gain of it, 1 as recorded
    /// @param shape of its loudness
    record Zone(
            int lowKey,
            int highKey,
            int lowForce,
            int highForce,
            int start,
            int end,
            int loopStart,
            int loopEnd,
            double rate,
            double root,
            double cents,
            double gain,
            Shape shape) {
        boolean isFor(int key, int force) {
            return key >= lowKey && key <= highKey && force >= lowForce && force <= highForce;
        }
    }

    /// How a note's loudness goes, in seconds; `sustain` in decibels below its fullest.
    record Shape(double attack, double hold, double decay, double sustain, double release) {}

    private SoundFont(SoundFontReader file) {
        samples = file.samples();
        for (Voice voice : Voice.values()) {
            List<Zone> own = new ArrayList<>(file.zones(isDrum(voice) ? DRUM_BANK : 0, program(voice)));
            if (own.isEmpty() && !isDrum(voice)) {
                own.addAll(file.zones(0, 0));
            }
            zones.put(voice, List.copyOf(own));
        }
    }

    /// Reads a file. Blocking.
    ///
    /// @throws SoundException when it is no SoundFont 2, is damaged or too large
    public static SoundFont read(Path file) {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new SoundException("the SoundFont " + file + " has " + size + " bytes, more than " + MOST_BYTES
                        + "; take a smaller one");
            }
            return new SoundFont(new SoundFontReader(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new SoundException("the SoundFont " + file + " cannot be read (" + e.getMessage()
                    + "); give the path of an .sf2 file");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SoundException(file + " is no SoundFont 2 file that can be played (" + e.getMessage()
                    + "); give an .sf2 file, not .sf3 or .dls");
        }
    }

    private static boolean isDrum(Voice voice) {
        return voice == Voice.KICK || voice == Voice.SHAKER || voice == Voice.SNARE || voice == Voice.HAT;
    }

    /// The program of General MIDI, level 1, counted from 0.
    private static int program(Voice voice) {
        return switch (voice) {
            case PAD -> 89;
            case LEAD -> 73;
            case BASS -> 32;
            case STRINGS, VIOLIN -> 48;
            case PLUCK -> 24;
            case ZITHER -> 107;
            case BELL -> 9;
            case SYNTH -> 81;
            case KEYS, KICK, SHAKER, SNARE, HAT -> 0;
        };
    }

    /// The key that is struck: a drum has one of its own.
    static int key(Tune.Note note) {
        return switch (note.voice()) {
            case KICK -> 36;
            case SNARE -> 38;
            case HAT -> 42;
            case SHAKER -> 70;
            case PAD, KEYS, LEAD, BASS, STRINGS, VIOLIN, PLUCK, ZITHER, BELL, SYNTH -> note.pitch();
        };
    }

    /// The recordings that sound when a voice strikes a key; none where the file has nothing for it.
    List<Zone> zones(Voice voice, int key, int force) {
        return zones.getOrDefault(voice, List.of()).stream()
                .filter(zone -> zone.isFor(key, force))
                .toList();
    }

    /// A sample, from -1 to 1.
    float at(int index) {
        return samples[index] / 32768f;
    }
}
