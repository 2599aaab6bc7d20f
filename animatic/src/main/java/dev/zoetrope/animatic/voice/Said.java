package dev.zoetrope.animatic.voice;

/// A line, spoken. Immutable as long as nobody writes to its samples.
public final class Said {
    private final float[] samples;
    private final String engine;
    private final boolean isSpeech;

    Said(float[] samples, String engine, boolean isSpeech) {
        this.samples = samples;
        this.engine = engine;
        this.isSpeech = isSpeech;
    }

    /// One channel at 48 kHz from -1 to 1, without silence before and after, to be read only; none where there was
    /// nothing to say.
    public float[] samples() {
        return samples;
    }

    /// What spoke, for the log.
    public String engine() {
        return engine;
    }

    /// False for a murmur in the rhythm of the words, where no engine speaks the language.
    public boolean isSpeech() {
        return isSpeech;
    }

    /// How long it is, in seconds.
    public double seconds() {
        return (double) samples.length / Speaking.SAMPLE_RATE;
    }
}
