package dev.zoetrope.seedance;

import dev.zoetrope.cog.Fetcher;
import java.util.List;

/// The engines there are, by name.
final class Engines {
    private static final List<String> NAMES = List.of(AnimaticEngine.NAME);

    private Engines() {}

    /// Makes the engine of this name. Throws [IllegalArgumentException] with the list of names when there is none.
    static Engine named(String name, SeedanceConfig config) {
        if (name.equals(AnimaticEngine.NAME)) {
            return new AnimaticEngine(new MediaInputs(new Fetcher(config.fetching())));
        }
        throw new IllegalArgumentException("there is no engine \"" + name + "\"; set " + SeedanceConfig.ENGINE_VARIABLE
                + " to one of " + String.join(", ", NAMES));
    }
}
