package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.sound.SoundFont.Zone;
import dev.zoetrope.animatic.sound.Tune.Note;
import java.util.List;

/// Plays notes on the recordings of a SoundFont.
final class Sampler {
    private static final int RATE = Score.SAMPLE_RATE;

    /// Below this a note is over.
    private static final double SILENCE = -90;

    /// A release falls by so many decibels in its time (SoundFont 2.04, generator 38).
    private static final double FALL = 100;

    /// Beside our own voices, which play what the file lacks.
    private static final double LEVEL = 0.35;

    private static final float TO_ROOM = 0.5f;

    private final SoundFont font;
    private final float[] dry;
    private final float[] wet;

    /// @param dry what is played is added to it
    /// @param wet what the room answers is added to it
    Sampler(SoundFont font, float[] dry, float[] wet) {
        this.font = font;
        this.dry = dry;
        this.wet = wet;
    }

    /// Plays a note.
    ///
    /// @return false when the file has nothing for it
    boolean play(Note note) {
        int key = SoundFont.key(note);
        int force = Math.clamp(Math.round(127 * note.strength()), 1, 127);
        List<Zone> zones = font.zones(note.voice(), key, force);
        for (Zone zone : zones) {
            play(note, zone, key);
        }
        return !zones.isEmpty();
    }

    private void play(Note note, Zone zone, int key) {
        double step = zone.rate() / RATE * StrictMath.pow(2, (key - zone.root()) / 12 + zone.cents() / 1200);
        // The square of the touch, as the specification's concave curve comes near to.
        double level = LEVEL * zone.gain() * note.strength() * note.strength();
        double place = zone.start();
        double loop = zone.loopEnd() - zone.loopStart();
        int at = (int) (note.start() * RATE);
        for (int i = 0; at < dry.length; i++, at++) {
            double decibels = decibels(zone.shape(), (double) i / RATE, note.length());
            if (decibels < SILENCE) {
                return;
            }
            if (loop > 0 && place >= zone.loopEnd()) {
                place -= loop * Math.floor((place - zone.loopStart()) / loop);
            } else if (place >= zone.end() - 1) {
                return;
            }
            double rise = Math.min(1, i / (zone.shape().attack() * RATE));
            float sample = (float) (level * rise * StrictMath.pow(10, decibels / 20) * between(zone, place, loop > 0));
            dry[at] += sample;
            wet[at] += TO_ROOM * sample;
            place += step;
        }
    }

    /// How loud a note is after its attack, below its fullest.
    private static double decibels(SoundFont.Shape shape, double time, double held) {
        double falling = Math.clamp((Math.min(time, held) - shape.attack() - shape.hold()) / shape.decay(), 0, 1);
        double left = time > held ? FALL * (time - held) / shape.release() : 0;
        return -shape.sustain() * falling - left;
    }

    private float between(Zone zone, double place, boolean isLooping) {
        int left = (int) place;
        int right = left + 1;
        if (isLooping && right >= zone.loopEnd()) {
            right = zone.loopStart();
        }
        float one = font.at(Math.min(left, zone.end() - 1));
        float other = font.at(Math.min(right, zone.end() - 1));
        return one + (float) (place - left) * (other - one);
    }
}
