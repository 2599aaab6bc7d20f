package dev.zoetrope.animatic.sound;

import dev.zoetrope.animatic.media.SoundReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sound that somebody gave: the film's track in place of music of our own. Immutable; thread-safe.
public final class Recording {
    /// Longer ones are not read to their end: no film is so long.
    private static final double MOST_SECONDS = 120;

    /// Where one stretch goes over into another, in samples: 40 ms, too short to hear two of them.
    private static final int JOIN = Score.SAMPLE_RATE / 25;

    /// Where no beat says where to begin again, the end goes over into the beginning for this long.
    private static final int LONG_JOIN = Score.SAMPLE_RATE / 2;

    private final float[] samples;

    private Recording(float[] samples) {
        this.samples = samples;
    }

    /// One channel at 48 kHz; must not be changed afterwards.
    static Recording of(float[] samples) {
        return new Recording(samples);
    }

    /// Reads files, which are heard one after the other. Blocking; decodes on the calling thread.
    ///
    /// @throws dev.zoetrope.animatic.media.SoundException when one cannot be read
    public static Recording read(List<Path> files) {
        float[] whole = new float[0];
        for (Path file : files) {
            whole = joined(whole, SoundReader.read(file, MOST_SECONDS), JOIN);
        }
        return new Recording(whole);
    }

    /// How long it is, in seconds.
    public double seconds() {
        return (double) samples.length / Score.SAMPLE_RATE;
    }

    /// Its beginning, or itself again and again from beat to beat, exactly so long.
    float[] fitted(int length) {
        float[] track = java.util.Arrays.copyOf(samples, Math.min(length, samples.length));
        if (samples.length == 0 || samples.length >= length) {
            return java.util.Arrays.copyOf(track, length);
        }
        Stretch loop = loop();
        float[] first = java.util.Arrays.copyOf(samples, loop.end);
        float[] again = java.util.Arrays.copyOfRange(samples, loop.start - loop.join, loop.end);
        while (first.length < length) {
            first = joined(first, again, loop.join);
        }
        return java.util.Arrays.copyOf(first, length);
    }

    /// What is repeated, in samples.
    ///
    /// @param join how long end and beginning are heard at once, before the beginning
    private record Stretch(int start, int end, int join) {}

    /// Whole bars of four beats, as many as there are; without a beat nearly all.
    private Stretch loop() {
        List<Integer> beats = new ArrayList<>();
        for (double time : Beats.of(samples).times()) {
            int at = (int) (time * Score.SAMPLE_RATE);
            if (at >= JOIN) {
                beats.add(at);
            }
        }
        int bars = (beats.size() - 1) / 4;
        if (bars > 0) {
            return new Stretch(beats.getFirst(), beats.get(bars * 4), JOIN);
        }
        int join = Math.min(LONG_JOIN, samples.length / 4);
        return new Stretch(join, samples.length, join);
    }

    /// One after the other, both heard for a moment, at an even loudness.
    private static float[] joined(float[] before, float[] after, int wanted) {
        int join = Math.min(wanted, Math.min(before.length, after.length) / 2);
        float[] whole = java.util.Arrays.copyOf(before, before.length + after.length - join);
        for (int i = 0; i < join; i++) {
            double share = (i + 0.5) / join;
            int at = before.length - join + i;
            whole[at] = (float)
                    (before[at] * StrictMath.cos(share * Math.PI / 2) + after[i] * StrictMath.sin(share * Math.PI / 2));
        }
        System.arraycopy(after, join, whole, before.length, after.length - join);
        return whole;
    }
}
