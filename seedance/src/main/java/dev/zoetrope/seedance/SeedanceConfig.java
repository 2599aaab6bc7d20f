package dev.zoetrope.seedance;

import dev.zoetrope.animatic.sound.SoundFont;
import dev.zoetrope.cog.FetchPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How the models are run.
///
/// @param engine the name of the engine that makes the films
/// @param fetching which addresses input files may come from
/// @param soundFont the file whose instruments play the music; empty for the synthesis of the house
public record SeedanceConfig(String engine, FetchPolicy fetching, Optional<Path> soundFont) {
    /// The environment variable that names the engine.
    public static final String ENGINE_VARIABLE = "ZOETROPE_SEEDANCE_ENGINE";

    /// The engine of the house, which needs neither key nor GPU.
    public static final String DEFAULT_ENGINE = AnimaticEngine.NAME;

    public SeedanceConfig {
        Objects.requireNonNull(engine, "engine is null");
        Objects.requireNonNull(fetching, "fetching is null");
    }

    /// With the instruments of the house.
    public SeedanceConfig(String engine, FetchPolicy fetching) {
        this(engine, fetching, Optional.empty());
    }

    /// Reads the engine's name and the SoundFont; the addresses are for whoever starts the model to decide.
    public static SeedanceConfig fromEnvironment(Map<String, String> environment, FetchPolicy fetching) {
        String engine = environment.getOrDefault(ENGINE_VARIABLE, "");
        String font = environment.getOrDefault(SoundFont.VARIABLE, "").strip();
        return new SeedanceConfig(
                engine.isBlank() ? DEFAULT_ENGINE : engine.strip(),
                fetching,
                font.isEmpty() ? Optional.empty() : Optional.of(Path.of(font)));
    }
}
