package dev.zoetrope.examples;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;

/// Never gets ready: what a model looks like whose weights are missing.
final class BrokenSetup implements Model<BrokenSetup.Order, String> {
    record Order(
            @Input(description = "Anything", defaultJson = "\"\"")
            String text) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT;
    }

    @Override
    public void setup() throws ModelException {
        throw new ModelException("the weights are missing (this example always fails here)");
    }

    @Override
    public String predict(Order order, Context context) {
        throw new IllegalStateException("a model that is not set up predicts nothing");
    }
}
