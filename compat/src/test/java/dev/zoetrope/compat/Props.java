package dev.zoetrope.compat;

import dev.zoetrope.cog.CogHost;
import dev.zoetrope.cog.CogHostOptions;
import dev.zoetrope.cog.Model;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The models of these tests, each hosted in a process of its own. What they do follows from their input.
final class Props {
    /// Many clients use them at once, and some runs last over a minute.
    static final int CONCURRENCY = 32;

    private static final Map<String, Supplier<Model<?, ?>>> MODELS =
            Map.of("prop", Prop::new, "still", Still::new, "reel", Reel::new, "words", Words::new);

    private Props() {}

    /// Argument: the model's name.
    public static void main(String[] arguments) throws InterruptedException {
        var options = CogHostOptions.defaults()
                .withPort(Integer.parseInt(System.getenv("PORT")))
                .withConcurrency(CONCURRENCY)
                .withUploadUrl(URI.create(System.getenv("ZOETROPE_UPLOAD_URL")))
                .withExitWhenInputEnds(true);
        CogHost.start(MODELS.get(arguments[0]).get(), options).awaitShutdown();
    }

    /// Their names.
    static Iterable<String> names() {
        return new TreeMap<>(MODELS).keySet();
    }
}
