package dev.zoetrope.animatic;

import java.util.List;

/// The finished sound of a film. Immutable as long as nobody writes to its samples.
public final class Soundtrack {
    private final float[] samples;
    private final List<String> notes;
    private final List<Subtitle> captions;

    public Soundtrack(float[] samples, List<String> notes, List<Subtitle> captions) {
        this.samples = samples;
        this.notes = List.copyOf(notes);
        this.captions = List.copyOf(captions);
    }

    /// One channel at [Score#SAMPLE_RATE], from -1 to 1, exactly as long as the film; to be read only.
    public float[] samples() {
        return samples;
    }

    /// What is heard where and by which means, a line for the log each.
    public List<String> notes() {
        return notes;
    }

    /// The lines as they are spoken, for a subtitle track; none overlap.
    public List<Subtitle> captions() {
        return captions;
    }
}
