package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.Sound.Ambience;
import dev.zoetrope.animatic.Timeline;

/// What is heard around the scene: noise that is shaped to wind, rain, waves, traffic, leaves, a
/// crowd, a fire, water, a room or a night with crickets. Each bed comes and goes with its stretch of the film.
final class Surroundings {
    private static final int RATE = Score.SAMPLE_RATE;

    /// Seconds in which a bed comes and goes, or a third of a short stretch.
    private static final double FADE_SECONDS = 0.6;

    private final Ambience ambience;
    private final long seed;
    private final Hiss hiss;
    private float low;
    private float lower;
    private float band;
    private float bandLow;

    Surroundings(Ambience ambience, long seed) {
        this.ambience = ambience;
        this.seed = seed * 31 + ambience.kind().name().hashCode();
        this.hiss = new Hiss(this.seed);
    }

    /// Mixes the bed into the film's sound.
    void addTo(float[] samples) {
        long perFrame = RATE / Timeline.FRAMES_PER_SECOND;
        int start = Math.clamp(ambience.start() * perFrame, 0, samples.length);
        int end = Math.clamp((ambience.start() + (long) ambience.length()) * perFrame, start, samples.length);
        int fade = (int) Math.max(1, Math.min(FADE_SECONDS * RATE, (end - start) / 3.0));
        for (int i = start; i < end; i++) {
            // Placed in the film's time: two neighbouring stretches of rain are one rain.
            float level = Math.min(1, Math.min(i - start, end - 1 - i) / (float) fade);
            samples[i] += level * level * (3 - 2 * level) * next((double) i / RATE);
        }
    }

    private float next(double time) {
        return switch (ambience.kind()) {
            case ROOM -> 0.5f * dull(0.006f);
            case WIND -> wind(time);
            case RAIN -> rain(time);
            case SEA -> sea(time);
            case STREET -> street(time);
            case NIGHT -> night(time);
            case FOREST -> forest(time);
            case CROWD -> crowd(time);
            case FIRE -> fire();
            case STREAM -> stream(time);
        };
    }

    /// Noise with everything above a corner taken away, twice; made up for in level.
    private float dull(float share) {
        low += share * (hiss.next() - low);
        lower += share * (low - lower);
        return lower / (float) Math.sqrt(share) * 0.6f;
    }

    /// Noise around a pitch, by Chamberlin's state-variable filter.
    private float around(double pitch, float width) {
        float tune = (float) (2 * Math.PI * pitch / RATE);
        bandLow += tune * band;
        float high = hiss.next() - bandLow - width * band;
        band += tune * high;
        return band;
    }

    private float wind(double time) {
        double gust = 0.5 + 0.3 * wave(0.13, time) + 0.2 * wave(0.31, time + 3);
        return (float) ((0.12 + 0.25 * gust * gust) * around(260 + 420 * gust, 0.35f));
    }

    private float rain(double time) {
        float white = hiss.next();
        float soft = low += 0.35f * (white - low);
        lower += 0.03f * (soft - lower);
        float patter = soft - lower;
        // Single drops, near: about thirty a second, each a few milliseconds long.
        if (hiss.next() > 0.99875f) {
            band = 0.5f + 0.5f * Math.abs(hiss.next());
        }
        band *= 0.985f;
        return 0.16f * patter * (float) (0.9 + 0.1 * wave(0.21, time)) + 0.12f * band * white;
    }

    private float sea(double time) {
        // A wave each seven seconds or so: a slow roar that breaks into hiss and draws back.
        double swell = 0.5 + 0.5 * wave(0.14, time);
        double second = 0.5 + 0.5 * wave(0.093, time + 2.2);
        double crest = swell * swell * swell;
        float white = hiss.next();
        low += (float) (0.02 + 0.22 * crest) * (white - low);
        lower += 0.012f * (white - lower);
        return (float) ((0.1 + 0.3 * crest) * low + (0.35 + 0.5 * second) * 0.8 * lower);
    }

    private float street(double time) {
        double passing = Math.max(0, wave(0.11, time + (seed & 7)));
        double other = Math.max(0, wave(0.173, time + 4));
        float rumble = dull(0.012f);
        float tyres = around(520 + 240 * passing, 0.9f);
        return (float) ((0.28 + 0.2 * other) * rumble + 0.13 * passing * passing * tyres);
    }

    private float night(double time) {
        // Crickets: 4.3 kHz in pulses of thirty a second, three chirps and a rest.
        double chirp = time * 1.7 + (seed & 3) * 0.25;
        double inChirp = chirp - Math.floor(chirp);
        float cricket = 0;
        if (inChirp < 0.55) {
            double pulse = 0.5 + 0.5 * wave(30, time);
            double shape = Math.min(1, Math.min(inChirp, 0.55 - inChirp) / 0.08);
            cricket = (float) (0.05 * pulse * pulse * shape * wave(4300, time));
        }
        double far = 0.5 + 0.5 * wave(0.7, time);
        return cricket + (float) (0.013 * far * wave(3900, time) * (0.5 + 0.5 * wave(41, time))) + 0.25f * dull(0.01f);
    }

    /// Leaves in the wind, and a bird from time to time: two notes that fall.
    private float forest(double time) {
        double breath = 0.5 + 0.3 * wave(0.17, time) + 0.2 * wave(0.41, time + 1);
        float leaves = (float) (0.05 + 0.09 * breath * breath) * around(2100 + 900 * breath, 1.1f);
        double call = time * 0.43 + (seed & 7) * 0.125;
        double inCall = (call - Math.floor(call)) / 0.43;
        double note = inCall < 0.32 ? (inCall % 0.16) / 0.16 : 1;
        double bird = note < 1 ? 4 * note * (1 - note) * wave(3300 - 500 * (int) (inCall / 0.16), inCall) : 0;
        return leaves + (float) (0.035 * bird);
    }

    /// Many voices, none to be understood: hiss around the formants of speech that comes and goes by syllables.
    private float crowd(double time) {
        double babble = 0.55 + 0.2 * wave(3.1, time) + 0.15 * wave(4.7, time + 1) + 0.1 * wave(0.23, time);
        float murmur = around(430 + 130 * wave(1.3, time) + 60 * wave(2.9, time), 0.55f);
        return (float) (0.2 * babble) * murmur + 0.12f * dull(0.02f);
    }

    /// A low roar, and wood that cracks about nine times a second.
    private float fire() {
        float white = hiss.next();
        low += 0.03f * (white - low);
        lower += 0.008f * (low - lower);
        if (hiss.next() > 0.9996f) {
            band = 0.4f + 0.6f * Math.abs(hiss.next());
        }
        band *= 0.994f;
        return 0.9f * (low - lower) + 0.35f * band * band * white;
    }

    /// Water over stones: hiss, and bubbles that ring.
    private float stream(double time) {
        double run = 0.8 + 0.2 * wave(0.37, time);
        double bubble = 700 + 350 * wave(2.3, time) + 250 * wave(3.7, time + 1);
        return (float) (0.1 * run) * around(bubble, 0.25f) + 0.05f * (hiss.next() - dull(0.2f));
    }

    private static double wave(double pitch, double time) {
        double phase = pitch * time;
        return Wave.SINE.at(phase - Math.floor(phase));
    }
}
