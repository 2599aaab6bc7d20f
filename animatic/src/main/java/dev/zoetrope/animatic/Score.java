package dev.zoetrope.animatic;

/// The sound of a film.
public final class Score {
    /// Samples a second.
    public static final int SAMPLE_RATE = 48_000;

    private Score() {}

    /// The whole sound.
    public static float[] of(Timeline timeline) {
        float[] out = new float[(int) ((long) timeline.frames() * SAMPLE_RATE / Timeline.FRAMES_PER_SECOND)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (0.1 * StrictMath.sin(2 * Math.PI * 220 * i / SAMPLE_RATE));
        }
        return out;
    }
}
