package dev.zoetrope.examples;

import dev.zoetrope.cog.Model;
import java.util.List;
import java.util.Optional;

/// The examples by name. Public for the command that hosts them.
public final class ExampleModels {
    private ExampleModels() {}

    /// The names of all of them.
    public static List<String> names() {
        return List.of(
                "replicate/canary",
                "examples/countdown",
                "examples/swatches",
                "examples/fails",
                "examples/slow",
                "examples/broken-setup",
                "examples/parrot");
    }

    /// A new example that is not set up yet; empty for a name that is none.
    public static Optional<Model<?, ?>> named(String slug) {
        return switch (slug) {
            case "replicate/canary" -> Optional.of(new Canary());
            case "examples/countdown" -> Optional.of(new Countdown());
            case "examples/swatches" -> Optional.of(new Swatches());
            case "examples/fails" -> Optional.of(new Fails());
            case "examples/slow" -> Optional.of(new Slow());
            case "examples/broken-setup" -> Optional.of(new BrokenSetup());
            case "examples/parrot" -> Optional.of(new Parrot(System.getenv()));
            default -> Optional.empty();
        };
    }
}
