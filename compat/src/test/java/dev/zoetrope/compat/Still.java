package dev.zoetrope.compat;

import dev.zoetrope.cog.Context;
import dev.zoetrope.cog.Input;
import dev.zoetrope.cog.Model;
import dev.zoetrope.cog.OutputType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes its text into one file.
final class Still implements Model<Still.Order, Path> {
    record Order(@Input(description = "What to write") String text) {}

    @Override
    public Class<Order> inputType() {
        return Order.class;
    }

    @Override
    public OutputType outputType() {
        return OutputType.FILE;
    }

    @Override
    public Path predict(Order order, Context context) throws IOException {
        return Files.writeString(context.workFolder().resolve("still.txt"), order.text());
    }
}
