package dev.zoetrope.seedance;

import dev.zoetrope.cog.FetchPolicy;
import java.util.Map;
import java.util.Objects;

/// How the models are run.
///
/// @param engine the name of the engine that makes the films
/// @param fetching which addresses input files may come from
public record SeedanceConfig(String engine, FetchPolicy fetching) {
    /// The environment variable that names the engine.
    public static final String ENGINE_VARIABLE = "ZOETROPE_SEEDANCE_ENGINE";

    /// The engine of the house, which needs neither key nor GPU.
    public static final String DEFAULT_ENGINE = AnimaticEngine.NAME;

    public SeedanceConfig {
        Objects.requireNonNull(engine, "engine is null");
        Objects.requireNonNull(fetching, "fetching is null");
    }

    /// Reads the engine's name; the addresses are for whoever starts the model to decide.
    public static SeedanceConfig fromEnvironment(Map<String, String> environment, FetchPolicy fetching) {
        String engine = environment.getOrDefault(ENGINE_VARIABLE, "");
        return new SeedanceConfig(engine.isBlank() ? DEFAULT_ENGINE : engine.strip(), fetching);
    }
}
