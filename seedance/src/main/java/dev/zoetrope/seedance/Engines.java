package dev.zoetrope.seedance;

import dev.zoetrope.cog.Fetcher;
import dev.zoetrope.cog.ModelException;
import java.util.List;

/// The engines there are, by name.
final class Engines {
    private static final List<String> NAMES = List.of(AnimaticEngine.NAME);

    private Engines() {}

    /// Makes the engine of this name. Throws [ModelException] with the list of names when there is none.
    static Engine named(String name, SeedanceConfig config) throws ModelException {
        if (name.equals(AnimaticEngine.NAME)) {
            var fetcher = new Fetcher(config.fetching());
            return new AnimaticEngine(new MediaInputs(fetcher), new TimelineInput(fetcher));
        }
        throw new ModelException("there is no engine \"" + name + "\"; set " + SeedanceConfig.ENGINE_VARIABLE
                + " to one of " + String.join(", ", NAMES));
    }
}
