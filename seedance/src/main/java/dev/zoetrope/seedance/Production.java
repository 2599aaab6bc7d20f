package dev.zoetrope.seedance;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.ModelException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the two models share: from checked inputs to a saved film, with the log lines and metrics of Seedance
/// on Replicate around it. Thread-safe if its engine and random source are.
final class Production {
    /// Seeds in Seedance's own records have five digits or fewer, so ours do as well.
    private static final int CHOSEN_SEEDS = 100_000;

    private static final double BYTES_PER_MEGABYTE = 1024 * 1024;

    private final Rules rules;
    private final Callable<Engine> choice;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile @Nullable Engine engine;

    /// @param choice gives the engine when it is time to set up
    Production(Rules rules, Callable<Engine> choice, InstantSource clock, RandomGenerator random) {
        this.rules = rules;
        this.choice = choice;
        this.clock = clock;
        this.random = random;
    }

    /// The production of a real model.
    static Production of(Variant variant, SeedanceConfig config) {
        return new Production(
                new Rules(variant),
                () -> Engines.named(config.engine(), config),
                InstantSource.system(),
                new SecureRandom());
    }

    void check(SeedanceInput input) throws ModelException {
        rules.check(input);
    }

    /// Chooses the engine and warms it up.
    void setup() throws Exception {
        Engine chosen = choice.call();
        chosen.warmUp();
        engine = chosen;
    }

    /// Makes and saves one film. Nothing of the request id or the clock enters it.
    Path make(SeedanceInput input, Context context) throws Exception {
        Engine engine = this.engine;
        if (engine == null) {
            throw new IllegalStateException("the model has not been set up; call setup() once before predict()");
        }
        rules.check(input);
        long seed = seed(input);
        context.log("Using seed: " + seed);
        context.log("Generating video... (request ID: " + RequestId.create(clock, random) + ")");
        context.log("Engine: " + engine.name() + " (" + engine.nature() + ")");
        Stopwatch stopwatch = new Stopwatch();
        Footage footage = engine.make(new Job(input, seed), context);
        context.log(String.format(Locale.ROOT, "Generated video in %.1fsec", stopwatch.seconds()));
        Path film = save(footage, context.workFolder().resolve(fileName(input, footage, seed)), context);
        context.metric("model_variant", input.referenceVideos().isEmpty() ? "non_video_in" : "video_in");
        context.metric("resolution_target", input.resolution());
        context.metric("token_output_count", footage.tokens());
        context.metric("video_output_duration_seconds", footage.seconds());
        return film;
    }

    private long seed(SeedanceInput input) {
        Long seed = input.seed();
        return seed == null || seed == Rules.SEED_CHOSEN_BY_MODEL ? random.nextInt(CHOSEN_SEEDS) : seed;
    }

    /// Gives the film its name and forces it to disk. The log of the original speaks here of its download.
    private static Path save(Footage footage, Path film, Context context) throws IOException {
        Stopwatch stopwatch = new Stopwatch();
        long bytes = Files.size(footage.file());
        context.log("Saving " + bytes + " bytes");
        Files.move(footage.file(), film);
        try (FileChannel channel = FileChannel.open(film, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        context.log(
                String.format(Locale.ROOT, "Saved %.2fMB in %.2fsec", bytes / BYTES_PER_MEGABYTE, stopwatch.seconds()));
        return film;
    }

    /// Says what is in the file, in words that come from nobody's request.
    private static String fileName(SeedanceInput input, Footage footage, long seed) {
        return "seedance-" + input.resolution() + "-" + footage.seconds() + "s-" + seed + ".mp4";
    }
}
