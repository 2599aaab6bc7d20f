package dev.zoetrope.seedance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The shapes of a frame that a caller may ask for. The eighth choice, [#ADAPTIVE], is no shape but the wish to have
/// one
/// chosen, so it is not a value of this enum.
enum AspectRatio {
    R16_9("16:9", 16, 9),
    R4_3("4:3", 4, 3),
    R1_1("1:1", 1, 1),
    R3_4("3:4", 3, 4),
    R9_16("9:16", 9, 16),
    R21_9("21:9", 21, 9),
    R9_21("9:21", 9, 21);

    /// The choice that leaves the shape to the pictures.
    static final String ADAPTIVE = "adaptive";

    /// What `adaptive` chooses from: the six shapes that Ark lists; 9:21 has to be asked for.
    private static final List<AspectRatio> ADAPTIVE_CHOICES = List.of(R16_9, R4_3, R1_1, R3_4, R9_16, R21_9);

    private final String wire;
    private final double ratio;

    AspectRatio(String wire, int width, int height) {
        this.wire = wire;
        this.ratio = (double) width / height;
    }

    /// The one of this name, or nothing; `adaptive` is nothing.
    static Optional<AspectRatio> named(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire.equals(wire)).findFirst();
    }

    /// The shape nearest to a picture's. Distance is the difference of the logarithms, so that twice too wide and twice
    /// too high are equally far. Inferred: ByteDance says only that the nearest is taken.
    static AspectRatio nearest(int width, int height) {
        double wanted = Math.log((double) width / height);
        return ADAPTIVE_CHOICES.stream()
                .min(Comparator.comparingDouble(one -> Math.abs(Math.log(one.ratio) - wanted)))
                .orElseThrow();
    }

    /// As on the wire, such as `16:9`.
    @Override
    public String toString() {
        return wire;
    }
}
