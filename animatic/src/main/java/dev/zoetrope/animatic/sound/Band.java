package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound;
import dev.zoetrope.animatic.sound.Tune.Note;
import org.jspecify.annotations.Nullable;

/// Plays a tune: every voice is a wave of a few partials with an envelope, in a room.
final class Band {
    private static final int RATE = Score.SAMPLE_RATE;

    /// How much of each voice the room gives back.
    private static final float ROOM = 0.32f;

    private static final double CONCERT_A = 440;

    /// Sines of the partials' strengths, from the fundamental up.
    private static final Wave WARM = new Wave(1, 0.42, 0.2, 0.1, 0.06, 0.035, 0.02);

    private static final Wave HAMMER = new Wave(1, 0.55, 0.3, 0.22, 0.12, 0.1, 0.06, 0.05, 0.03, 0.02);
    private static final Wave FELT = new Wave(1, 0.22, 0.06, 0.02);
    private static final Wave FLUTE = new Wave(1, 0.28, 0.12, 0.03, 0.01);
    private static final Wave DEEP = new Wave(1, 0.5, 0.22, 0.09, 0.03);
    private static final Wave STRING = new Wave(1, 0.75, 0.5, 0.42, 0.2, 0.26, 0.15, 0.1, 0.09, 0.06, 0.05, 0.03);
    private static final Wave SAW = new Wave(1, 0.5, 0.33, 0.25, 0.2, 0.16, 0.13, 0.1, 0.08, 0.06);
    private static final Wave BOWED = new Wave(1, 0.6, 0.42, 0.3, 0.22, 0.15, 0.1, 0.07, 0.05, 0.03);

    private final float[] dry;
    private final float[] wet;

    private final Drums drums;
    private final @Nullable Sampler sampler;

    /// A band of our own voices.
    Band(int length) {
        this(length, null);
    }

    /// @param font recorded instruments for what it has, or null
    Band(int length, @Nullable SoundFont font) {
        dry = new float[length];
        wet = new float[length];
        drums = new Drums(dry, wet);
        sampler = font == null ? null : new Sampler(font, dry, wet);
    }

    /// Plays it all; the caller owns the samples.
    float[] play(Tune tune, Sound sound) {
        for (Note note : tune.notes()) {
            play(note);
        }
        new Room(sound.mood() == Sound.Mood.BRIGHT ? 0.78f : 0.84f).reverberate(wet);
        for (int i = 0; i < dry.length; i++) {
            dry[i] += ROOM * wet[i];
        }
        return dry;
    }

    private void play(Note note) {
        if (sampler != null && sampler.play(note)) {
            return;
        }
        double pitch = CONCERT_A * StrictMath.pow(2, (note.pitch() - 69) / 12.0);
        float strength = (float) note.strength();
        switch (note.voice()) {
            case PAD -> {
                // Three players a few hundredths of a semitone apart: the beating is what makes it warm.
                for (int i = -1; i <= 1; i++) {
                    Envelope swell = new Envelope(0.55, 8, 0.9);
                    tone(note, WARM, pitch * (1 + 0.0022 * i), 0.055f * strength, swell, 1);
                }
            }
            case KEYS -> {
                double ring = 1.9 * StrictMath.pow(2, (60 - note.pitch()) / 24.0);
                tone(note, HAMMER, pitch, 0.07f * strength * strength, new Envelope(0.003, 0.22, 0.2), 0.8f);
                tone(note, FELT, pitch, 0.2f * strength, new Envelope(0.004, ring, 0.35), 0.8f);
            }
            case LEAD -> {
                tone(note, FLUTE, pitch, 0.16f * strength, new Envelope(0.05, 3, 0.35), 1);
                tone(note, FLUTE, pitch * 1.003, 0.06f * strength, new Envelope(0.12, 3, 0.4), 1);
            }
            case BASS -> tone(note, DEEP, pitch, 0.3f * strength, new Envelope(0.012, 2.2, 0.15), 0.15f);
            case STRINGS -> tone(note, BOWED, pitch, 0.19f * strength, new Envelope(0.02, 0.5, 0.09), 0.5f);
            case VIOLIN -> {
                tone(note, BOWED, pitch, 0.07f * strength, new Envelope(0.14, 9, 0.22), 1);
                tone(note, BOWED, pitch * 1.0035, 0.05f * strength, new Envelope(0.2, 9, 0.25), 1);
            }
            case PLUCK -> {
                double ring = 0.9 * StrictMath.pow(2, (60 - note.pitch()) / 30.0);
                tone(note, STRING, pitch, 0.1f * strength, new Envelope(0.002, 0.16, 0.12), 0.6f);
                tone(note, FELT, pitch, 0.17f * strength, new Envelope(0.002, ring, 0.25), 0.6f);
            }
            case ZITHER -> {
                double ring = 1.5 * StrictMath.pow(2, (60 - note.pitch()) / 30.0);
                tone(note, STRING, pitch, 0.12f * strength, new Envelope(0.001, 0.4, 0.5), 0.9f);
                tone(note, STRING, pitch * 1.0018, 0.07f * strength, new Envelope(0.001, ring, 0.8), 0.9f);
            }
            case BELL -> {
                tone(note, Wave.SINE, pitch * 2, 0.16f * strength, new Envelope(0.001, 1.1, 0.7), 1);
                // The partials of a struck bar that is free at both ends.
                tone(note, Wave.SINE, pitch * 2 * 2.756, 0.05f * strength, new Envelope(0.001, 0.4, 0.4), 1);
                tone(note, Wave.SINE, pitch * 2 * 5.404, 0.02f * strength, new Envelope(0.001, 0.12, 0.2), 1);
            }
            case SYNTH -> {
                tone(note, SAW, pitch, 0.09f * strength, new Envelope(0.004, 0.35, 0.1), 0.5f);
                tone(note, SAW, pitch * 1.006, 0.07f * strength, new Envelope(0.004, 0.35, 0.1), 0.5f);
            }
            case KICK -> kick(note);
            case SHAKER -> drums.shaker(note);
            case SNARE -> drums.snare(note);
            case HAT -> drums.hat(note);
        }
    }

    /// A note's loudness over time.
    ///
    /// @param attack seconds until it is full
    /// @param decay seconds in which it falls to a third while it is held
    /// @param release seconds in which it falls to a third when it is let go
    private record Envelope(double attack, double decay, double release) {}

    private void tone(Note note, Wave wave, double pitch, float level, Envelope envelope, float toRoom) {
        int start = (int) (note.start() * RATE);
        int held = (int) (note.length() * RATE);
        int attack = Math.max(1, (int) (envelope.attack * RATE));
        float falling = (float) StrictMath.exp(-1 / (envelope.decay * RATE));
        float leaving = (float) StrictMath.exp(-1 / (envelope.release * RATE));
        double step = pitch / RATE;
        // Each note starts its wave at another place, told by its own numbers.
        double phase = (note.pitch() * 0.381966 + note.start() * 0.618034) % 1;
        float fall = 1;
        for (int i = 0, at = start; at < dry.length; i++, at++) {
            float rise = i < attack ? (float) i / attack : 1;
            float sample = level * fall * rise * rise * (3 - 2 * rise) * wave.at(phase);
            dry[at] += sample;
            wet[at] += sample * toRoom;
            phase += step;
            phase -= (int) phase;
            fall *= i < held ? falling : leaving;
            if (fall < 1e-4f) {
                return;
            }
        }
    }

    /// A soft drum: a sine that falls from 105 to 46 Hz.
    private void kick(Note note) {
        int start = (int) (note.start() * RATE);
        double phase = 0;
        for (int i = 0; i < RATE * 4 / 10 && start + i < dry.length; i++) {
            double time = (double) i / RATE;
            double pitch = 46 + 59 * StrictMath.exp(-time * 34);
            phase += pitch / RATE;
            double level = 0.5 * note.strength() * StrictMath.exp(-time * 11) * Math.min(1, i / 90.0);
            float sample = (float) level * Wave.SINE.at(phase - Math.floor(phase));
            dry[start + i] += sample;
            wet[start + i] += 0.12f * sample;
        }
    }
}
