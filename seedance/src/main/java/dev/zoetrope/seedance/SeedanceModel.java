package dev.zoetrope.seedance;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/// The model `bytedance/seedance-2.0`: words, pictures, videos and sounds in, one MP4 out. Its log lines,
/// metrics and rules are those of Seedance on Replicate; which engine made the film is the third line of each
/// log.
///
/// Thread-safe: predictions may run at the same time, each on a platform thread of its own.
public final class SeedanceModel implements Model<SeedanceInput, Path> {
    private final Production production;

    /// A model that is not set up yet; an unknown engine is told by [#setup], so that a host can report it.
    public SeedanceModel(SeedanceConfig config) {
        production = Production.of(Variant.STANDARD, config);
    }

    @Override
    public Class<SeedanceInput> inputType() {
        return SeedanceInput.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.FILE;
    }

    /// Chooses the engine and warms it up. Throws [ModelException] when there is no engine of that name.
    @Override
    public void setup() throws Exception {
        production.setup();
    }

    @Override
    public void validate(SeedanceInput input) throws ModelException {
        production.check(input);
    }

    @Override
    public Path predict(SeedanceInput input, Context context) throws Exception {
        return production.make(input, context);
    }

    /// What people should know who use it here, in Markdown: what makes the picture, and how to ask.
    public static String readme() {
        try (InputStream in = SeedanceModel.class.getResourceAsStream("README.md")) {
            return new String(Objects.requireNonNull(in, "README.md").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
