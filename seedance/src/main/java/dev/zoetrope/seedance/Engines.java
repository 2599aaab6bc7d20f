package dev.zoetrope.seedance;

import dev.zoetrope.animatic.media.SoundException;
import dev.zoetrope.animatic.sound.SoundFont;
import dev.zoetrope.animatic.studio.Studio;
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
            return new AnimaticEngine(new MediaInputs(fetcher), new TimelineInput(fetcher), studio(config));
        }
        throw new ModelException("there is no engine \"" + name + "\"; set " + SeedanceConfig.ENGINE_VARIABLE
                + " to one of " + String.join(", ", NAMES));
    }

    private static Studio studio(SeedanceConfig config) throws ModelException {
        try {
            return new Studio(config.soundFont().map(SoundFont::read).orElse(null));
        } catch (SoundException e) {
            throw new ModelException(SoundFont.VARIABLE + ": " + e.getMessage());
        }
    }
}
