package dev.zoetrope.animatic.sound;

import java.util.SplittableRandom;

/// Makes the noises of things out of filtered hiss and fading tones. Each is at its place within a stretch of sound.
final class Noises {
    private static final int RATE = Score.SAMPLE_RATE;

    private final float[] out;
    private final SplittableRandom random;
    private final Hiss hiss;

    /// @param out where they are mixed into
    Noises(float[] out, long seed) {
        this.out = out;
        this.random = new SplittableRandom(seed);
        this.hiss = new Hiss(seed);
    }

    /// Makes one thing heard.
    ///
    /// @param seconds how long what is seen lasts: repeated sounds go on for so long
    void make(Foley.Thing thing, double seconds) {
        switch (thing) {
            case FOOTSTEPS -> footsteps(seconds);
            case DOOR -> door();
            case KNOCK -> knock();
            case THUNDER -> thunder();
            case BIRDS -> birds(seconds);
            case BELL -> bell(seconds);
            case PHONE -> phone(seconds);
            case ENGINE -> engine(seconds);
            case DOG -> dog();
            case EXPLOSION -> explosion();
            case GLASS -> glass();
            case HEARTBEAT -> heartbeat(seconds);
            case CLOCK -> clock(seconds);
            case WHOOSH -> whoosh(seconds);
            case SPLASH -> splash();
            case APPLAUSE -> applause(seconds);
        }
    }

    private void footsteps(double seconds) {
        double pace = 0.5 + 0.06 * random.nextDouble();
        for (double at = 0.12; at < seconds - 0.1; at += pace) {
            double strength = 0.75 + 0.25 * random.nextDouble();
            // The heel, then the sole.
            burst(at, 0.002, 0.028, 170, 0.6, 0.9 * strength);
            burst(at, 0.001, 0.012, 1500, 0.8, 0.16 * strength);
            burst(at + 0.07, 0.008, 0.035, 700, 1.0, 0.2 * strength);
        }
    }

    private void door() {
        // A hinge that creaks upwards, then the latch and the leaf.
        double phase = 0;
        int length = RATE * 45 / 100;
        for (int i = 0; i < length && i < out.length; i++) {
            double share = (double) i / length;
            phase += (60 + 90 * share + 14 * Wave.SINE.at(share * 5 % 1)) / RATE;
            double stick = StrictMath.exp(-10 * (phase - Math.floor(phase)));
            out[i] += (float) (0.09 * shape(share) * stick * Wave.SINE.at(phase * 9 % 1));
        }
        burst(0.5, 0.001, 0.02, 1900, 0.5, 0.35);
        tone(0.5, 82, 0.003, 0.09, 0.5);
        burst(0.5, 0.002, 0.06, 260, 0.7, 0.9);
    }

    private void knock() {
        for (int i = 0; i < 3; i++) {
            double at = 0.15 + 0.24 * i;
            tone(at, 190, 0.001, 0.035, 0.4);
            burst(at, 0.001, 0.02, 900, 0.6, 0.45);
        }
    }

    private void thunder() {
        burst(0.12, 0.004, 0.09, 1400, 1.2, 0.7);
        burst(0.2, 0.03, 0.55, 150, 1.0, 1.5);
        burst(0.55, 0.15, 0.8, 80, 0.9, 1.7);
        burst(1.1, 0.2, 0.9, 60, 0.9, 1.3);
    }

    private void birds(double seconds) {
        for (double at = 0.1; at < seconds - 0.2; at += 0.35 + 0.9 * random.nextDouble()) {
            int notes = 2 + random.nextInt(4);
            double pitch = 2600 + 1600 * random.nextDouble();
            double bend = random.nextBoolean() ? 900 : -700;
            for (int i = 0; i < notes; i++) {
                glide(at + 0.11 * i, 0.075, pitch, pitch + bend, 0.07);
            }
        }
    }

    private void bell(double seconds) {
        for (double at = 0.1; at < Math.max(0.2, seconds - 0.8); at += 1.6) {
            // The partials of a church bell: hum, prime, tierce, quint, nominal.
            double[] partials = {0.5, 1, 1.2, 1.5, 2, 2.67, 3};
            for (int i = 0; i < partials.length; i++) {
                tone(at, 440 * partials[i], 0.002, 1.1 / (1 + 0.5 * i), 0.16 / (1 + 0.4 * i));
            }
        }
    }

    private void phone(double seconds) {
        for (double at = 0.05; at < seconds - 0.3; at += 1.5) {
            for (int i = 0; i < 16; i++) {
                double pitch = i % 2 == 0 ? 1245 : 988;
                glide(at + 0.045 * i, 0.045, pitch, pitch, 0.1);
            }
        }
    }

    private void engine(double seconds) {
        double phase = 0;
        int length = Math.min(out.length, (int) (seconds * RATE));
        float dull = 0;
        for (int i = 0; i < length; i++) {
            double share = (double) i / length;
            phase += (46 + 26 * share) / RATE;
            dull += 0.05f * (hiss.next() - dull);
            double beat =
                    Wave.SINE.at(phase % 1) + 0.6 * Wave.SINE.at(phase * 2 % 1) + 0.35 * Wave.SINE.at(phase * 3 % 1);
            out[i] += (float) (shape(share) * (0.12 * beat + 0.5 * dull * (0.6 + 0.4 * Wave.SINE.at(phase % 1))));
        }
    }

    private void dog() {
        for (int i = 0; i < 2; i++) {
            double at = 0.12 + 0.38 * i;
            for (int k = 1; k <= 6; k++) {
                glide(at, 0.15, 420 * k, 290 * k, 0.16 / k);
            }
            burst(at, 0.01, 0.05, 1100, 0.7, 0.4);
        }
    }

    private void explosion() {
        burst(0.02, 0.002, 0.12, 900, 1.4, 1.0);
        tone(0.02, 48, 0.004, 0.5, 0.6);
        burst(0.05, 0.02, 0.9, 120, 1.1, 1.8);
    }

    private void glass() {
        burst(0.03, 0.001, 0.03, 3500, 1.0, 0.6);
        for (int i = 0; i < 26; i++) {
            double at = 0.03 + 0.7 * random.nextDouble() * random.nextDouble();
            tone(at, 2300 + 5200 * random.nextDouble(), 0.001, 0.03 + 0.07 * random.nextDouble(), 0.07);
        }
    }

    private void heartbeat(double seconds) {
        for (double at = 0.1; at < seconds - 0.3; at += 0.86) {
            tone(at, 52, 0.012, 0.07, 0.6);
            tone(at + 0.27, 44, 0.012, 0.08, 0.45);
        }
    }

    private void clock(double seconds) {
        int count = 0;
        for (double at = 0.05; at < seconds - 0.05; at += 0.5) {
            burst(at, 0.0005, 0.006, count++ % 2 == 0 ? 2700 : 2100, 0.4, 0.5);
        }
    }

    private void whoosh(double seconds) {
        double length = Math.clamp(seconds * 0.8, 0.3, 0.8);
        int count = Math.min(out.length, (int) (length * RATE));
        double low = 0;
        double band = 0;
        for (int i = 0; i < count; i++) {
            double share = (double) i / count;
            double tune = 2 * Math.PI * (300 + 1500 * shape(share)) / RATE;
            low += tune * band;
            band += tune * (hiss.next() - low - 0.7 * band);
            double rise = shape(share);
            out[i] += (float) (0.5 * rise * rise * band);
        }
    }

    private void splash() {
        burst(0.05, 0.01, 0.16, 1100, 1.4, 0.9);
        burst(0.12, 0.05, 0.3, 2600, 1.5, 0.4);
        for (int i = 0; i < 12; i++) {
            double at = 0.1 + 0.6 * random.nextDouble();
            double pitch = 500 + 900 * random.nextDouble();
            glide(at, 0.04, pitch, pitch * 1.6, 0.06);
        }
    }

    private void applause(double seconds) {
        int claps = (int) (seconds * 90);
        for (int i = 0; i < claps; i++) {
            double at = seconds * random.nextDouble();
            double swell = Math.min(1, Math.min(at / 0.4, (seconds - at) / 0.5));
            burst(at, 0.001, 0.01, 900 + 1100 * random.nextDouble(), 0.9, 0.13 * swell);
        }
    }

    /// Hiss around a pitch that comes fast and fades.
    ///
    /// @param rise seconds until it is full
    /// @param fall seconds in which it falls to a third
    /// @param width of the band, as a share of its pitch
    private void burst(double at, double rise, double fall, double pitch, double width, double level) {
        int start = (int) (at * RATE);
        int rising = Math.max(1, (int) (rise * RATE));
        double falling = StrictMath.exp(-1 / (fall * RATE));
        double tune = 2 * Math.PI * pitch / RATE;
        // Narrow bands hold less of the hiss; this makes up for it.
        double gain = level / Math.sqrt(tune * width) * 0.35;
        double low = 0;
        double band = 0;
        double rest = 1;
        for (int i = 0; start + i < out.length && rest > 1e-4; i++) {
            low += tune * band;
            band += tune * (hiss.next() - low - width * band);
            double up = i < rising ? (double) i / rising : 1;
            rest *= i < rising ? 1 : falling;
            out[start + i] += (float) (gain * up * rest * band);
        }
    }

    /// A sine that comes fast and fades.
    private void tone(double at, double pitch, double rise, double fall, double level) {
        int start = (int) (at * RATE);
        int rising = Math.max(1, (int) (rise * RATE));
        double falling = StrictMath.exp(-1 / (fall * RATE));
        double phase = 0;
        double rest = 1;
        for (int i = 0; start + i < out.length && rest > 1e-4; i++) {
            double up = i < rising ? (double) i / rising : 1;
            rest *= i < rising ? 1 : falling;
            out[start + i] += (float) (level * up * rest * Wave.SINE.at(phase));
            phase += pitch / RATE;
            phase -= (int) phase;
        }
    }

    /// A sine that moves from one pitch to another under a hump.
    private void glide(double at, double seconds, double from, double to, double level) {
        int start = (int) (at * RATE);
        int length = (int) (seconds * RATE);
        double phase = 0;
        for (int i = 0; i < length && start + i < out.length; i++) {
            double share = (double) i / length;
            out[start + i] += (float) (level * shape(share) * Wave.SINE.at(phase));
            phase += (from + (to - from) * share) / RATE;
            phase -= (int) phase;
        }
    }

    /// A hump from 0 over 1 to 0.
    private static double shape(double share) {
        double rise = 4 * share * (1 - share);
        return rise * (2 - rise);
    }
}
