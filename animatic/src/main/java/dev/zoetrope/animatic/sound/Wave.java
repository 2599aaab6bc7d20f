package dev.zoetrope.animatic.sound;

/// One cycle of a tone, as a table: the same on every machine and quick to read.
final class Wave {
    /// A bare sine.
    static final Wave SINE = new Wave(1);

    private static final int SIZE = 4096;

    private final float[] table = new float[SIZE + 1];

    /// @param partials how strong each is, from the fundamental up
    Wave(double... partials) {
        for (int i = 0; i <= SIZE; i++) {
            double sum = 0;
            for (int k = 0; k < partials.length; k++) {
                sum += partials[k] * StrictMath.sin(2 * Math.PI * (k + 1) * i / SIZE);
            }
            table[i] = (float) sum;
        }
    }

    /// The wave at a phase, from 0 to below 1.
    float at(double phase) {
        double place = phase * SIZE;
        int index = (int) place;
        float rest = (float) (place - index);
        return table[index] + rest * (table[index + 1] - table[index]);
    }
}
