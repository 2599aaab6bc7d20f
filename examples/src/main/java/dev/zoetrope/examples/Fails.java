package dev.zoetrope.examples;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.ModelException;
import dev.zoetrope.cog.OutputType;

/// Fails with the words it is given.
final class Fails implements Model<Fails.Order, String> {
    record Order(
            @Input(description = "The error's words", defaultJson = "\"This model always fails.\"")
            String message) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.TEXT;
    }

    @Override
    public String predict(Order order, Context context) throws ModelException {
        context.log("About to fail.");
        throw new ModelException(order.message());
    }
}
