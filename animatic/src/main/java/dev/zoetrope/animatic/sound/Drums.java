package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.sound.Tune.Note;

/// The noises among the instruments.
final class Drums {
    private static final int RATE = Score.SAMPLE_RATE;

    private final float[] dry;
    private final float[] wet;

    /// @param dry what is played is added to it
    /// @param wet what the room answers is added to it
    Drums(float[] dry, float[] wet) {
        this.dry = dry;
        this.wet = wet;
    }

    /// A hiss of 60 ms, rising before it falls, as a shaken egg's.
    void shaker(Note note) {
        hiss(note, 0.06, 0.25f, 0.09f);
    }

    /// A closed cymbal: a hiss of 35 ms that falls at once.
    void hat(Note note) {
        hiss(note, 0.035, 0.02f, 0.075f);
    }

    /// @param seconds how long
    /// @param rise the share of it in which it rises
    private void hiss(Note note, double seconds, float rise, float level) {
        int start = (int) (note.start() * RATE);
        Hiss hiss = new Hiss(start);
        float before = 0;
        int length = (int) (RATE * seconds);
        for (int i = 0; i < length && start + i < dry.length; i++) {
            float white = hiss.next();
            float high = white - before; // a high pass of the first order
            before = white;
            float share = (float) i / length;
            float shape = share < rise ? share / rise : (1 - share) / (1 - rise);
            float sample = level * (float) note.strength() * shape * shape * high;
            dry[start + i] += sample;
            wet[start + i] += 0.4f * sample;
        }
    }

    /// A skin of 185 Hz and the wires below it.
    void snare(Note note) {
        int start = (int) (note.start() * RATE);
        Hiss hiss = new Hiss(start + 1);
        double phase = 0;
        for (int i = 0; i < RATE / 4 && start + i < dry.length; i++) {
            double time = (double) i / RATE;
            phase += (185 + 60 * StrictMath.exp(-time * 60)) / RATE;
            double skin = 0.16 * StrictMath.exp(-time * 26) * Wave.SINE.at(phase - Math.floor(phase));
            double wires = 0.13 * StrictMath.exp(-time * 20) * hiss.next();
            float sample = (float) (note.strength() * (skin + wires) * Math.min(1, i / 40.0));
            dry[start + i] += sample;
            wet[start + i] += 0.5f * sample;
        }
    }
}
