package dev.zoetrope.cli;

import dev.zoetrope.cog.FetchPolicy;
import dev.zoetrope.cog.Model;
import dev.zoetrope.examples.ExampleModels;
import dev.zoetrope.seedance.SeedanceConfig;
import dev.zoetrope.seedance.SeedanceFastModel;
import dev.zoetrope.seedance.SeedanceModel;
import dev.zoetrope.server.ModelCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models that come with this program, as commands for the server: this same Java and classes, in a process
/// of their own, so that a crash in native code ends a model and never the server.
final class OwnModels {
    /// The system property by which the launcher script names its AOT cache.
    static final String AOT_PROPERTY = "zoetrope.aot";

    static final String SEEDANCE = "bytedance/seedance-2.0";
    static final String SEEDANCE_FAST = "bytedance/seedance-2.0-fast";

    /// Frames and sound are handled in native memory; a picture of 4k takes 33 MB of heap, a few are held at a
    /// time. Together with the encoder this stays under [ModelCommand#DEFAULT_MEMORY_LIMIT].
    private static final String HEAP = "-Xmx1g";

    private OwnModels() {}

    /// All of them. The fast one starts at its first use: few need both, and a process has its price in memory.
    static List<ModelCommand> commands() {
        return List.of(
                new ModelCommand(
                        SEEDANCE,
                        "Turns text, storyboards, pictures, videos and sounds into a film with sound.",
                        SeedanceModel.readme(),
                        command(SEEDANCE),
                        true,
                        ModelCommand.DEFAULT_MEMORY_LIMIT),
                new ModelCommand(
                        SEEDANCE_FAST,
                        "The same with 480p and 720p only.",
                        SeedanceModel.readme(),
                        command(SEEDANCE_FAST),
                        false,
                        ModelCommand.DEFAULT_MEMORY_LIMIT));
    }

    /// The names of all of them, for people.
    static String names() {
        return SEEDANCE + ", " + SEEDANCE_FAST + ", and the examples " + String.join(", ", ExampleModels.names());
    }

    /// A model by its name, not set up yet; empty when there is none.
    ///
    /// @param environment where its engine is chosen
    /// @param fetching where its inputs may come from
    static Optional<Model<?, ?>> named(String slug, Map<String, String> environment, FetchPolicy fetching) {
        var config = SeedanceConfig.fromEnvironment(environment, fetching);
        return switch (slug) {
            case SEEDANCE -> Optional.of(new SeedanceModel(config));
            case SEEDANCE_FAST -> Optional.of(new SeedanceFastModel(config));
            default -> ExampleModels.named(slug);
        };
    }

    private static List<String> command(String slug) {
        List<String> words = new ArrayList<>(program());
        words.add("model");
        words.add(slug);
        return List.copyOf(words);
    }

    /// The words that start this program in a process of its own, without a command.
    static List<String> program() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add(HEAP);
        words.add("-XX:+UseSerialGC");
        words.add("-Djava.awt.headless=true");
        words.add("-Dfile.encoding=UTF-8");
        words.add("--enable-native-access=ALL-UNNAMED");
        words.add("--sun-misc-unsafe-memory-access=allow");
        String aot = System.getProperty(AOT_PROPERTY);
        if (aot != null) {
            words.add("-XX:AOTCache=" + aot);
            // A cache that does not fit is not used; that is no news for the model's log.
            words.add("-Xlog:disable");
        }
        words.add("-cp");
        words.add(System.getProperty("java.class.path"));
        words.add(Main.class.getName());
        return List.copyOf(words);
    }
}
