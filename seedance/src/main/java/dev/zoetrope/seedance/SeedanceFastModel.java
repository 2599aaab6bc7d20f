package dev.zoetrope.seedance;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;
import java.nio.file.Path;

/// The model `bytedance/seedance-2.0-fast`: as [SeedanceModel], with 480p and 720p only. Our own engine is as
/// fast for both.
public final class SeedanceFastModel implements Model<FastInput, Path> {
    private final Production production;

    /// A model that is not set up yet; an unknown engine is told by [#setup], so that a host can report it.
    public SeedanceFastModel(SeedanceConfig config) {
        production = Production.of(Variant.FAST, config);
    }

    @Override
    public Class<FastInput> inputType() {
        return FastInput.class;
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
    public void validate(FastInput input) throws ModelException {
        production.check(input.common());
    }

    @Override
    public Path predict(FastInput input, Context context) throws Exception {
        return production.make(input.common(), context);
    }
}
