package dev.zoetrope.cli;

import dev.zoetrope.cli.ConfigReader.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say where the data is, for every command that may touch it.
final class DataOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Folder of all data (~/.zoetrope).")
    private @Nullable String data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (zoetrope.properties in the data folder, if it exists).")
    private @Nullable String config;

    /// The configuration of a server as these flags and the rest of the command line have it.
    Config read(Surroundings surroundings, Map<Setting, String> flags) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(flags);
        if (data != null) {
            all.put(Setting.DATA, data);
        }
        return ConfigReader.read(surroundings, all, config);
    }
}
