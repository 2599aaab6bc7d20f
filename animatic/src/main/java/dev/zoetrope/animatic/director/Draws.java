package dev.zoetrope.animatic.director;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Everything random of a film, drawn from its seed: the generator is named (`L64X128MixRandom`, LXM of Steele and
/// Vigna 2021, fixed by the `java.util.random` specification) and all draws are made from `nextLong`, so the same seed
/// gives the same film on any machine.
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> LXM = RandomGeneratorFactory.of("L64X128MixRandom");

    /// One stream of draws for each concern, so that more draws in one do not change another.
    enum Concern {
        PACE(0x9E3779B97F4A7C15L),
        MOVES(0xC2B2AE3D27D4EB4FL),
        TRANSITIONS(0x165667B19E3779F9L),
        CARDS(0x27D4EB2F165667C5L),
        SOUND(0x85EBCA77C2B2AE63L);

        private final long salt;

        Concern(long salt) {
            this.salt = salt;
        }
    }

    private final RandomGenerator generator;

    Draws(long seed, Concern concern) {
        this.generator = LXM.create(seed ^ concern.salt);
    }

    /// A whole number from 0 to one below the bound.
    int below(int bound) {
        return (int) Math.floorMod(generator.nextLong(), (long) bound);
    }

    /// A number from the first, included, to the second, excluded.
    double between(double from, double to) {
        return from + (to - from) * ((generator.nextLong() >>> 11) * 0x1.0p-53);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    long seed() {
        return generator.nextLong();
    }
}
