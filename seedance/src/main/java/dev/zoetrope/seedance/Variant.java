package dev.zoetrope.seedance;

import java.util.Arrays;
import java.util.List;

/// The two models of the family. They take the same inputs, and differ in the resolutions they make.
enum Variant {
    /// The full model.
    STANDARD("bytedance/seedance-2.0", Resolution.K4),
    /// The fast one.
    FAST("bytedance/seedance-2.0-fast", Resolution.P720);

    private final String model;
    private final Resolution finest;

    Variant(String model, Resolution finest) {
        this.model = model;
        this.finest = finest;
    }

    /// What it can make, smallest first.
    List<Resolution> resolutions() {
        return Arrays.stream(Resolution.values())
                .filter(one -> one.compareTo(finest) <= 0)
                .toList();
    }

    /// The model's name, such as `bytedance/seedance-2.0`.
    @Override
    public String toString() {
        return model;
    }
}
