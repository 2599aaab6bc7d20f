package dev.zoetrope.animatic.sound;

import java.util.Arrays;

/// Turns music and surroundings down while somebody speaks: gently before the first word, more gently after the last.
final class Ducking {
    /// What is left of the level: 11 dB less, enough to understand each word and to miss nothing of the music.
    private static final float DEPTH = 0.28f;

    private static final int BEFORE = Score.SAMPLE_RATE * 22 / 100;
    private static final int AFTER = Score.SAMPLE_RATE * 55 / 100;

    private Ducking() {}

    /// Turns down in place.
    static void under(Dialogue dialogue, float[] samples) {
        float[] levels = new float[samples.length];
        Arrays.fill(levels, 1);
        for (Dialogue.Spoken line : dialogue.lines()) {
            int from = Math.max(0, line.start() - BEFORE);
            int to = Math.min(samples.length, line.end() + AFTER);
            for (int i = from; i < to; i++) {
                float away = i < line.start()
                        ? (float) (line.start() - i) / BEFORE
                        : i < line.end() ? 0 : (float) (i - line.end() + 1) / AFTER;
                float level = DEPTH + (1 - DEPTH) * away * away * (3 - 2 * away);
                levels[i] = Math.min(levels[i], level);
            }
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= levels[i];
        }
    }
}
