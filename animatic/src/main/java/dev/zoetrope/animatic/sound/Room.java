package dev.zoetrope.animatic.sound;

/// A room that answers: eight damped echoes side by side, then four that smear them (Schroeder, 1962, with the
/// damping of Moorer, 1979). The lengths share no divisor, so that no tone rings out of it.
final class Room {
    private static final int[] ECHOES = {1213, 1297, 1409, 1499, 1601, 1693, 1777, 1867};
    private static final int[] SMEARS = {607, 479, 373, 251};
    private static final float DAMPING = 0.28f;
    private static final float SMEARING = 0.5f;

    private final float feedback;

    /// @param feedback share that comes back each time, below 1: how large the room is
    Room(float feedback) {
        this.feedback = feedback;
    }

    /// Replaces a sound by its echo.
    void reverberate(float[] samples) {
        float[] sum = new float[samples.length];
        for (int length : ECHOES) {
            echo(samples, length, sum);
        }
        for (int length : SMEARS) {
            smear(sum, length);
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sum[i] * (1f / ECHOES.length) * 2.2f;
        }
    }

    private void echo(float[] samples, int length, float[] sum) {
        float[] line = new float[length];
        int at = 0;
        float dull = 0;
        for (int i = 0; i < samples.length; i++) {
            float out = line[at];
            sum[i] += out;
            dull = out + DAMPING * (dull - out);
            // The offset keeps the tail out of the processor's slow tiny numbers.
            line[at] = samples[i] + feedback * dull + 1e-18f;
            at = at + 1 == length ? 0 : at + 1;
        }
    }

    private static void smear(float[] samples, int length) {
        float[] line = new float[length];
        int at = 0;
        for (int i = 0; i < samples.length; i++) {
            float late = line[at];
            float out = late - SMEARING * samples[i];
            line[at] = samples[i] + SMEARING * out + 1e-18f;
            samples[i] = out;
            at = at + 1 == length ? 0 : at + 1;
        }
    }
}
